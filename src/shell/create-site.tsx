import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { actorOf } from '#src/platform/auth.ts'
import { type Context, publicActor } from '#src/platform/context.ts'
import { answersIn } from '#src/platform/database/answers.ts'
import { isDiskFull } from '#src/platform/disk-full.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Screen } from '#src/platform/page.ts'
import { ErrorPage } from './error-page.tsx'
import { limitPosts } from './limits.ts'
import { mountPage } from './mount-page.ts'
import { renderPage } from './render.tsx'
import { logRequests } from './request-log.ts'
import type { App, Site, Variables } from './site.ts'

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

/** The whole site over one database: every page of every feature, in one frame, with one policy. */
export function createSite(site: Site): App {
  const app: App = new Hono<Variables>()
  app.use(async (call, next) => {
    call.set('requestId', randomBytes(5).toString('hex'))
    await next()
  })
  app.use(logRequests(site.log, site.clock))
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      strictTransportSecurity: site.address.startsWith('https:') ? 'max-age=31536000' : false,
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      permissionsPolicy: {},
    }),
  )
  app.get('/healthz', async (call) =>
    (await answersIn(site.db, 2000)) ? call.text('ok') : call.text('database does not answer', 503),
  )
  app.use(csrf())
  app.use(refuseBlindPosts)
  app.use(limitPosts(site))
  for (const feature of site.features) for (const page of feature.pages) mountPage(app, site, page)
  app.notFound(async (call) => call.html(await errorHtml(site, call.req.raw, { status: 404 }), 404))
  app.onError(async (error, call) => {
    const number = call.get('requestId')
    if (error instanceof Refusal) {
      const { status, message } = error
      return call.html(await errorHtml(site, call.req.raw, { status, message }), status)
    }
    if ('getResponse' in error) {
      const { status } = (error as { getResponse: () => Response }).getResponse()
      return call.html(await errorHtml(site, call.req.raw, { status }), status as 403)
    }
    site.log.failure(number, error)
    const status = isDiskFull(error) ? 507 : (await answersIn(site.db, 1000)) ? 500 : 503
    return call.html(await errorHtml(site, call.req.raw, { status, number }), status)
  })
  return app
}

/** Browsers of today say where a form comes from; a post that says nothing is refused (docs/security.md §7). */
async function refuseBlindPosts(call: { req: { method: string; raw: Request } }, next: () => Promise<void>) {
  const { method, raw } = call.req
  const says = raw.headers.has('origin') || raw.headers.has('sec-fetch-site')
  if (method === 'POST' && !says) throw new Refusal('forbidden', 'この送信元からは受け付けられません')
  await next()
}

type Failure = { status: number; message?: string; number?: string }

/** The error page in the frame of the place where it happened; without a database, in the plainest frame. */
async function errorHtml(site: Site, request: Request, failure: Failure): Promise<string> {
  const url = new URL(request.url)
  const screen: Screen = {
    title: ErrorPage.titleOf(failure.status, failure.message),
    body: <ErrorPage {...failure} />,
    isInvented: false,
  }
  const base = { db: site.db, now: site.clock(), newId: site.newId, source: 'error' }
  const plain = { city: '総合計画', isInvented: false }
  const context: Context = { ...base, actor: publicActor }
  try {
    const actor = url.pathname.startsWith('/staff')
      ? await actorOf(site.auth, request, site.clock())
      : publicActor
    const known = { ...context, actor }
    const identity = await site.identityOf(known)
    const isStaff = actor !== publicActor && url.pathname.startsWith('/staff')
    return await renderPage(site, screen, { context: known, url, identity, isStaff })
  } catch {
    return renderPage({ ...site, features: [] }, screen, { context, url, identity: plain, isStaff: false })
  }
}

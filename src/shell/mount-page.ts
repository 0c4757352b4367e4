import { createHash } from 'node:crypto'
import type { Context as Call } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { streamSSE } from 'hono/streaming'
import { actorOf } from '#src/platform/auth.ts'
import { type Context, publicActor } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Download, Feed, MountedPage, Screen, SeeOther } from '#src/platform/page.ts'
import { stopping } from '#src/platform/stop-gracefully.ts'
import { drawingOf } from './drawing.ts'
import { clientAddress } from './limits.ts'
import { renderPage } from './render.tsx'
import type { App, Site, Variables } from './site.ts'

const defaultMaxBytes = 1024 * 1024

/**
 * Mounts one page: who asks, what it shows, what its form does. A page for staff sends visitors to the
 * sign-in.
 */
export function mountPage(app: App, site: Site, page: MountedPage) {
  app.get(page.path, async (call) => {
    const context = await contextOf(site, page, call)
    const away = needsSignIn(page, context, call)
    if (away) return call.redirect(away, 303)
    return answer(site, page, { call, context, outcome: await page.show(context, visitOf(site, call)) })
  })
  const { submit } = page
  if (!submit) {
    app.post(page.path, () => Promise.reject(new HTTPException(405)))
    return
  }
  const limit = bodyLimit({
    maxSize: page.maxBytes ?? defaultMaxBytes,
    onError: () => Promise.reject(new Refusal('too-large', '送られたものが大きすぎます')),
  })
  app.post(page.path, limit, async (call) => {
    const context = await contextOf(site, page, call)
    const away = needsSignIn(page, context, call)
    if (away) return call.redirect(away, 303)
    const outcome = await submit(context, visitOf(site, call), withoutNul(await call.req.formData()))
    return answer(site, page, { call, context, outcome })
  })
}

async function contextOf(site: Site, page: MountedPage, call: Call<Variables>): Promise<Context> {
  call.set('route', page.path)
  const now = site.clock()
  return {
    db: site.db,
    actor: page.audience === 'public' ? publicActor : await actorOf(site.auth, call.req.raw, now),
    now,
    newId: site.newId,
    source: page.path,
    lintFacts: site.lintFacts,
  }
}

/** A zero byte is no letter of any text: PostgreSQL refuses to keep it. */
const nul = '\u0000'

function withoutNul(form: FormData): FormData {
  const clean = new FormData()
  for (const [name, value] of form) {
    clean.append(name, typeof value === 'string' ? value.replaceAll(nul, '') : value)
  }
  return clean
}

function paramsOf(call: Call): Record<string, string> {
  const params = call.req.param() as Record<string, string>
  if (Object.values(params).some((value) => value.includes(nul)))
    throw new Refusal('not-found', 'ページが見つかりません')
  return params
}

const visitOf = (site: Site, call: Call) => ({
  params: paramsOf(call),
  url: new URL(call.req.url),
  site: site.address,
  request: call.req.raw,
  auth: site.auth,
  clientAddress: clientAddress(call),
  folder: site.folder,
  wakeJobs: site.wakeJobs ?? (() => undefined),
  hasMailServer: site.hasMailServer ?? false,
  wakeMails: site.wakeMails ?? (() => undefined),
})

/** The sign-in page, which afterwards leads back to the page asked for. */
function needsSignIn(page: MountedPage, context: Context, call: Call): string | undefined {
  if (page.audience !== 'staff' || context.actor !== publicActor) return undefined
  const { pathname, search } = new URL(call.req.url)
  return call.req.method === 'GET' ? `/sign-in?to=${encodeURIComponent(pathname + search)}` : '/sign-in'
}

type Answering = { call: Call; context: Context; outcome: Screen | SeeOther | Download | Feed }

async function answer(site: Site, page: MountedPage, { call, context, outcome }: Answering) {
  if (page.audience !== 'public') call.header('Cache-Control', 'no-store')
  const cookies = 'cookies' in outcome ? (outcome.cookies ?? []) : []
  for (const cookie of cookies) call.header('Set-Cookie', cookie, { append: true })
  if ('seeOther' in outcome) return call.redirect(outcome.seeOther, 303)
  if ('file' in outcome) return download(call, outcome)
  if ('feed' in outcome) return openFeed(call, outcome)
  if (outcome.isUnlisted) call.header('X-Robots-Tag', 'noindex')
  const identity = await site.identityOf(context)
  const isStaff = page.audience === 'staff'
  const url = new URL(call.req.url)
  const drawing = isStaff && call.req.method === 'GET' ? drawingOf(outcome, url) : undefined
  if (drawing) return download(call, drawing)
  const html = await renderPage(site, outcome, { context, url, identity, isStaff })
  if (outcome.isFleeting) call.header('Cache-Control', 'no-store')
  if (page.audience === 'public' && !outcome.status && !url.search && !outcome.isFleeting) {
    call.header('ETag', `"${createHash('sha256').update(html).digest('hex').slice(0, 32)}"`)
    call.header('Cache-Control', 'no-cache')
  }
  return call.html(html, outcome.status ?? 200)
}

/** A file as attachment under its (Japanese) name, never run in our origin. */
function download(call: Call, { file, contentType, fileName, inline }: Download) {
  const ascii = fileName.replaceAll(/[^\w.-]/g, '_')
  const disposition = inline ? 'inline' : 'attachment'
  call.header('Content-Type', contentType)
  call.header(
    'Content-Disposition',
    `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  )
  return call.body(typeof file === 'string' ? file : new Uint8Array(file))
}

const longestFeed = 5 * 60_000

/** Keeps the connection open; the browser opens it again after a while, so that it is asked anew who it is. */
function openFeed(call: Call, { feed }: Feed) {
  call.header('X-Accel-Buffering', 'no')
  return streamSSE(call, async (stream) => {
    const gone = new AbortController()
    stream.onAbort(() => gone.abort())
    const closed = AbortSignal.any([gone.signal, stopping.signal, AbortSignal.timeout(longestFeed)])
    await feed((data) => stream.writeSSE({ data, retry: 1000 }), closed)
  })
}

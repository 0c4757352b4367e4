import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { lastAuditNumber } from '#src/platform/audit/append.ts'
import { committedHere } from '#src/platform/database/transaction.ts'
import type { App, Site } from './site.ts'

type Kept = { route: string; etag: string; headers: Record<string, string>; body: Bytes; gzip: Bytes }
type Bytes = Uint8Array<ArrayBuffer>
type Answer = Response | Promise<Response>
type Fetch = (request: Request, environment?: object) => Answer
/** Answers from what is kept, at once and without a Request; false where the site has to be asked. */
type AnswerAtOnce = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

const mostPages = 5000
const restMilliseconds = 100

/**
 * Keeps public pages as they were answered, until anything changes: every change leaves an audit entry, so the number of
 * the last one (and the day) says whether what is kept still holds. It is asked for at most every tenth of a second, at
 * once after a change of this process. Pages with a query, staff pages and errors are never kept.
 */
export function keepPages(app: App, site: Site): { fetch: Fetch; answerAtOnce: AnswerAtOnce } {
  const pages = new Map<string, Kept>()
  const stamp = stampOf(site)
  let known = ''
  const fetch: Fetch = async (request, environment) => {
    const path = request.method === 'GET' ? pathOf(request.url) : undefined
    if (path === undefined) return app.fetch(request, environment)
    const now = stamp.isFresh() ? stamp.last : await stamp.ask()
    if (now !== known) {
      pages.clear()
      known = now
    }
    const kept = pages.get(path)
    if (kept && now !== '') return answerKept(site, kept, request)
    const response = await app.fetch(request, environment)
    const etag = response.headers.get('etag')
    if (!etag || response.status !== 200 || now === '' || now !== known) return response
    return keep(pages, path, { response, etag, request })
  }
  const answerAtOnce: AnswerAtOnce = (incoming, outgoing) => {
    const isKnown = incoming.method === 'GET' && known !== '' && stamp.last === known && stamp.isFresh()
    const kept = isKnown ? pages.get(incoming.url ?? '') : undefined
    if (!kept) return false
    const began = performance.now()
    logKept(site, { kept, status: sendAtOnce(kept, incoming, outgoing), began })
    return true
  }
  return { fetch, answerAtOnce }
}

/** The path of an address without a query; undefined for what is never kept. */
function pathOf(url: string): string | undefined {
  const from = url.indexOf('/', url.indexOf('://') + 3)
  if (from < 0 || url.includes('?', from)) return undefined
  const path = url.slice(from)
  return path.startsWith('/staff') || path.startsWith('/sign-in') || path.startsWith('/assets')
    ? undefined
    : path
}

type Fresh = { response: Response; etag: string; request: Request }

async function keep(
  pages: Map<string, Kept>,
  path: string,
  { response, etag, request }: Fresh,
): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer())
  const headers = { ...Object.fromEntries(response.headers), vary: 'accept-encoding' }
  const kept = { route: routeOf(path), etag, headers, body, gzip: new Uint8Array(gzipSync(body)) }
  if (pages.size >= mostPages) pages.clear()
  pages.set(path, kept)
  return send(kept, request)
}

/** The address without its ids, for the log. */
const routeOf = (path: string) => path.replaceAll(/[a-z]{2}_[0-9a-z]{10}/g, (id) => `:${id.slice(0, 2)}`)

function answerKept(site: Site, kept: Kept, request: Request): Response {
  const began = performance.now()
  const response = send(kept, request)
  logKept(site, { kept, status: response.status, began })
  return response
}

type Answered = { kept: Kept; status: number; began: number }

function logKept(site: Site, { kept, status, began }: Answered) {
  const at = site.clock().toISOString()
  const ms = Math.round(performance.now() - began)
  site.log.request({ at, request: '-', method: 'GET', route: kept.route, status, ms })
}

function send({ etag, headers, body, gzip }: Kept, request: Request): Response {
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  if (!request.headers.get('accept-encoding')?.includes('gzip')) return new Response(body, { headers })
  return new Response(gzip, {
    headers: { ...headers, 'content-encoding': 'gzip' },
  })
}

/** The same answer as `send`, written to the connection itself. Gives its status. */
function sendAtOnce(
  { etag, headers, body, gzip }: Kept,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  if (incoming.headers['if-none-match'] === etag) {
    outgoing.writeHead(304, headers).end()
    return 304
  }
  const isPacked = String(incoming.headers['accept-encoding'] ?? '').includes('gzip')
  const bytes = isPacked ? gzip : body
  const encoding = isPacked ? { 'content-encoding': 'gzip' } : {}
  outgoing.writeHead(200, { ...headers, ...encoding, 'content-length': bytes.length }).end(bytes)
  return 200
}

/** The number of the last change and the day; '' while the database does not answer. */
function stampOf({ db, clock }: Pick<Site, 'db' | 'clock'>) {
  let askedAt = 0
  let seenChanges = -1
  const stamp = {
    last: '',
    isFresh: () => performance.now() - askedAt < restMilliseconds && seenChanges === committedHere(),
    async ask(): Promise<string> {
      const changes = committedHere()
      const seq = await lastAuditNumber(db).catch(() => undefined)
      askedAt = performance.now()
      seenChanges = changes
      stamp.last = seq === undefined ? '' : `${seq} ${tokyoDay(clock())}`
      return stamp.last
    },
  }
  return stamp
}

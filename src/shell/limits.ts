import { getConnInfo } from '@hono/node-server/conninfo'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { Site, Variables } from './site.ts'

const window = 60_000
const postsAMinute = 120
const sharedFactor = 10
const mostAddresses = 50_000

/** So many posts a minute and address; an address many people share has ten times the room. Reading is not limited here. */
export function limitPosts(site: Pick<Site, 'clock' | 'sharedAddresses'>) {
  const counts = new Map<string, { from: number; posts: number }>()
  return createMiddleware<Variables>(async (call, next) => {
    if (call.req.method !== 'POST') return next()
    const address = clientAddress(call)
    const now = site.clock().getTime()
    const known = counts.get(address)
    const current = known && now - known.from < window ? known : { from: now, posts: 0 }
    current.posts += 1
    if (counts.size >= mostAddresses) counts.clear()
    counts.set(address, current)
    const limit = site.sharedAddresses?.includes(address) ? postsAMinute * sharedFactor : postsAMinute
    if (current.posts <= limit) return next()
    call.header('Retry-After', '60')
    throw new HTTPException(429)
  })
}

/** The address of who connects, for counting only: it is never stored or logged. */
export function clientAddress(call: Parameters<typeof getConnInfo>[0]): string {
  try {
    return getConnInfo(call).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // a call without a connection: tests and publication
  }
}

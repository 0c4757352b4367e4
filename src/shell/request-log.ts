import { createMiddleware } from 'hono/factory'
import type { Log } from '#src/platform/log.ts'
import type { Variables } from './site.ts'

/** One line a request: the pattern of its address, never the address, its query, its body or who asked. */
export const logRequests = (log: Log, clock: () => Date) =>
  createMiddleware<Variables>(async (call, next) => {
    const began = performance.now()
    await next()
    log.request({
      at: clock().toISOString(),
      request: call.get('requestId'),
      method: call.req.method,
      route: call.get('route') ?? '-',
      status: call.res.status,
      ms: Math.round(performance.now() - began),
    })
  })

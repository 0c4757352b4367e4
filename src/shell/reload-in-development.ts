import { streamSSE } from 'hono/streaming'
import type { App } from './site.ts'

const script = `
let wasLost = false
const stream = new EventSource('/dev/reload')
stream.onerror = () => { wasLost = true }
stream.onopen = () => { if (wasLost) location.reload() }
`

/** Development only: the page loads itself again when the server has started again. */
export function reloadInDevelopment(app: App) {
  app.get('/dev/reload', (call) =>
    streamSSE(call, async (stream) => {
      await stream.writeSSE({ data: 'ready', retry: 200 })
      await new Promise<void>((resolve) => stream.onAbort(resolve))
    }),
  )
  app.get('/dev/reload.js', (call) => call.body(script, 200, { 'content-type': 'text/javascript' }))
}

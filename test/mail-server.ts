import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type MailServerForTests = {
  url: string
  /** The letters as they came, the oldest first. */
  received: string[]
  /** What it answers to some addresses: 550 for one that does not exist. */
  refusals: Map<string, number>
  close: () => Promise<void>
}

/** A real SMTP server on a port of its own: takes mails, and refuses some addresses as servers do. */
export async function openMailServer(): Promise<MailServerForTests> {
  const received: string[] = []
  const refusals = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const responseCode = refusals.get(address)
      done(responseCode ? Object.assign(new Error(`no ${address}`), { responseCode }) : null)
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, received, refusals, close }
}

/** The text of a letter that was sent as base64, as mails in Japanese are. */
export function textOf(letter: string): string {
  const [head = '', ...body] = letter.split('\r\n\r\n')
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head)
  const text = body.join('\r\n\r\n')
  return isBase64 ? Buffer.from(text, 'base64').toString('utf8') : text
}

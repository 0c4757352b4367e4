import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { type MailServerForTests, openMailServer } from '#test/mail-server.ts'
import { openSealer } from '../sealing.ts'
import { listMails, queueMail, readMail, requeueMail } from './outbox.ts'
import { startMails } from './send-mails.ts'

let smtp: MailServerForTests
let url = ''

beforeAll(async () => {
  smtp = await openMailServer()
  url = smtp.url
  smtp.refusals.set('gone@example.jp', 550).set('full@example.jp', 452)
})
afterAll(() => smtp.close())

onEveryDatabase((contextAs) => {
  beforeAll(() => void smtp.refusals.set('full@example.jp', 452))
  const folder = mkdtempSync(join(tmpdir(), 'shirube-mail-'))
  const sealer = openSealer(folder)
  const start = new Date('2026-04-01T09:00:00+09:00').getTime()
  const after = (minutes: number) => ({ ...contextAs(), now: new Date(start + minutes * 60_000) })
  const logged: string[] = []
  const log = {
    request: () => undefined,
    failure: (where: string, error: unknown) => logged.push(`${where} ${error}`),
  }

  async function sendAt(minutes: number, server = { url, from: 'kikaku@example.jp' }) {
    const sender = startMails({ server, folder, contextNow: () => after(minutes), log })
    await sender.wake()
    await sender.stop()
  }
  const mail = (to: string, own: object = {}) => ({
    to,
    recipient: '企画政策課',
    subject: '期限の近い作業（2件）',
    text: '「市民意向調査」の期限は、4月8日です。\n.\n以上',
    ...own,
  })
  const stateOf = async (mailId: string) => (await listMails(contextAs())).find(({ id }) => id === mailId)

  test('a mail is handed to the server once, in Japanese, and its address stands nowhere in clear', async () => {
    const id = await queueMail(after(0), sealer, mail('hanako@example.jp'))
    const rows = JSON.stringify(await contextAs().db.selectFrom('outboxMails').selectAll().execute())
    expect(rows).not.toContain('hanako')
    const before = smtp.received.length
    await sendAt(1)
    await sendAt(2)
    expect(smtp.received.slice(before)).toHaveLength(1)
    const [letter = ''] = smtp.received.slice(before)
    expect(letter).toContain('To: hanako@example.jp')
    expect(letter).toMatch(/Subject: =\?UTF-8\?/)
    expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 1, recipient: '企画政策課' })
    expect((await readMail(contextAs(), sealer, id)).text).toContain('市民意向調査')
  })

  test('an address that does not exist is given up at once; a full one is tried again, then no more', async () => {
    const gone = await queueMail(after(0), sealer, mail('gone@example.jp'))
    const full = await queueMail(after(0), sealer, mail('full@example.jp'))
    await sendAt(1)
    expect(await stateOf(gone)).toMatchObject({ state: 'failed', problem: '550' })
    expect(await stateOf(full)).toMatchObject({ state: 'waiting', tries: 1, problem: '452' })
    await sendAt(3)
    expect(await stateOf(full)).toMatchObject({ tries: 1 })
    for (const minutes of [7, 40, 180, 600]) await sendAt(minutes)
    expect(await stateOf(full)).toMatchObject({ state: 'failed', tries: 5 })
    smtp.refusals.delete('full@example.jp')
    await requeueMail(after(700), full)
    await sendAt(701)
    expect(await stateOf(full)).toMatchObject({ state: 'sent', tries: 1 })
  })

  test('a server that is away loses nothing, and what waited two days is not sent any more', async () => {
    const away = { url: 'smtp://127.0.0.1:1', from: 'kikaku@example.jp' }
    const id = await queueMail(after(1000), sealer, mail('taro@example.jp'))
    await sendAt(1001, away)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', problem: 'ESOCKET' })
    const old = await queueMail(after(1000), sealer, mail('jiro@example.jp'))
    const before = smtp.received.length
    await sendAt(1000 + 3 * 24 * 60)
    expect(await stateOf(old)).toMatchObject({ state: 'expired' })
    expect(smtp.received.slice(before).join()).not.toContain('jiro')
  })

  test('a code is forgotten when it was sent, and cannot be sent again', async () => {
    const secret = mail('hanako@example.jp', { text: '確認コード 123456', isSecret: true })
    const id = await queueMail(after(9000), sealer, secret)
    expect((await readMail(contextAs(), sealer, id)).text).toBe('')
    await sendAt(9001)
    expect(await stateOf(id)).toMatchObject({ state: 'sent', isKept: false })
    await expect(requeueMail(after(9002), id)).rejects.toMatchObject({ kind: 'conflict' })
    expect(
      JSON.stringify(await contextAs().db.selectFrom('outboxMails').selectAll().execute()),
    ).not.toContain('123456')
  })

  test('a line end in a name makes no header of its own', async () => {
    const before = smtp.received.length
    const subject = '期限\r\nBcc: other@example.jp'
    await queueMail(after(9100), sealer, mail('hanako@example.jp', { subject }))
    await sendAt(9101)
    const headers = smtp.received[before]?.split('\r\n\r\n')[0] ?? ''
    expect(headers).not.toMatch(/^Bcc:/im)
  })

  test('what a server says about an address reaches no log', () => {
    expect(logged.join()).not.toMatch(/@/)
  })
})

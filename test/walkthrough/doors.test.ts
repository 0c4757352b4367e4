import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#src/features/index.ts'
import type { Log } from '#src/platform/log.ts'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import type { Visitor } from './visitor.ts'

/** What every door of the house does: headers, cross-site posts, strangers, limits, and a log without words. */

let town: Town
let officer: Visitor
const lines: string[] = []
const log: Log = {
  request: (line) => lines.push(JSON.stringify(line)),
  failure: (number, error) => lines.push(`${number} ${error}`),
}
beforeAll(async () => {
  town = await openTown({ log })
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

const pages = features.flatMap((feature) => feature.pages)
const someAddress = (path: string) => path.replaceAll(/:(\w+)/g, 'xx_0000000000')
const send = (path: string, init: RequestInit = {}) =>
  fetch(town.address + path, { redirect: 'manual', ...init })

test.each(pages.map(({ path }) => path))('%s answers with every header, whoever asks', async (path) => {
  for (const cookie of ['', officer.cookie]) {
    const { headers, status } = await send(someAddress(path), { headers: cookie ? { cookie } : {} })
    expect(status).toBeLessThan(500)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('DENY')
    if (path.startsWith('/staff') && status === 200) expect(headers.get('cache-control')).toBe('no-store')
  }
})

test.each(pages.filter(({ submit }) => submit).map(({ path }) => path))(
  '%s takes no post from another site, nor one that does not say where it comes from',
  async (path) => {
    const body = new URLSearchParams({ act: 'up', itemId: 'me_0000000000' })
    const liars: Record<string, string>[] = [
      { origin: 'https://evil.example', cookie: officer.cookie },
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', cookie: officer.cookie },
      { origin: 'null', cookie: officer.cookie },
      { cookie: officer.cookie },
    ]
    for (const headers of liars) {
      const { status } = await send(someAddress(path), { method: 'POST', body, headers })
      expect(status).toBe(403)
    }
  },
)

test.each(pages.filter(({ audience }) => audience === 'staff').map(({ path }) => path))(
  '%s shows a stranger the sign-in and nothing else',
  async (path) => {
    const answer = await send(someAddress(path))
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in/),
    ])
    expect(await answer.text()).toBe('')
  },
)

test.each(pages.filter(({ path }) => path.includes(':')).map(({ path }) => path))(
  '%s with an id of nothing is not found, or leads away; never an error of ours',
  async (path) => {
    for (const id of ['me_0000000000', 'in_0000000000', "'%20or%201=1--", '__proto__', '%00', 'あ']) {
      const { status } = await send(path.replaceAll(/:(\w+)/g, id), { headers: { cookie: officer.cookie } })
      expect([200, 303, 404, 410]).toContain(status)
    }
  },
)

test('what is too large is refused with 413 and a sentence, before it is read', async () => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(12 * 1024 * 1024)], 'large.xml'))
  const answer = await send('/staff/plans/import', {
    method: 'POST',
    body,
    headers: { cookie: officer.cookie, origin: town.address },
  })
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('大きすぎます')])
})

test('the log holds no name, address, query or body', async () => {
  await send('/plan?q=%E8%8A%B1%E5%AD%90-secret-query')
  await send('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: 'somebody@example.jp', password: 'not-the-password-at-all' }),
    headers: { origin: town.address },
  })
  const all = lines.join('\n')
  expect(all).toContain('"route":"/plan"')
  expect(all).toContain('"route":"/sign-in"')
  expect(all).not.toMatch(/花子|hanako|example\.jp|secret|not-the-password|127\.0\.0\.1|xx_0/)
})

test('guessing a password is slowed down, and the owner of the account is not locked out elsewhere', async () => {
  const guess = () =>
    send('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: 'hanako@example.jp', password: 'まったくちがうことば' }),
      headers: { origin: town.address },
    }).then((answer) => answer.text())
  let words = ''
  for (let tries = 0; tries < 30 && !words.includes('少し間をおきます'); tries++) words = await guess()
  expect(words).toContain('少し間をおきます')
  await officer.open('/staff')
  expect(officer.status).toBe(200)
})

test('a flood of posts from one address is told to wait', async () => {
  let last = 0
  for (let posts = 0; posts < 200 && last !== 429; posts++) {
    last = (await send('/sign-in', { method: 'POST', body: 'x=1', headers: { origin: town.address } })).status
  }
  expect(last).toBe(429)
  expect((await send('/plan')).status).toBe(200)
})

test('while the database answers the server is healthy', async () => {
  const answer = await send('/healthz')
  expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
})

test('an unchanged public page is answered without its text, with the same headers', async () => {
  const first = await send('/plan')
  const etag = first.headers.get('etag') ?? ''
  const again = await send('/plan', { headers: { 'if-none-match': etag } })
  expect([etag.length, first.status, again.status, await again.text()]).toEqual([34, 200, 304, ''])
  expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
  expect((await send('/plan?x=1', { headers: { 'if-none-match': '"old"' } })).status).toBe(200)
  expect(await (await send('/plan')).text()).toBe(await first.text())
})

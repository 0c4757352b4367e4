import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { codeAt } from './authenticator.ts'
import { codesOn, passphrase } from './office.ts'
import { Visitor } from './visitor.ts'

/**
 * How people get in, and how others do not: the second step, its codes, sessions, links, and guessing. The clock is
 * moved by the story, so that codes and waits can be told exactly.
 */

let town: Town
let officer: Visitor
let secret = ''
let recoveryCodes: string[] = []
let time = new Date('2026-04-01T00:00:00Z').getTime()
const now = () => new Date(time)
const minute = 60_000
const pass = (milliseconds: number) => {
  time += milliseconds
}
/** Waits until the app shows another code. */
const nextCode = () => {
  pass(30_000)
  return codeAt(secret, now())
}

const email = 'hanako@example.jp'
const password = passphrase

beforeAll(async () => {
  town = await openTown({ clock: now })
  officer = new Visitor(town.address)
  await officer.open(town.link ?? '')
  const typed = { 氏名: '企画 花子', メールアドレス: email, パスワード: password }
  await officer.press('アカウントをつくって、始める', typed)
})
afterAll(() => town.close())

const typePassword = (visitor: Visitor, typed = password, address = email) =>
  visitor
    .open('/sign-in')
    .then(() => visitor.press('サインイン', { メールアドレス: address, パスワード: typed }))

test('before the second step is set up, the role that keeps the accounts waits; other work goes on', async () => {
  await officer.open('/staff')
  expect(officer.words).toContain('システム管理の仕事を始めるには、二段階認証の設定が要ります')
  await officer.open('/staff/accounts')
  expect(officer.status).toBe(403)
  await officer.open('/staff/plans')
  expect(officer.status).toBe(200)
})

test('the set-up asks for the password, shows a picture and its key, and is confirmed by a code', async () => {
  const other = new Visitor(town.address)
  await typePassword(other)
  expect(other.path).toBe('/staff')
  await officer.open('/staff/account/second-factor')
  await officer.press('設定を始める', { いまのパスワード: 'ちがうことばです、これは' })
  expect([officer.status, officer.words]).toEqual([
    422,
    expect.stringContaining('いまのパスワードが違います'),
  ])
  await officer.press('設定を始める', { いまのパスワード: password })
  expect(officer.all('main svg[role="img"] path')).toHaveLength(1)
  await officer.press('確かめて、設定を終える', { 確認コード: '000000' })
  expect(officer.status).toBe(422)
  secret = codesOn(officer)[0] ?? ''
  await officer.press('確かめて、設定を終える', { 確認コード: codeAt(secret, now()) })
  recoveryCodes = codesOn(officer)
  expect(new Set(recoveryCodes).size).toBe(10)
  await officer.open('/staff/accounts')
  expect(officer.status).toBe(200)
  await other.open('/staff')
  expect(other.path).toBe('/sign-in?to=%2Fstaff')
})

test('neither the key of the app nor a recovery code stands anywhere as it is', async () => {
  await officer.open('/staff/account/second-factor')
  expect(officer.html).not.toContain(recoveryCodes[0])
  expect(officer.html).not.toContain(secret.replaceAll(' ', ''))
  const rows = JSON.stringify([
    await town.db.selectFrom('secondFactors').selectAll().execute(),
    await town.db.selectFrom('recoveryCodes').selectAll().execute(),
  ])
  for (const words of [secret.replaceAll(' ', ''), ...recoveryCodes, ...recoveryCodes.map(plain)]) {
    expect(rows).not.toContain(words)
  }
})
const plain = (code: string) => code.replaceAll('-', '')

test('the password alone opens nothing any more; with the code of the app she is where she wanted to be', async () => {
  const home = new Visitor(town.address)
  await home.open('/staff/plans')
  await home.press('サインイン', { メールアドレス: email, パスワード: password })
  expect(home.path).toBe('/sign-in/code?to=%2Fstaff%2Fplans')
  const half = home.tab()
  await half.open('/staff')
  expect(half.path).toBe('/sign-in?to=%2Fstaff')
  await home.press('サインイン', { 確認コード: nextCode() })
  expect([home.status, home.path]).toEqual([200, expect.stringMatching(/^\/staff\/plans/)])
})

test('a code somebody looked at over her shoulder is worth nothing after she has used it', async () => {
  const thief = new Visitor(town.address)
  await typePassword(thief)
  await thief.press('サインイン', { 確認コード: codeAt(secret, now()) })
  expect([thief.status, thief.words]).toEqual([422, expect.stringContaining('このコードは使えません')])
  await thief.press('サインイン', { 確認コード: codeAt(secret, new Date(time - 30_000)) })
  expect(thief.status).toBe(422)
  await thief.open('/staff')
  expect(thief.path).toBe('/sign-in?to=%2Fstaff')
})

test('a recovery code lets her in without the phone, once', async () => {
  const [code = ''] = recoveryCodes
  const abroad = new Visitor(town.address)
  await typePassword(abroad)
  await abroad.press('予備コードでサインイン', { 予備コード: ` ${plain(code).toUpperCase()} ` })
  expect(abroad.words).toContain('予備コードを1つ使って、サインインしました')
  expect(abroad.words).toContain('残りの予備コード9個')
  const again = new Visitor(town.address)
  await typePassword(again)
  await again.press('予備コードでサインイン', { 予備コード: code })
  expect([again.status, again.words]).toEqual([422, expect.stringContaining('このコードは使えません')])
})

test('the second step waits ten minutes, no longer', async () => {
  const slow = new Visitor(town.address)
  await typePassword(slow)
  pass(11 * minute)
  await slow.press('サインイン', { 確認コード: codeAt(secret, now()) })
  expect(slow.path).toBe('/sign-in?late=1')
})

test('who has the password and guesses codes is slowed down; she is not, for her browser is known', async () => {
  pass(20 * minute)
  const thief = new Visitor(town.address)
  await typePassword(thief)
  for (let guess = 0; guess < 5; guess++) await thief.press('サインイン', { 確認コード: `11111${guess}` })
  expect(thief.words).toContain('このコードは使えません')
  await thief.press('サインイン', { 確認コード: nextCode() })
  expect([thief.status, thief.words]).toEqual([422, expect.stringContaining('10分ほど待ってから')])
  await officer.open('/staff')
  await officer.press('ログアウト')
  await typePassword(officer)
  await officer.press('サインイン', { 確認コード: nextCode() })
  expect(officer.path).toBe('/staff')
})

test('a colleague behind the same address cannot keep her out by typing wrong passwords for her', async () => {
  const colleague = new Visitor(town.address)
  for (let guess = 0; guess < 8; guess++) await typePassword(colleague, `まちがいのことば${guess}番目`)
  expect(colleague.words).toContain('少し間をおきます')
  await officer.open('/staff')
  await officer.press('ログアウト')
  await typePassword(officer)
  await officer.press('サインイン', { 確認コード: nextCode() })
  expect(officer.path).toBe('/staff')
})

test('an address nobody has is answered like one somebody has, in words and in time', async () => {
  const stranger = new Visitor(town.address)
  await typePassword(stranger, 'はじめの一回は数えない', 'nobody@example.jp')
  const quickest = new Map<string, number>()
  const words = new Set<string>()
  for (let guess = 0; guess < 4; guess++) {
    for (const address of ['nobody@example.jp', email]) {
      pass(minute)
      const began = performance.now()
      await typePassword(stranger, `まちがいのことば${guess}番目`, address)
      const took = performance.now() - began
      quickest.set(address, Math.min(took, quickest.get(address) ?? took))
      words.add(`${stranger.status} ${stranger.words}`)
    }
  }
  expect([...words]).toEqual([expect.stringMatching(/^422 .*メールアドレスかパスワードが違います/)])
  const ratio = (quickest.get('nobody@example.jp') ?? 0) / (quickest.get(email) ?? 1)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

test('switching the second step off takes a code; without one nothing changes', async () => {
  pass(20 * minute)
  await officer.open('/staff/account/second-factor')
  await officer.press('二段階認証をやめる', { 確認コードか予備コード: '123456' })
  expect([officer.status, officer.words]).toEqual([422, expect.stringContaining('このコードは使えません')])
  await officer.press('つくり直す', { 確認コードか予備コード: nextCode() })
  const [renewed = ''] = codesOn(officer)
  expect(recoveryCodes).not.toContain(renewed)
  await officer.open('/staff/account/second-factor')
  await officer.press('二段階認証をやめる', { 確認コードか予備コード: recoveryCodes[5] ?? '' })
  expect(officer.status).toBe(422)
  await officer.press('二段階認証をやめる', { 確認コードか予備コード: renewed })
  expect(officer.words).toContain('二段階認証をやめました')
  await officer.open('/staff/accounts')
  expect(officer.status).toBe(403)
})

test('the audit tells the story in acts and ids: no code, no address, no name', async () => {
  const entries = await town.db
    .selectFrom('auditEntries')
    .select(['action', 'result', 'reason', 'object', 'actor'])
    .orderBy('seq')
    .execute()
  const told = new Set(entries.map(({ action, result, reason }) => `${action} ${result} ${reason}`.trim()))
  for (const act of [
    'set-up-second-factor refused password',
    'set-up-second-factor done',
    'sign-in done code',
    'sign-in done recovery-code',
    'sign-in refused code',
    'sign-in refused',
    'renew-recovery-codes done',
    'drop-own-second-factor refused code',
    'drop-own-second-factor done',
  ]) {
    expect(told).toContain(act)
  }
  const all = JSON.stringify(entries)
  for (const words of [email, '花子', '127.0.0.1', secret.replaceAll(' ', ''), ...recoveryCodes.map(plain)]) {
    expect(all).not.toContain(words)
  }
})

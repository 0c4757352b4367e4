import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import { openTown, type Town } from '#test/town.ts'
import { codeAt } from './authenticator.ts'
import { passphrase, setUpTwoSteps } from './office.ts'
import { Visitor } from './visitor.ts'

/** A lost notebook, a forgotten password and a lost phone: what people can do themselves, and what an administrator can. */

let town: Town
let keeper: Visitor
let publisher: Visitor
let keeperSecret = ''
let publisherSecret = ''
let accountId = ''
let link = ''
let time = new Date('2026-04-01T00:00:00Z').getTime()
const now = () => new Date(time)
const minute = 60_000
const pass = (milliseconds: number) => {
  time += milliseconds
}
const nextCode = (secret: string) => {
  pass(30_000)
  return codeAt(secret, now())
}

const email = 'jiro@example.jp'
const password = `${passphrase}公開次郎`
const other = '橋のたもとの古い時計は三時で止まる'
const linkOn = (visitor: Visitor) => /\/sign-in\/link\/[\w-]+/.exec(visitor.html)?.[0] ?? ''

beforeAll(async () => {
  town = await openTown({ clock: now })
  keeper = new Visitor(town.address)
  await keeper.open(town.link ?? '')
  const first = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp', パスワード: passphrase }
  await keeper.press('アカウントをつくって、始める', first)
  keeperSecret = (await setUpTwoSteps(keeper, passphrase, now())).secret
  await keeper.open('/staff/accounts/new')
  const box = keeper.all('input[value="publisher"]')[0]?.getAttribute('name') ?? ''
  const typed = { 氏名: '公開 次郎', メールアドレス: email }
  await keeper.pressWith('つくる', typed, { [box]: 'publisher' })
  accountId = /ac_[0-9a-z]{10}/.exec(keeper.html)?.[0] ?? ''
  publisher = new Visitor(town.address)
  await publisher.open(linkOn(keeper))
  await publisher.press('決めて、始める', { パスワード: password })
})
afterAll(() => town.close())

/** Signs in as the publisher, on a machine of its own. */
async function signIn(typed = password): Promise<Visitor> {
  const machine = new Visitor(town.address)
  await machine.open('/sign-in')
  await machine.press('サインイン', { メールアドレス: email, パスワード: typed })
  if (machine.path.startsWith('/sign-in/code')) {
    await machine.press('サインイン', { 確認コード: nextCode(publisherSecret) })
  }
  return machine
}

const sessionIds = (visitor: Visitor) =>
  visitor.all('input[name="session"]').map((field) => field.getAttribute('value') ?? '')

test('a publisher without the second step may do nothing but set it up', async () => {
  await publisher.open('/staff/versions')
  expect(publisher.status).toBe(403)
  expect(publisher.words).toContain('公開責任者の仕事を始めるには、二段階認証の設定が要ります')
  publisherSecret = (await setUpTwoSteps(publisher, password, now())).secret
  await publisher.open('/staff/versions')
  expect(publisher.status).toBe(200)
})

test('the list of sessions tells the machines apart and says no address; one of them is ended', async () => {
  const notebook = await signIn()
  pass(5 * minute)
  await publisher.open('/staff/account/sessions')
  expect(publisher.words).toContain('続いているサインイン（2つ）')
  expect(publisher.words).toMatch(/今日 9時\d\d分/)
  expect(publisher.html).not.toContain('127.0.0.1')
  await publisher.press('終える')
  expect(publisher.words).toContain('サインインを終えました')
  await notebook.open('/staff')
  expect(notebook.path).toBe('/sign-in?to=%2Fstaff')
  await publisher.open('/staff')
  expect(publisher.status).toBe(200)
})

test("another person's session, put in by hand, is not found and goes on", async () => {
  const second = await signIn()
  await publisher.open('/staff/account/sessions')
  const [his = ''] = sessionIds(publisher)
  await keeper.open('/staff/account')
  const answer = await fetch(`${town.address}/staff/account/sessions`, {
    method: 'POST',
    body: new URLSearchParams({ session: his }),
    headers: { cookie: keeper.cookie, origin: town.address },
    redirect: 'manual',
  })
  expect(answer.status).toBe(404)
  await second.open('/staff')
  expect(second.status).toBe(200)
})

test('all the others are ended at once', async () => {
  const [one, two] = [await signIn(), await signIn()]
  await publisher.open('/staff/account/sessions')
  await publisher.press('この画面のほかを、すべて終える')
  for (const machine of [one, two]) {
    await machine.open('/staff')
    expect(machine.path).toBe('/sign-in?to=%2Fstaff')
  }
  await publisher.open('/staff/account')
  expect(publisher.words).toContain('1つのサインインが続いています')
})

test('the administrator ends every session of an account, and half a sign-in with them', async () => {
  const half = new Visitor(town.address)
  await half.open('/sign-in')
  await half.press('サインイン', { メールアドレス: email, パスワード: password })
  await keeper.open(`/staff/accounts/${accountId}/sign-ins`)
  await keeper.press('すべてのサインインを終える')
  expect(keeper.words).toContain('いま、サインインしている機械はありません')
  await publisher.open('/staff')
  expect(publisher.path).toBe('/sign-in?to=%2Fstaff')
  await half.press('サインイン', { 確認コード: nextCode(publisherSecret) })
  expect(half.path).toBe('/sign-in?late=1')
})

test('a link for a forgotten password works once; sessions end, and the second step stays', async () => {
  const open = await signIn()
  await keeper.open(`/staff/accounts/${accountId}/link`)
  await keeper.press('リンクをつくる')
  expect(keeper.words).toContain('24時間のあいだ、一度だけ使えます')
  link = linkOn(keeper)
  const kept = JSON.stringify(await town.db.selectFrom('signInLinks').selectAll().execute())
  expect(kept).not.toContain(link.split('/').at(-1))
  publisher = new Visitor(town.address)
  await publisher.open(link)
  const tab = publisher.tab()
  await tab.open(link)
  await publisher.press('決めて、始める', { パスワード: other })
  expect(publisher.path).toBe('/sign-in/code')
  await open.open('/staff')
  expect(open.path).toBe('/sign-in?to=%2Fstaff')
  await tab.press('決めて、始める', { パスワード: 'だれかが拾ったリンクで決めることば' })
  expect([tab.status, tab.words]).toEqual([410, expect.stringContaining('このリンクは使えません')])
  await publisher.press('サインイン', { 確認コード: nextCode(publisherSecret) })
  expect(publisher.path).toBe('/staff')
  expect((await signIn()).words).toContain('メールアドレスかパスワードが違います')
})

test('a link is worth nothing after a day, nor when a newer one was made', async () => {
  const made: string[] = []
  for (let links = 0; links < 2; links++) {
    await keeper.open(`/staff/accounts/${accountId}/link`)
    await keeper.press('リンクをつくる')
    made.push(linkOn(keeper))
  }
  const finder = new Visitor(town.address)
  const [older = '', newer = ''] = made
  await finder.open(older)
  expect(finder.status).toBe(410)
  await finder.open(newer)
  expect(finder.status).toBe(200)
  pass(24 * 60 * minute)
  await finder.press('決めて、始める', { パスワード: 'きのうのリンクで決めることば' })
  expect(finder.status).toBe(410)
})

test('phone and recovery codes lost: the administrator takes the second step away, with a code of her own', async () => {
  await keeper.open('/sign-in')
  await keeper.press('サインイン', { メールアドレス: 'hanako@example.jp', パスワード: passphrase })
  await keeper.press('サインイン', { 確認コード: nextCode(keeperSecret) })
  const here = `/staff/accounts/${accountId}/sign-ins`
  await keeper.open(here)
  await keeper.press('二段階認証を外す', { あなたの確認コード: '123456' })
  expect(keeper.status).toBe(422)
  await keeper.press('二段階認証を外す', { あなたの確認コード: nextCode(keeperSecret) })
  expect(keeper.words).toContain('設定していません')
  const back = await signIn(other)
  expect(back.path).toBe('/staff')
  await back.open('/staff/versions')
  expect(back.status).toBe(403)
})

test('nobody makes a link, or drops the second step, for themselves', async () => {
  await keeper.open('/staff/accounts')
  const own = keeper.all('a[href^="/staff/accounts/ac_"]').map((one) => one.getAttribute('href') ?? '')
  const mine = own.find((path) => !path.endsWith(accountId)) ?? ''
  for (const [path, act] of [
    ['link', ''],
    ['sign-ins', 'drop-second-factor'],
  ] as const) {
    const answer = await fetch(`${town.address}${mine}/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ act, code: nextCode(keeperSecret) }),
      headers: { cookie: keeper.cookie, origin: town.address },
    })
    expect(answer.status).toBe(403)
  }
})

test('the audit holds every act, and the chain is whole', async () => {
  const entries = await town.db.selectFrom('auditEntries').selectAll().orderBy('seq').execute()
  const told = new Set(entries.map(({ action, result, reason }) => `${action} ${result} ${reason}`.trim()))
  for (const act of [
    'end-own-sessions done one',
    'end-own-sessions done others',
    'end-sessions done',
    'make-sign-in-link done',
    'use-sign-in-link done',
    'use-sign-in-link refused spent',
    'drop-second-factor refused code',
    'drop-second-factor done',
  ]) {
    expect(told).toContain(act)
  }
  const all = JSON.stringify(entries)
  for (const words of [email, '次郎', '127.0.0.1', link.split('/').at(-1) ?? '-']) {
    expect(all).not.toContain(words)
  }
  expect((await verifyAudit(town.db)).problem).toBeUndefined()
})

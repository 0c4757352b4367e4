import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServerForTests, openMailServer, textOf } from '#test/mail-server.ts'
import { openTown, type Town } from '#test/town.ts'
import { codeAt } from './authenticator.ts'
import { codesOn, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** Members of the council without municipal accounts: they come in with a link and a code, read, comment, and check minutes. */

let town: Town
let smtp: MailServerForTests
let officer: Visitor
let member: Visitor
let access = ''
let shift = 0

beforeAll(async () => {
  smtp = await openMailServer()
  const environment = { SHIRUBE_SMTP_URL: smtp.url, SHIRUBE_MAIL_FROM: 'kikaku@city.example.jp' }
  town = await openTown({ environment, clock: () => new Date(Date.now() + shift) })
  officer = await firstOfficer(town)
  await officer.open('/staff/bodies')
  await officer.follow('総合計画審議会')
  access = `${officer.path}/access`
  member = new Visitor(town.address)
})
afterAll(async () => {
  await town.close()
  await smtp.close()
})

/** Hands a member their way in; gives the address of the link. */
async function invite(name: string, own: Record<string, string>) {
  await officer.open(access)
  const membershipId =
    officer
      .all('select[name="membershipId"] option')
      .find((one) => one.textContent === name)
      ?.getAttribute('value') ?? ''
  await officer.press('入口をつくる', { 委員: membershipId, ...own })
  return /\/members\/enter\/[\w-]+/.exec(officer.html)?.[0] ?? ''
}

test('a link without its code opens nothing, and guessing is slowed down', async () => {
  const link = await invite('見本 三郎', { '2つ目の確認': 'paper' })
  const codes = codesOn(officer).slice(1)
  expect(codes).toHaveLength(20)
  await member.open('/members')
  expect(member.path).toBe('/members/enter')
  await member.open(link)
  expect(member.words).toContain('「1番」')
  expect(member.words).not.toContain('三郎')
  const guesser = new Visitor(town.address)
  await guesser.open(link)
  for (let guess = 0; guess < 6; guess++) await guesser.press('入る', { 確認コード: `0000-000${guess}` })
  expect(guesser.status).toBe(422)
  expect(guesser.words).toContain('続けて何度も試された')
  shift += 11 * 60_000
  await member.open(link)
  await member.press('入る', { 確認コード: codes[0] ?? '' })
  expect(member.path).toBe('/members')
  expect(member.words).toContain('見本 三郎様')
  expect(member.headers.get('cache-control')).toContain('no-store')
  expect(member.headers.get('x-robots-tag')).toBe('noindex')
})

test('a member comments on a paragraph of the draft that was laid, with the words quoted', async () => {
  expect(member.words).toContain('示された案（1）')
  await member.follow('第1版')
  await member.follow('公共交通')
  const paragraph = member.all('.sb-paragraph p')[0]?.textContent?.trim() ?? ''
  await member.press('意見を送る', { 引用する言葉: 'そこにない言葉', 意見: '書いてください' })
  expect(member.status).toBe(422)
  expect(member.words).toContain('段落の中にありません')
  await member.press('意見を送る', { 引用する言葉: paragraph.slice(0, 8), 意見: '数で示してください。' })
  expect(member.words).toContain('意見を受け取りました')
  expect(member.words).toContain('引用した言葉のまま')
  expect(member.all('mark').map((mark) => mark.textContent)).toContain(paragraph.slice(0, 8))
})

test('a member sees what the own council was given and nothing else, whatever ids stand in the address', async () => {
  const meetings = await town.db.selectFrom('meetings').selectAll().execute()
  const bodies = await town.db.selectFrom('deliberationBodies').select(['id', 'name']).execute()
  const committee = bodies.find((body) => body['name'] === '総合計画策定委員会')?.['id'] ?? ''
  const [own] = meetings
  const foreign = { ...own, id: 'mt_9999999999', bodyId: committee, number: 9, state: 'published' }
  await town.db.insertInto('meetings').values(foreign).execute()
  const draft = await town.db.selectFrom('laidDrafts').selectAll().executeTakeFirst()
  await town.db
    .insertInto('laidDrafts')
    .values({ ...draft, id: 'ld_9999999999', bodyId: committee })
    .execute()
  const part = member.path.split('?')[0]?.split('/').at(-1) ?? ''
  for (const path of [
    '/members/meetings/mt_9999999999',
    '/members/meetings/mt_9999999999/papers/mp_9999999999',
    `/members/meetings/${own?.['id']}/papers/mp_9999999999`,
    '/members/drafts/ld_9999999999',
    `/members/drafts/ld_9999999999/${part}`,
    `/members/drafts/${draft?.['id']}/me_9999999999`,
  ]) {
    const trying = member.tab()
    await trying.open(path)
    expect([path, trying.status]).toEqual([path, 404])
  }
  for (const path of [
    '/staff/meetings',
    '/staff/drafts',
    `/staff/bodies/${committee}/access`,
    '/staff/process/outbox',
  ]) {
    const trying = member.tab()
    await trying.open(path)
    expect(trying.path.startsWith('/sign-in')).toBe(true)
  }
  await town.db.deleteFrom('laidDrafts').where('id', '=', 'ld_9999999999').execute()
})

test('the secretariat answers the comment, and the member reads the answer', async () => {
  await officer.open('/staff/drafts')
  expect(officer.words).toContain('対応待ち2件')
  await officer.follow('（総合計画審議会）')
  const [own = ''] = officer
    .all('section')
    .filter((section) => section.textContent?.includes('数で示してください。'))
    .map((section) => section.querySelector('input[name="commentId"]')?.getAttribute('value') ?? '')
  const answer = (note: string) => ({
    commentId: own,
    [`resolution-${own}`]: 'reflected',
    [`note-${own}`]: note,
    revision: '1',
  })
  await officer.pressWith('対応を記録する', {}, answer(''))
  expect(officer.status).toBe(422)
  await officer.pressWith('対応を記録する', {}, answer('現状に数を書き加えました。'))
  expect(officer.path).toContain('notice=saved')
  await officer.follow('会議資料の表（CSV）を保存')
  expect(new TextDecoder().decode(officer.bytes)).toContain('数で示してください。')
  await member.open(member.path.split('?')[0] ?? '')
  expect(member.words).toContain('事務局：現状に数を書き加えました。')
})

test('an app and a mail are ways in too; a code by mail is forgotten when it was sent', async () => {
  const byApp = await invite('例示 五月', { '2つ目の確認': 'totp' })
  const secret = codesOn(officer)[1] ?? ''
  const first = new Visitor(town.address)
  await first.open(byApp)
  await first.press('入る', { 確認コード: codeAt(secret, new Date(Date.now() + shift)) })
  expect(first.words).toContain('例示 五月様')
  const again = new Visitor(town.address)
  await again.open(byApp)
  await again.press('入る', { 確認コード: codeAt(secret, new Date(Date.now() + shift)) })
  expect(again.status).toBe(422)

  const byMail = await invite('例示 六実', { '2つ目の確認': 'mail', メールアドレス: 'mutsumi@example.jp' })
  const second = new Visitor(town.address)
  await second.open(byMail)
  await second.press('確認コードをメールで受け取る')
  await town.mails?.wake()
  const letter = textOf(smtp.received.find((one) => one.includes('To: mutsumi@example.jp')) ?? '')
  const code = /\d{6}/.exec(letter)?.[0] ?? ''
  await second.press('入る', { 確認コード: code })
  expect(second.words).toContain('例示 六実様')
  const kept = JSON.stringify(await town.db.selectFrom('outboxMails').selectAll().execute())
  expect(kept).not.toContain(code)
  await officer.open('/staff/process/outbox')
  expect(officer.words).toContain('総合計画審議会の委員')
  expect(officer.html).not.toContain('mutsumi')
})

test('a way in that was stopped, and an hour without use, end what was open', async () => {
  const link = await invite('見本 四季', { '2つ目の確認': 'paper' })
  const codes = codesOn(officer).slice(1)
  await member.open(link)
  await member.press('入る', { 確認コード: codes[0] ?? '' })
  expect(member.words).toContain('見本 四季様')
  await officer.open(access)
  await officer.press('止める（見本 四季）')
  await member.open('/members')
  expect(member.path).toBe('/members/enter')
  await member.open(link)
  expect(member.status).toBe(404)
  const renewed = await invite('見本 四季', { '2つ目の確認': 'paper' })
  await member.open(renewed)
  await member.press('入る', { 確認コード: codesOn(officer)[1] ?? '' })
  expect(member.path).toBe('/members')
  shift += 61 * 60_000
  await member.open('/members')
  expect(member.path).toBe('/members/enter')
})

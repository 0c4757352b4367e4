import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type MailServerForTests, openMailServer, textOf } from '#test/mail-server.ts'
import { openTown, type Town } from '#test/town.ts'
import { codesOn, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** What a body is told and given: the call to a meeting by mail, and sheets of departments to read and comment on. */

let town: Town
let smtp: MailServerForTests
let officer: Visitor
let member: Visitor
let access = ''

beforeAll(async () => {
  smtp = await openMailServer()
  town = await openTown({
    environment: { SHIRUBE_SMTP_URL: smtp.url, SHIRUBE_MAIL_FROM: 'kikaku@city.example.jp' },
  })
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

const seatOf = (field: string, name: string) =>
  officer
    .all(`select[name="${field}"] option`)
    .find((one) => one.textContent?.startsWith(name))
    ?.getAttribute('value') ?? ''

test('members are called to a meeting by mail, with its agenda and where the papers are; it stands who was told when', async () => {
  await officer.open(access)
  const ichiro = { アドレスを登録する委員: seatOf('addresseeId', '架空 一郎') }
  await officer.press('アドレスを登録する', { ...ichiro, お知らせのアドレス: 'ichiro@' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('メールアドレスの形で書いてください')
  await officer.press('アドレスを登録する', { ...ichiro, お知らせのアドレス: 'ichiro@example.jp' })
  expect(officer.html).not.toContain('ichiro')
  const called = await town.db.selectFrom('meetings').select('id').where('state', '=', 'called').execute()
  await officer.open(`/staff/meetings/${called[0]?.['id']}`)
  await officer.press('まだ知らせていない1人にメールで送る')
  expect(officer.words).toContain('委員への通知（4／7人）')
  await town.mails?.wake()
  const letters = smtp.received.filter((one) => one.includes('To: ichiro@example.jp'))
  expect(letters).toHaveLength(1)
  expect(textOf(letters[0] ?? '')).toContain('答申の案（架空）')
  expect(textOf(letters[0] ?? '')).toContain(`/members/meetings/${called[0]?.['id']}`)
  await officer.open(officer.path)
  expect(officer.words).toContain('メール：送信済み')
  expect(officer.words).not.toContain('人にメールで送る')
  await officer.open('/staff/process/outbox')
  expect(officer.words).toContain('総合計画審議会の委員')
  expect(officer.html).not.toContain('ichiro')
})

test('a member reads the sheets the council was given and comments by field; the secretariat sees it on the sheet', async () => {
  const sheets = await town.db
    .selectFrom('requestSheets')
    .select('id')
    .where('state', '=', 'answered')
    .execute()
  const [given, kept] = sheets.map(({ id }) => String(id))
  await officer.open('/staff/sheets')
  await officer.follow('施策・目標値依頼シート 第1回')
  await officer.follow('会議体の委員に示す')
  const council = officer
    .all('select[name="bodyId"] option')
    .find((one) => one.textContent === '総合計画審議会')
  const to = { 会議体: council?.getAttribute('value') ?? '' }
  await officer.press('選んだシートを委員に示す', to)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('示すシートを選んでください')
  await officer.pressWith('選んだシートを委員に示す', to, { sheet: given ?? '' })
  expect(officer.words).toContain('委員が読んでいるシート（4）')
  await officer.open(access)
  await officer.press('入口をつくる', { 委員: seatOf('membershipId', '見本 三郎'), '2つ目の確認': 'paper' })
  const link = /\/members\/enter\/[\w-]+/.exec(officer.html)?.[0] ?? ''
  await member.open(link)
  await member.press('入る', { 確認コード: codesOn(officer)[1] ?? '' })
  expect(member.words).toContain('示されたシート（1）')
  await member.open(`/members/sheets/${given}`)
  await member.follow('意見を書く：めざす姿')
  expect(member.fieldValue('意見の項目')).toBe('desired-state')
  await member.press('意見を送る', { 意見: '' })
  expect(member.status).toBe(422)
  await member.press('意見を送る', { 意見: 'だれにとっての姿か、書いてください。' })
  expect(member.words).toContain('意見を受け取りました')
  await officer.open(`/staff/sheets/${given}`)
  expect(officer.words).toContain('だれにとっての姿か、書いてください。')
  for (const path of [`/members/sheets/${kept}`, `/members/sheets/${given}/files/fi_0000000001`]) {
    const trying = member.tab()
    await trying.open(path)
    expect([path, trying.status]).toEqual([path, 404])
  }
})

test('a written meeting: a member answers by item on screen, another on paper, and the quorum is made of the answers', async () => {
  await officer.open('/staff/meetings/new')
  const bodyId = officer
    .all('select[name="bodyId"] option')
    .find((one) => one.textContent === '総合計画審議会')
  const heldOn = tokyoDay(new Date(Date.now() + 10 * 86_400_000))
  const typed = { 会議体: bodyId?.getAttribute('value') ?? '', 開催の日: heldOn }
  await officer.pressWith('準備を始める', typed, { isWritten: 'yes' })
  const meeting = officer.path.split('?')[0] ?? ''
  await officer.press('議題を加える', { 議題: '字句の修正' })
  await officer.press('招集する')
  expect(officer.words).toContain('書面での回答（0／7人）')
  await member.open(meeting.replace('/staff/', '/members/'))
  expect(member.words).toContain('書面開催')
  await member.press('回答を送る', { '意見：字句の修正': '読みやすい' })
  expect(member.status).toBe(422)
  expect(member.fieldValue('意見：字句の修正')).toBe('読みやすい')
  await member.press('回答を送る', { '回答：字句の修正': 'for' })
  expect(member.words).toContain('受け取りました')
  await officer.open(meeting)
  expect(officer.words).toContain('書面での回答（1／7人）')
  expect(officer.words).toContain('字句の修正：賛成1、反対0')
  await officer.press('回答を書き写す', { '回答：字句の修正': 'against' })
  expect(officer.words).toContain('書面での回答（2／7人）')
  const resident = new Visitor(town.address)
  await resident.open(meeting.replace('/staff', ''))
  expect(resident.words).toContain('書面開催（回答は')
  expect(resident.words).not.toContain('読みやすい')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServerForTests, openMailServer, textOf } from '#test/mail-server.ts'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** The making of the plan: a schedule from the template, its moves and late work, and what residents see of it. */

let town: Town
let smtp: MailServerForTests
let clock: () => Date
let officer: Visitor
let publisher: Visitor
let resident: Visitor

beforeAll(async () => {
  smtp = await openMailServer()
  clock = () => new Date()
  const environment = { SHIRUBE_SMTP_URL: smtp.url, SHIRUBE_MAIL_FROM: 'kikaku@city.example.jp' }
  town = await openTown({ environment, clock: () => clock() })
  officer = await firstOfficer(town)
  const person = { name: '市長 公子', email: 'kimiko@example.jp', role: 'publisher' }
  publisher = await colleagueOf(officer, person)
  resident = new Visitor(town.address)
})
afterAll(async () => {
  await town.close()
  await smtp.close()
})

/** The first day of the fiscal year after the one that runs. */
const nextYear = () => {
  const now = new Date()
  return now.getUTCFullYear() + (now.getUTCMonth() < 3 ? 0 : 1)
}

/** The task of the schedule; the menu has a link of the same words. */
const taskAddress = () =>
  officer
    .all('main a[href]')
    .find((link) => link.textContent?.trim() === '市民意向調査')
    ?.getAttribute('href') ?? ''

test('the sample town shows residents where it stands, what comes next and how to take part', async () => {
  await resident.open('/process')
  expect(resident.words).toContain('いま何をしている？')
  expect(resident.words).toContain('いつ決まる？')
  expect(resident.words).toContain('どこで意見を言える？')
  expect(resident.words).toContain('これは見本（架空）の工程です')
  expect(resident.words).not.toContain('若手職員の参画')
})

test('a new process is made from the two-year template', async () => {
  await officer.open('/staff/process/new')
  await officer.press('つくる', { 工程の名前: '' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('工程の名前を書いてください')
  const typed = { 工程の名前: '次の計画の策定', 開始の日: `${nextYear()}/4/1` }
  await officer.press('つくる', typed)
  expect(officer.path).toBe('/staff/process?notice=added')
  expect(officer.words).toContain('市民意向調査')
  expect(officer.words).toContain('関門 G2 素案として審議会・議会に示す')
})

test('residents see nothing of it before the publisher opens it', async () => {
  await resident.open('/process')
  expect(resident.words).toContain('まだ公開されていません')
  await officer.open('/staff/process/settings')
  expect(officer.words).toContain('公開を決めるのは、公開責任者です')
  await publisher.open('/staff/process/settings')
  await publisher.press('工程を公開する')
  await resident.open('/process')
  expect(resident.words).toContain('市民意向調査')
})

test('moving a task shows what waits for it, moves it on business days, and keeps the former date', async () => {
  await officer.open('/staff/process')
  await officer.open(taskAddress())
  const end = `${nextYear() + 1}-02-26`
  await officer.press('何が動くかを確かめる', { 終わりの日: end })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('日を動かす理由を書いてください')
  await officer.press('何が動くかを確かめる', { 終わりの日: end, 日を動かす理由: '回収に時間がかかるため' })
  expect(officer.words).toContain('待っている作業が')
  expect(officer.words).toContain('政策課題の整理')
  await officer.press('後に続く作業も動かす')
  expect(officer.status).toBe(200)
  await officer.open('/staff/process/changes')
  expect(officer.words).toContain('回収に時間がかかるため')
  await resident.open('/process')
  expect(resident.words).toContain('前の予定：')
  expect(resident.words).toContain('回収に時間がかかるため')
})

test('a deadline on a day on which the assembly sits is told before it moves there, and at the task', async () => {
  const [session] = await town.db
    .selectFrom('assemblySessions')
    .select(['name', 'endsOn'])
    .where('endsOn', '>', `${nextYear()}-10-01`)
    .orderBy('endsOn')
    .execute()
  const moveTo = async (day: string) => {
    await officer.press('何が動くかを確かめる', { 終わりの日: day, 日を動かす理由: '議会の日程による' })
    const told = officer.words
    await officer.press('この予定を動かす')
    return told
  }
  await officer.open('/staff/process')
  await officer.open(taskAddress())
  await moveTo(`${nextYear() + 1}-01-21`)
  expect(officer.words).not.toContain('会期中')
  const told = await moveTo(String(session?.['endsOn']))
  expect(told).toContain('「市民意向調査」の期限の')
  expect(told).toContain(`議会の会期中です（${session?.['name']}`)
  expect(officer.words).toContain(`議会の会期中です（${session?.['name']}`)
  await moveTo(`${nextYear() + 1}-02-26`)
})

test('the month shows meetings, holidays and the days of the tasks, month by month', async () => {
  await officer.open('/staff/process/month?month=2027-01')
  expect(officer.words).toContain('令和9年1月の予定')
  expect(officer.words).toContain('成人の日')
  await officer.follow('次の月（令和9年2月）')
  expect(officer.words).toContain('建国記念の日')
  await officer.open(`/staff/process/month?month=${nextYear() + 1}-02`)
  expect(officer.words).toContain('期限 市民意向調査')
  const marked = officer
    .all('td')
    .filter((day) => day.textContent?.includes('期限 市民意向調査'))
    .map((day) => day.querySelector('time')?.getAttribute('datetime'))
  expect(marked).toEqual([`${nextYear() + 1}-02-26`])
  await officer.open('/staff/process/month?month=2027-99')
  expect(officer.status).toBe(200)
})

test('the report of the week says which dates moved, what was decided and which meetings come', async () => {
  await officer.open('/staff/process/week')
  expect(officer.words).toContain('回収に時間がかかるため')
  expect(officer.words).toContain('総合計画審議会 第3回')
  await officer.follow('前の週')
  expect(officer.words).not.toContain('回収に時間がかかるため')
  await officer.follow('今週')
  expect(officer.words).toContain('動かした予定（')
  const [asked] = await town.db.selectFrom('inquiries').select(['askedOn', 'subject']).execute()
  await officer.open(`/staff/process/week?day=${asked?.['askedOn']}`)
  expect(officer.words).toContain(`市長 諮問：${asked?.['subject']}について`)
  const [bill] = await town.db.selectFrom('bills').select(['resolvedOn', 'title']).execute()
  await officer.open(`/staff/process/week?day=${bill?.['resolvedOn']}`)
  expect(officer.words).toContain(String(bill?.['title']))
  await officer.follow('市議会')
  expect(officer.status).toBe(200)
})

test('tasks that would wait for each other are refused with their names', async () => {
  await officer.open('/staff/process')
  await officer.open(taskAddress())
  const later = officer
    .all('input[name="predecessors"]')
    .find((box) => box.closest('label')?.textContent?.includes('政策課題の整理'))
  await officer.pressWith('内容を保存する', {}, { predecessors: later?.getAttribute('value') ?? '' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('作業が互いを待つことになります')
  expect(officer.words).toContain('「市民意向調査」')
})

test('a milestone with a gate is done only with a record of what was decided', async () => {
  await officer.open('/staff/process')
  await officer.follow('骨子案')
  expect(officer.words).toMatch(/いま通れ(ます|ません)/)
  await officer.press('記録する', { 状態: 'done', 終わった日: '令和9年8月31日' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('決めたことの記録')
  await officer.press('記録する', { 成果の記録: '第3回策定委員会で了承' })
  expect(officer.path).toContain('notice=saved')
})

test('two people at one task: the second sees both versions and loses nothing', async () => {
  await officer.open('/staff/process')
  await officer.follow('ワークショップ')
  const other = officer.tab()
  await other.open(officer.path)
  await other.press('記録する', { 状態: 'started', 始めた日: '令和9年9月1日' })
  await officer.press('記録する', { 状態: 'started', 始めた日: '令和9年9月2日' })
  expect(officer.status).toBe(409)
  expect(officer.words).toContain('ほかの人が先に保存しました')
  expect(officer.fieldValue('始めた日')).toBe('令和9年9月2日')
})

test('moving the start moves everything that has not begun', async () => {
  await officer.open('/staff/process/settings')
  const typed = { 新しい開始の日: `${nextYear()}-05-06`, 日を動かす理由: '人員の配置のため' }
  await officer.press('何が動くかを確かめる', typed)
  expect(officer.words).toContain('動く予定（')
  await officer.press('件の予定を動かす')
  expect(officer.path).toBe('/staff/process?notice=saved')
  await officer.open('/staff/process/changes')
  expect(officer.words).toContain('人員の配置のため')
})

test('a calendar address works without signing in until it is given up', async () => {
  await officer.open('/staff/process/calendar')
  await officer.press('アドレスをつくる')
  const address = /\/process\/calendar\/[\w-]+/.exec(officer.words)?.[0] ?? ''
  await resident.open(address)
  const text = new TextDecoder().decode(resident.bytes)
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(text).toContain('SUMMARY:計画の決定')
  await officer.press('アドレスをやめる')
  await resident.open(address)
  expect(resident.status).toBe(404)
  await resident.open('/process/calendar.ics')
  expect(resident.headers.get('content-type')).toContain('text/calendar')
})

test('reminders go out by mail in the morning, stand in the outbox, and are sent again from there', async () => {
  await officer.open('/staff/process')
  await officer.open(taskAddress())
  const end = /終わり：?(\d{4}-\d{2}-\d{2})/.exec(officer.words)?.[1] ?? officer.fieldValue('終わりの日')
  clock = () => new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000)
  await town.daily.look()
  await town.mails?.wake()
  clock = () => new Date()
  const letter = smtp.received.find((one) => one.includes('To: hanako@example.jp')) ?? ''
  expect(textOf(letter)).toContain('市民意向調査')
  expect(textOf(letter)).toContain(`${town.address}/staff/process/tasks/ta_`)
  await officer.open('/staff/process/outbox')
  expect(officer.words).toContain('期限のお知らせ')
  expect(officer.words).toContain('送信済み')
  expect(officer.html).not.toContain('hanako@example.jp')
  const before = smtp.received.length
  await officer.press('もう一度送る')
  await town.mails?.wake()
  expect(smtp.received.length).toBe(before + 1)
  await officer.press('試しに自分へ送る')
  await town.mails?.wake()
  expect(textOf(smtp.received.at(-1) ?? '')).toContain('試しのメール')
})

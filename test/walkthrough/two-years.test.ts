import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { Colleague, hire, linesOf, morningOf, passwordOf, withoutBodies } from './two-years.ts'
import {
  amendAndResolve,
  call,
  choiceOf,
  form,
  hold,
  publish,
  record,
  recordAllInTime,
  type Session,
  sheetRound,
} from './two-years-acts.ts'
import { Visitor } from './visitor.ts'

/**
 * The making of a plan over two fiscal years, 令和3年度 and 令和4年度, in the order of the policy for making it. At each step the
 * page residents read is kept as a golden file: where we are, what comes next, who decides, what was decided, what moved.
 */

// A step is many pages of many people; the next must not begin before it has ended.
vi.setConfig({ testTimeout: 300_000 })

let town: Town
let now = morningOf('2021-04-12')
let officer: Colleague
let publisher: Colleague
let resident: Visitor
let inquiry = ''

beforeAll(async () => {
  town = await openTown({ clock: () => now })
  await withoutBodies(town)
  officer = new Colleague(town.address, 'hanako@example.jp', passwordOf('企画 花子'))
  const person = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp' }
  await officer.begin(town.link ?? '', 'アカウントをつくって、始める', person, now)
  publisher = await hire(officer, { name: '市長 公子', email: 'kimiko@example.jp', role: 'publisher' }, now)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

const people = () => ({ officer, publisher, resident, now })

async function on(day: string) {
  now = morningOf(day)
  await officer.come(now)
}

/** What residents read on this day. */
async function golden(name: string) {
  await recordAllInTime(people())
  await resident.open('/process')
  await expect(linesOf(resident)).toMatchFileSnapshot(`../golden/process/${name}.txt`)
}

const fields = ['総務企画部会', '市民経済部会', '保健福祉部会', '都市建設部会', '教育部会']

test('令和3年度: the schedule is made from the template and opened; the bodies are formed', async () => {
  await on('2021-05-20')
  await officer.open('/staff/process/new')
  const process = {
    工程の名前: '後期基本計画の策定（架空）',
    説明: '2年かけて計画をつくります（架空）。',
    開始の日: '2021-04-01',
  }
  await officer.press('つくる', process)
  await publisher.come(now)
  await publisher.open('/staff/process/settings')
  await publisher.press('工程を公開する')
  const members = ['架空 一郎', '見本 二葉', '例示 三郎', '仮名 四季']
  await form(people(), { name: '総合計画審議会', kind: 'council', members, seats: '公募の市民 2' })
  await form(people(), { name: '総合計画策定委員会', kind: 'committee', members: ['見本 太郎', '架空 花子'] })
  for (const name of fields)
    await form(people(), {
      name,
      kind: 'subcommittee',
      members: [`${name.slice(0, 2)} 一`, `${name.slice(0, 2)} 二`],
    })
  await form(people(), { name: '補助員（ワーキング）', kind: 'working-group', members: [] })
  await form(people(), { name: '市議会', kind: 'assembly', members: [] })
  await record(people(), '策定方針の決定', {
    状態: 'done',
    終わった日: '2021-05-31',
    成果の記録: '策定方針（令和3年5月31日決裁）',
  })
  await golden('1-bodies-formed')
})

test('令和3年度: the basic survey runs, one date is moved with its reason', async () => {
  await on('2021-09-10')
  await record(people(), '市民意向調査', { 状態: 'started', 始めた日: '2021-08-02' })
  await officer.open('/staff/process')
  const survey = officer
    .all('main a[href]')
    .find((one) => one.textContent?.trim() === '市外に住む人の意向調査')
  await officer.open(survey?.getAttribute('href') ?? '')
  const moved = { 終わりの日: '2022-02-28', 日を動かす理由: '周辺の市との調整のため（架空）' }
  await officer.press('何が動くかを確かめる', moved)
  await officer.press('この予定を動かす')
  await golden('2-survey-running')
})

test('令和4年度: the mayor asks the council', async () => {
  await on('2022-05-20')
  await officer.open('/staff/inquiries/new')
  const asked = {
    文書番号: '企政第12号（架空）',
    件名: '後期基本計画の策定',
    根拠: '審議会条例第2条',
    諮問事項: '後期基本計画の案について',
  }
  await officer.press('諮問をつくる', { ...asked, 会議体: choiceOf(officer, 'bodyId', '総合計画審議会') })
  inquiry = officer.path.split('?')[0] ?? ''
  await officer.follow('諮問書をPDFで保存')
  expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 5))).toBe('%PDF-')
  await officer.open(inquiry)
  await officer.press('諮問書を出したことを記録する')
  const report = { 状態: 'done', 終わった日: '2022-05-20', 成果の記録: '企政第12号で諮問（架空）' }
  await record(people(), '審議会への諮問', report)
  await golden('3-council-asked')
})

test('令和4年度: the five subcommittees meet', async () => {
  const sessions = fields.map((body): Session => {
    const topic = `${body.replace('部会', '')}の骨子（架空）`
    return { body, topic, heldOn: '2022-07-05', decision: `${topic}を了承した。` }
  })
  const addresses: string[] = []
  await on('2022-06-21')
  for (const session of sessions) addresses.push(await call(people(), session))
  await on('2022-07-05')
  for (const [position, session] of sessions.entries())
    await hold(people(), addresses[position] ?? '', session)
  await on('2022-07-19')
  await publisher.come(now)
  for (const address of addresses) await publish(people(), address, '2022-07-18')
  await golden('4-subcommittees-met')
})

test('令和4年度: two rounds of sheets come back as real workbooks, and the second is taken into the plan', async () => {
  await on('2022-08-01')
  await officer.open('/staff/sheets/new')
  await officer.press('つくる（まだ送りません）', {
    依頼の名前: '試し',
    回答の使いみち: '試し',
    回答期限: '2022-08-20',
  })
  const excel = officer.all('a').find((one) => one.textContent?.startsWith('Excelで出す'))
  const unitId = excel?.getAttribute('href')?.split('/').at(-1) ?? ''
  const editor = await hire(
    officer,
    { name: '入力 一郎', email: 'ichiro@example.jp', role: 'section-editor', unitId },
    now,
  )
  const head = await hire(
    officer,
    { name: '課長 二子', email: 'futako@example.jp', role: 'section-approver', unitId },
    now,
  )
  await sheetRound(people(), '施策の調査（架空）', { editor, head, unitId })
  await on('2022-09-01')
  await editor.come(now)
  await head.come(now)
  const round = await sheetRound(people(), '施策・目標値の依頼（架空）', { editor, head, unitId })
  await officer.open(`${round}/compilation`)
  expect(officer.words).toContain('計画への変更案（まだ反映していません）')
  await officer.press('計画に反映する')
  expect(officer.words).toContain('反映の記録')
  await record(people(), '調査票とヒアリング（各課）', {
    状態: 'done',
    始めた日: '2022-08-01',
    終わった日: '2022-09-01',
    成果の記録: '2回の依頼',
  })
  await golden('5-sheets-accepted')
})

test('令和4年度: the council deliberates on the draft with its paper', async () => {
  const session = {
    body: '総合計画審議会',
    topic: '素案について（架空）',
    heldOn: '2022-11-07',
    decision: '素案を了承した。',
    paper: '素案（架空）',
  }
  await on('2022-10-24')
  const address = await call(people(), session)
  await on('2022-11-07')
  await hold(people(), address, session)
  await on('2022-11-21')
  await publisher.come(now)
  await publish(people(), address, '2022-11-20')
  await golden('6-draft-deliberated')
  await resident.follow('資料1 素案（架空）')
  expect(resident.headers.get('content-disposition')).toContain('attachment')
})

test('令和4年度: the council reports, and the city answers each view', async () => {
  await on('2023-02-10')
  await officer.open(inquiry)
  const report = {
    答申の番号: '総計審第3号（架空）',
    答申の日: '2023-02-10',
    結論: '案は適当と認める。',
    附帯意見: '広報に努めること\n財源を示すこと',
  }
  await officer.press('答申を保存する', report)
  await officer.press('対応を保存する', {
    '対応の種類（1）': 'later',
    '市の対応（1）': '広報紙で知らせます。',
    '対応の種類（2）': 'reflected',
    '市の対応（2）': '財政の見通しを載せました。',
  })
  expect(officer.words).toContain('未回答0件')
  await officer.follow('答申書をPDFで保存')
  expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 5))).toBe('%PDF-')
  await record(people(), '審議会の答申', {
    状態: 'done',
    終わった日: '2023-02-10',
    成果の記録: '総計審第3号（架空）',
  })
  await golden('7-council-reported')
})

test('令和4年度: the assembly amends and resolves, and the plan is decided', async () => {
  await on('2023-03-22')
  await amendAndResolve(people())
  await record(people(), '計画の決定', {
    状態: 'done',
    終わった日: '2023-03-22',
    成果の記録: '令和5年3月22日 修正可決（架空）',
  })
  await golden('8-plan-decided')
})

test('a citizen sees on one page what was decided when, by whom, with which papers', async () => {
  await resident.open('/meetings/decisions')
  await expect(linesOf(resident)).toMatchFileSnapshot('../golden/process/9-decisions.txt')
  expect(resident.words).toContain('資料1 素案（架空）')
})

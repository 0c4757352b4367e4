import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** A council from its founding to its report: members, a meeting with papers and minutes, the mayor's question answered. */

let town: Town
let officer: Visitor
let publisher: Visitor
let resident: Visitor
let meeting = ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const person = { name: '市長 公子', email: 'kimiko@example.jp', role: 'publisher' }
  publisher = await colleagueOf(officer, person)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

/** By the calendar of Japan, as the pages count. */
const daysAhead = (count: number) => tokyoDay(new Date(Date.now() + count * 86_400_000))
const inPublic = () => `/meetings/${meeting.split('/').at(-1)?.split('?')[0]}`

test('a body is founded with its rules, and members are appointed to its seats', async () => {
  await officer.open('/staff/bodies/new')
  const rules = { 名前: '未来会議', 設置の根拠: '未来会議設置要綱', 会議録の氏名: 'letters' }
  await officer.press('加える', { ...rules, 委員の定数: '市民 三人' })
  expect(officer.status).toBe(422)
  await officer.press('加える', { ...rules, 委員の定数: '公募の市民 ３' })
  expect(officer.words).toContain('公募の市民 3人中0人（空き3）')
  for (const [name, office] of [
    ['仮名 一子', '会長'],
    ['仮名 二郎', ''],
    ['仮名 三太', ''],
  ] as const) {
    const member = { 氏名: name, 役: office, 区分: '公募の市民', 就任の日: '令和7年4月1日' }
    await officer.press('委員を加える', member)
    expect(officer.status).toBe(200)
  }
  expect(officer.words).toContain('公募の市民 3人中3人（空き0）')
})

test('a meeting is prepared; without an agenda it cannot be called', async () => {
  await officer.open('/staff/meetings/new')
  const bodyId =
    officer
      .all('option')
      .find((one) => one.textContent === '未来会議')
      ?.getAttribute('value') ?? ''
  const place = { 会議体: bodyId, 開催の日: daysAhead(10), 始まりの時刻: '14時', 場所: '谷和原庁舎' }
  await officer.press('準備を始める', place)
  meeting = officer.path
  expect(officer.words).toContain('議題を1つ以上書いてください')
  await officer.press('議題を加える', { 議題: '骨子案について' })
  await officer.press('議題を加える', { 議題: '委員の推薦', 公開か非公開か: 'closed' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('非公開にする根拠')
  await officer.press('議題を加える', { 非公開の根拠: '情報公開条例第7条第2号' })
  expect(officer.words).toContain('議題（2）')
})

test('an item of the agenda is put right: its words and its place; a mistake comes back with what was typed', async () => {
  await officer.open(meeting)
  await officer.follow('直す（議題：骨子案について）')
  await officer.press('保存する', { 議題: '', 順番: '2' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('議題を書いてください')
  await officer.press('保存する', { 議題: '骨子について' })
  const items = () =>
    officer.all('section[aria-labelledby="agenda"] ol > li').map((one) => one.textContent ?? '')
  expect(items()).toEqual([expect.stringContaining('委員の推薦'), expect.stringContaining('骨子について')])
  await officer.follow('直す（議題：骨子について）')
  await officer.press('保存する', { 議題: '骨子案について', 順番: '1' })
  await officer.press('議題を加える', { 議題: 'まちがえた議題', 公開か非公開か: 'open' })
  await officer.follow('直す（議題：まちがえた議題）')
  await officer.press('「まちがえた議題」を消す')
  expect(items()).toEqual([expect.stringContaining('骨子案について'), expect.stringContaining('委員の推薦')])
})

test('a paper is taken by what it is, not by what it is called', async () => {
  const paper = { 資料の番号: '資料1', 資料の名前: '骨子案' }
  await officer.open(meeting)
  await officer.press('資料を載せる', { ...paper, ファイル: new File(['<script>'], '骨子案.pdf') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('載せられるのは、PDF')
  await officer.open(meeting)
  await officer.press('資料を載せる', { ...paper, ファイル: new File(['%PDF-1.7 sample'], '骨子案.pdf') })
  expect(officer.words).toContain('資料（1）')
})

test('residents see the meeting from its call on, but not its papers', async () => {
  await resident.open(inPublic())
  expect(resident.status).toBe(404)
  await officer.open(meeting)
  await officer.press('招集する')
  await resident.open('/meetings')
  expect(resident.words).toContain('骨子案について')
  await resident.open(inPublic())
  expect(resident.words).toContain('非公開：情報公開条例第7条第2号')
  expect(resident.words).toContain('資料は、開会から公開します')
})

test('without a mail server the page says so; the letter is printed, and who was told is recorded', async () => {
  await officer.open(meeting)
  expect(officer.words).toContain('委員への通知（0／3人）')
  expect(officer.words).toContain('メールサーバーが設定されていません')
  expect(officer.words).not.toContain('にメールで送る')
  await officer.press('知らせたことを記録する', { 知らせた日: daysAhead(0) })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('知らせた委員を選んでください')
  const [first = ''] = officer.all('input[name="told"]').map((box) => box.getAttribute('value') ?? '')
  await officer.pressWith('知らせたことを記録する', { 知らせた日: daysAhead(0) }, { told: first })
  expect(officer.words).toContain('委員への通知（1／3人）')
  await officer.follow('通知書をPDFで開く')
  expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 5))).toBe('%PDF-')
  await officer.open(meeting)
  await officer.follow('通知書をWordで保存')
  expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 2))).toBe('PK')
})

test('without a quorum nothing can be decided', async () => {
  await officer.open(meeting)
  await officer.press('出欠を記録する', { '仮名 二郎': 'absent', '仮名 三太': 'proxy' })
  expect(officer.words).toContain('委員3人中1人が出席しました（定足数2人）')
  await officer.press('決定を加える', { 決定の内容: '了承する。' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('定足数に足りない')
  await officer.open(meeting)
  await officer.press('出欠を記録する', { '仮名 三太': 'present' })
  const decided = { 決定の内容: '骨子案を了承する。', 賛成: '2', 反対: '0' }
  await officer.pressWith('決定を加える', decided, { subject: 've_0000000000' })
  expect(officer.words).toContain('選んだものが見つかりません')
  const version = officer.all('input[name="subject"][value^="ve_"]')[0]?.getAttribute('value') ?? ''
  await officer.pressWith('決定を加える', { ...decided, 賛成: '9' }, { subject: version })
  expect(officer.status).toBe(422)
  await officer.press('決定を加える', { 賛成: '2' }) // the version stays ticked
  expect(officer.words).toContain('賛成2、反対0')
  expect(officer.words).toContain('計画の版：')
  await officer.follow('作業を加える（骨子案を了承する。）')
  const days = { 始まりの日: daysAhead(11), 終わりの日: daysAhead(30) }
  await officer.press('加える', { 名前: '骨子案を直す', ...days })
  expect(officer.path).toContain('notice=added')
  await officer.open(meeting)
  expect(officer.words).toContain('この決定から始めた作業：骨子案を直す')
  const idOf = (words: string) =>
    officer
      .all('select[name="decisionId"] option')
      .find((one) => one.textContent?.includes(words))
      ?.getAttribute('value') ?? ''
  await officer.press('決定を取り消す', { 取り消す決定: idOf('骨子案を了承する') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('この決定から始めた作業があります')
  await officer.open(meeting)
  await officer.press('決定を加える', { 決定の種類: 'reported', 決定の内容: '別の会議の報告。' })
  expect(officer.words).toContain('決定事項（2）')
  await officer.press('決定を取り消す', { 取り消す決定: idOf('別の会議の報告') })
  expect(officer.words).toContain('決定事項（1）')
})

test('the paper is public from the opening on, as attachment', async () => {
  await resident.open(inPublic())
  await resident.follow('骨子案')
  expect(resident.headers.get('content-disposition')).toContain('attachment')
  expect(new TextDecoder().decode(resident.bytes)).toBe('%PDF-1.7 sample')
})

test('minutes are written, confirmed, and published by somebody else, without names and without what was closed', async () => {
  await officer.open(meeting)
  const text = { 骨子案について: '仮名二郎委員：賛成です。', '委員の推薦（非公開）': '推薦の話' }
  await officer.press('会議録の案を保存する', text)
  await officer.press('確定を記録する', { 確定した人: '会長', 確定の日: daysAhead(20) })
  expect(officer.words).toContain('別の人（事務局か公開責任者）が公開します')
  await resident.open(inPublic())
  expect(resident.words).not.toContain('賛成です')
  await publisher.open(meeting)
  await publisher.press('会議録を公開する')
  expect(publisher.status).toBe(200)
  await resident.open(inPublic())
  expect(resident.words).toContain('委員B：賛成です。')
  expect(resident.words).toContain('骨子案を了承する。')
  expect(resident.html).not.toContain('仮名')
  expect(resident.html).not.toContain('推薦の話')
})

test('the mayor asks, the council answers, and the city answers each view', async () => {
  await officer.open('/staff/inquiries/new')
  const asked = {
    文書番号: '企政第99号',
    件名: '骨子案',
    根拠: '未来会議設置要綱第2条',
    諮問事項: '骨子案について',
  }
  await officer.press('諮問をつくる', asked)
  const inquiry = officer.path.split('?')[0] ?? ''
  await officer.follow('諮問書をWordで保存')
  expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 2))).toBe('PK')
  const inPublic = inquiry.replace('/staff/', '/meetings/')
  await resident.open(inPublic)
  expect(resident.status).toBe(404)
  await officer.open(`${inquiry}/edit`)
  await officer.press('保存する', { 文書番号: '' })
  expect(officer.status).toBe(422)
  await officer.press('保存する', { 文書番号: '企政第100号', 諮問事項: '骨子の案について' })
  expect(officer.words).toContain('企政第100号')
  await officer.press('諮問書を出したことを記録する')
  await resident.open(inPublic)
  expect(resident.words).toContain('骨子の案について')
  await officer.open(`${inquiry}/edit`)
  expect(officer.words).toContain('この諮問は直せません')
  await officer.follow('諮問の画面へ')
  const wrong = { 訂正の理由: '写し間違い', 正: '骨子案について' }
  await officer.press('訂正を載せる', {
    ...wrong,
    どこの訂正か: 'question',
    '誤（諮問書にある言葉）': '素案',
  })
  expect(officer.words).toContain('この言葉は、諮問の「諮問事項」')
  await officer.press('訂正を載せる', { '誤（諮問書にある言葉）': '骨子の案について' })
  await resident.open(inPublic)
  expect(resident.words).toContain('誤「骨子の案について」')
  await officer.open(inquiry)
  const report = {
    答申の番号: '未会第1号',
    答申の日: daysAhead(0),
    結論: '適当と認める。',
    附帯意見: '１．広報に努めること',
  }
  await officer.press('答申を保存する', report)
  expect(officer.words).toContain('附帯意見への対応（未回答1件）')
  await officer.press('対応を保存する', {
    '対応の種類（1）': 'later',
    '市の対応（1）': '広報紙で知らせます。',
  })
  expect(officer.words).toContain('附帯意見への対応（未回答0件）')
  await officer.follow('答申書をWordで保存')
  expect(officer.headers.get('content-type')).toContain('wordprocessingml')
  for (const letter of ['諮問書をPDFで保存', '答申書をPDFで保存', '附帯意見への対応をPDFで保存']) {
    await officer.open(inquiry)
    await officer.follow(letter)
    expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 5))).toBe('%PDF-')
  }
  await resident.open('/meetings')
  expect(resident.words).toContain('広報紙で知らせます。')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** What of a meeting is put right: records laid as papers, papers replaced and erased, a link that leaked, an erratum. */

let town: Town
let officer: Visitor
let publisher: Visitor
let resident: Visitor
let meeting = ''

/** By the calendar of Japan, as the pages count. */
const daysAhead = (count: number) => tokyoDay(new Date(Date.now() + count * 86_400_000))
const inPublic = () => `/meetings/${meeting.split('/').at(-1)?.split('?')[0]}`
const optionOf = (select: string, begin: string) =>
  officer
    .all(`select[name="${select}"] option`)
    .find((one) => one.textContent?.startsWith(begin))
    ?.getAttribute('value') ?? ''

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  const person = { name: '市長 公子', email: 'kimiko@example.jp', role: 'publisher' }
  publisher = await colleagueOf(officer, person)
  resident = new Visitor(town.address)
  await officer.open('/staff/bodies/new')
  const rules = { 名前: '未来会議', 設置の根拠: '未来会議設置要綱', 会議録の氏名: 'letters' }
  await officer.press('加える', { ...rules, 委員の定数: '公募の市民 1' })
  const member = { 氏名: '仮名 二郎', 区分: '公募の市民', 就任の日: '令和7年4月1日' }
  await officer.press('委員を加える', member)
  await officer.open('/staff/meetings/new')
  const place = { 会議体: optionOf('bodyId', '未来会議'), 開催の日: daysAhead(10), 場所: '谷和原庁舎' }
  await officer.press('準備を始める', { ...place, 始まりの時刻: '14時' })
  meeting = officer.path
  await officer.press('議題を加える', { 議題: '骨子案について' })
  const file = new File(['%PDF-1.7 sample'], '骨子案.pdf')
  await officer.press('資料を載せる', { 資料の番号: '資料1', 資料の名前: '骨子案', ファイル: file })
  await officer.open(meeting)
  await officer.press('招集する')
})
afterAll(() => town.close())

test('a record is laid as it stands, as a PDF that knows what it was made from', async () => {
  await officer.open(meeting)
  const sources = officer
    .all('select[name="source"] option')
    .map((option) => option.getAttribute('value') ?? '')
  for (const kind of ['version', 'lint', 'survey', 'sheets', 'round-paper'])
    expect([kind, sources.some((value) => value.startsWith(`${kind}:`))]).toEqual([kind, true])
  const paper = { 資料の番号: '資料2', 資料の名前: '点検の報告' }
  await officer.press('資料を載せる', paper)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('ファイルか、もとになる記録を選んでください')
  for (const [number, kind] of Object.entries({
    資料2: 'lint',
    資料3: 'survey',
    資料4: 'sheets',
    資料5: 'version',
  })) {
    await officer.open(meeting)
    const source = sources.find((value) => value.startsWith(`${kind}:`)) ?? ''
    const name = { 資料の番号: number, 資料の名前: `記録の${kind}` }
    await officer.press('資料を載せる', { ...name, 'ファイルのかわりに、いまの記録からつくる': source })
    expect([kind, officer.status]).toEqual([kind, 200])
    expect(officer.words).toContain('照合番号')
    await officer.follow(`記録の${kind}`)
    expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 5))).toBe('%PDF-')
  }
})

test('a paper keeps its number: typed, from the name of its file, or the next one; none is given twice', async () => {
  const lay = async (entered: Record<string, string | File>) => {
    await officer.open(meeting)
    await officer.press('資料を載せる', entered)
  }
  const numbered = (words: string) => new File([`%PDF-1.7 ${words}`], `資料５－１_${words}.pdf`)
  await lay({ 資料の番号: '資料 １', 資料の名前: '別の骨子案', ファイル: numbered('別の骨子案') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('資料1は、すでにあります')
  await lay({ ファイル: numbered('委員の提案') })
  expect(officer.words).toContain('資料5-1 委員の提案')
  await lay({ ファイル: numbered('もう一つの提案') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('資料5-1は、すでにあります')
  await officer.open(meeting)
  const round = officer
    .all('select[name="source"] option')
    .find((option) => option.getAttribute('value')?.startsWith('round-paper:'))
  await lay({ 'ファイルのかわりに、いまの記録からつくる': round?.getAttribute('value') ?? '' })
  expect(officer.status).toBe(200)
  expect(officer.words).toContain(`資料6 ${round?.textContent?.split('：').at(-1)}`)
  await lay({ ファイル: new File(['%PDF-1.7 x'], '名前だけ.pdf') })
  expect(officer.words).toContain('資料の名前を書いてください')
})

test('a mistyped number and name are put right; what is wrong comes back with what was typed', async () => {
  await officer.open(meeting)
  await officer.follow('番号と名前を直す（資料5-1）')
  await officer.press('保存する', { 資料の番号: '資料1', 資料の名前: '委員からの提案' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('資料1は、すでにあります')
  expect(officer.all('input[name="paperTitle"]')[0]?.getAttribute('value')).toBe('委員からの提案')
  await officer.press('保存する', { 資料の番号: '資料5-2' })
  expect(officer.words).toContain('資料5-2 委員からの提案')
  await officer.follow('番号と名前を直す（資料6）')
  await officer.press('保存する', { 資料の番号: '資料7' })
  expect(officer.words).toContain('番号が印刷されている資料です')
})

test('a paper is replaced with a reason: the one before stays for those inside', async () => {
  await officer.open(meeting)
  const replaced = optionOf('replacedId', '資料1 骨子案')
  const given = { 差し替える資料: replaced, 新しいファイル: new File(['%PDF-1.7 second'], '骨子案2.pdf') }
  await officer.press('差し替える', { ...given, 新しい資料の名前: '骨子案（修正）' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('差替えの理由を書いてください')
  await officer.press('差し替える', { ...given, 差替えの理由: '表の数値を直したため' })
  expect(officer.words).toContain('差替え（')
  expect(officer.words).toContain('差替え前の資料：骨子案')
  await officer.follow('骨子案')
  expect(new TextDecoder().decode(officer.bytes)).toBe('%PDF-1.7 sample')
})

test('something personal in a paper: it is withdrawn with its file, and the tombstone stays', async () => {
  await officer.open(meeting)
  const wrong = optionOf('paperId', '資料4')
  await officer.pressWith(
    '取り下げる',
    { 取り下げる資料: wrong, 取り下げの理由: '個人の情報があったため' },
    { isErased: 'yes' },
  )
  expect(officer.words).toContain('取り下げました：個人の情報があったため。ファイルは消しました')
})

test('the link of the meeting is for the members; residents do not see it days before', async () => {
  await officer.open(meeting)
  await officer.press('リンクを保存する', { リンク: 'http://meet.example.jp/a' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('https:// で始まるアドレス')
  await officer.press('リンクを保存する', { リンク: 'https://meet.example.jp/a' })
  expect(officer.words).toContain('市民のページ：始まりの1時間前から')
  await resident.open(inPublic())
  expect(resident.status).toBe(200)
  expect(resident.html).not.toContain('meet.example.jp')
})

test('a link that leaked is replaced, with the reason', async () => {
  await officer.open(meeting)
  await officer.press('リンクを保存する', { リンク: 'https://meet.example.jp/b' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('差し替えの理由を書いてください')
  await officer.press('リンクを保存する', { 差し替えの理由: 'リンクが外にもれたため' })
  expect(officer.words).toContain('新しいリンクに差し替えました（リンクが外にもれたため）')
  expect(officer.html).not.toContain('meet.example.jp/a')
})

test('from the opening residents get the new paper, and read that and why it was replaced', async () => {
  await officer.open(meeting)
  await officer.press('出欠を記録する')
  await resident.open(inPublic())
  expect(resident.words).toContain('表の数値を直したため')
  expect(resident.words).not.toContain('差替え前の資料')
  expect(resident.words).toContain('取り下げました：個人の情報があったため')
  await resident.follow('骨子案（修正）')
  expect(new TextDecoder().decode(resident.bytes)).toBe('%PDF-1.7 second')
})

test('a mistake in published minutes gets an erratum; the minutes stay as they were', async () => {
  await officer.open(meeting)
  await officer.press('会議録の案を保存する', { 骨子案について: '仮名二郎委員：賛成です。' })
  await officer.press('確定を記録する', { 確定した人: '会長', 確定の日: daysAhead(20) })
  await publisher.open(meeting)
  await publisher.press('会議録を公開する')
  const words = { 正: '反対です', 訂正の理由: '録音で確かめたため' }
  await publisher.press('正誤を載せる', { '誤（会議録にある言葉）': 'そこにない言葉', ...words })
  expect(publisher.status).toBe(422)
  expect(publisher.words).toContain('会議録（訂正した後の言葉）にありません')
  await publisher.press('正誤を載せる', { '誤（会議録にある言葉）': '賛成です' })
  expect(publisher.status).toBe(200)
  await resident.open(inPublic())
  expect(resident.words).toContain('委員A：賛成です。')
  expect(resident.words).toContain('誤「賛成です」')
  expect(resident.words).toContain('正「反対です」')
  expect(resident.words).toContain('録音で確かめたため')
})

test('agenda and papers of a published meeting show what is there and why it stays', async () => {
  const published = await town.db
    .selectFrom('meetings')
    .innerJoin('meetingPapers', 'meetingPapers.meetingId', 'meetings.id')
    .select(['meetings.id'])
    .where('state', '=', 'published')
    .executeTakeFirst()
  const meetingId = published?.['id'] ?? ''
  const meeting = `/staff/meetings/${meetingId}`
  for (const [table, folder, end] of [
    ['agendaItems', 'agenda', ''],
    ['meetingPapers', 'papers', '/details'],
  ] as const) {
    const row = await town.db
      .selectFrom(table)
      .select(['id'])
      .where('meetingId', '=', meetingId)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    await officer.open(`${meeting}/${folder}/${row?.['id']}${end}`)
    expect(officer.words).toContain('会議録を公開したので')
    expect(officer.all('main form')).toEqual([])
    await officer.follow('会議の画面へ')
    expect(officer.path).toBe(meeting)
  }
})

test('a decision leads to everything it is about: a measure, and the version that was approved', async () => {
  await resident.open('/meetings/decisions')
  const row = resident.all('tbody tr').find((one) => one.textContent?.includes('素案（架空）を了承した'))
  const links = [...(row?.querySelectorAll('[data-label="何についてか"] a') ?? [])]
  const [measure, version] = links.map((link) => link.getAttribute('href') ?? '')
  expect(measure).toMatch(/^\/plan\/items\/me_/)
  expect(version).toMatch(/^\/plan\/versions\/ve_/)
  await resident.open(version ?? '')
  expect(resident.status).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** A survey told in order: questionnaire → sample → letters → web and paper → close → results → publication. */

let town: Town
let officer: Visitor
let late = 0
let survey = ''
let codes: string[] = []
const minutes = (count: number) => count * 60_000
const clock = () => new Date(Date.now() + late)
const today = () => tokyoDay(clock())
const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' })
const staff = (part = '') => `/staff/surveys/${survey}${part}`
const answer = (part = '') => `/surveys/${survey}/answer${part}`
const textOf = (visitor: Visitor) => new TextDecoder().decode(visitor.bytes)

beforeAll(async () => {
  town = await openTown({ clock })
  officer = await firstOfficer(town)
})
afterAll(() => town.close())

async function begin(code: string) {
  const person = new Visitor(town.address)
  await person.open(answer())
  await person.pressWith('回答を始める・続ける', { 回答コード: code }, { consent: 'yes' })
  return person
}

test('everybody reads the published sample survey, small counts hidden', async () => {
  const resident = new Visitor(town.address)
  await resident.open('/surveys')
  await resident.follow('令和8年度 市民意向調査')
  expect(resident.words).toContain('見本（架空）')
  expect(resident.words).toContain('隠した数')
  expect(resident.words).toMatch(/有効回答 ?414件/)
})

test('the officer begins a survey; a period that runs backwards comes back with what was typed', async () => {
  await officer.open('/staff/surveys')
  await officer.follow('調査をつくる')
  const typed = { 調査名: '暮らしの調査', 始まる日: today(), 層と人口: '地区,人口\n北,400\n南,300' }
  await officer.press('つくって、調査票へ進む', { ...typed, 終わる日: '2020-01-01' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('＊終わる日は、始まる日以後にしてください')
  expect(officer.fieldValue('調査名')).toBe('暮らしの調査')
  await officer.press('つくって、調査票へ進む', {
    ...typed,
    終わる日: '2099-12-31',
    層と人口: '地区,人口\n北,たくさん',
  })
  expect(officer.words).toContain('＊層の2行目：人口は1以上の整数で書いてください')
  await officer.press('つくって、調査票へ進む', { ...typed, 終わる日: '2099-12-31' })
  survey = /sv_[0-9a-z]{10}/.exec(officer.path)?.[0] ?? ''
  expect(officer.path).toBe(`${staff('/questionnaire')}?notice=added`)
})

const options = (...labels: string[]) =>
  Object.fromEntries(
    labels.flatMap((label, at) => [
      [`option-${at}-code`, String(at + 1)],
      [`option-${at}-label`, label],
    ]),
  )

async function addQuestion(type: string, text: string, fields: Record<string, string>) {
  await officer.open(staff('/questionnaire'))
  const sections = officer.all('form input[name="id"]')
  expect(sections.length).toBeGreaterThan(0)
  await officer.pressWith('設問を加える', {}, { type })
  await officer.pressWith('保存する', { 設問の文: text }, fields)
  expect(officer.status).toBe(200)
}

test('questions are added, checked, put on a condition and moved; a question asked of nobody is found', async () => {
  expect(officer.words).toContain('設問がありません')
  await addQuestion('single', '住みよいですか。', options('はい', 'いいえ'))
  await addQuestion('multiple', 'なぜですか。', {
    ...options('遠い', '高い', '暗い', '特にない'),
    'option-3-kind': 'exclusive',
    maximum: '2',
    branchOn: 'q1',
    branchCodes: '2',
  })
  await addQuestion('number', '何人で住んでいますか。', { minimum: '1', maximum: '20' })
  await addQuestion('text-long', 'ご意見をどうぞ。', {})
  await officer.open(staff('/questionnaire'))
  expect(officer.words).toContain('調査票の点検：問題はありません。')
  await officer.press('上へ：問2')
  expect(officer.words).toContain('問1：後にある問2を条件にしています')
  await officer.press('下へ：問1')
  expect(officer.words).toContain('問題はありません')
  await officer.open(staff('/questions/q2'))
  await officer.pressWith('保存する', {}, { branchCodes: '7' })
  expect(officer.words).toContain('条件の問1に、選択肢「7」がありません')
  await officer.open(staff('/questions/q2'))
  await officer.pressWith('保存する', {}, { branchCodes: '2', maximum: '9' })
  expect(officer.words).toContain('問2：9つまで選べますが、選択肢は3つです')
  await officer.open(staff('/questions/q2'))
  await officer.pressWith('保存する', {}, { maximum: '2' })
  await officer.press('ページを加える', { 新しいページの題: 'おわりに' })
  expect(officer.words).toContain('ページ「おわりに」に設問がありません')
  await officer.press('下へ：問4')
  expect(officer.words).toContain('問題はありません')
  await officer.follow('回答画面で見る')
  expect(officer.words).toContain('（2つまで）')
})

test('two officers at once: the second gets what is saved beside what was typed', async () => {
  const other = officer.tab()
  await other.open(staff('/questions/q1'))
  await officer.open(staff('/questions/q1'))
  await officer.press('保存する', { 設問の文: 'この市は住みよいですか。' })
  await other.press('保存する', { 設問の文: 'ここは住みよいですか。' })
  expect(other.status).toBe(409)
  expect(other.words).toContain('この市は住みよいですか。')
  expect(other.fieldValue('設問の文')).toBe('ここは住みよいですか。')
})

test('the sample: size and error, a list with names is refused, the same seed draws the same people', async () => {
  await officer.open(`${staff('/sample')}?population=50000&error=3&rate=50`)
  expect(officer.words).toMatch(/必要な回答 ?1,045/)
  expect(officer.words).toMatch(/送る数 ?2,090/)
  const people = Array.from({ length: 70 }, (_, at) => `${1000 + at},${at < 40 ? '北' : '南'}`).join('\n')
  const draw = { 抽出する人数: '60', '種（乱数のもとになる言葉）': '令和8年' }
  const named = csv('名簿.csv', `宛名番号,氏名,地区\n1,見本 太郎,北\n`)
  await officer.press('抽出して、回答コードを出す', { ...draw, '抽出名簿（CSV）': named })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('個人が分かる列は取り込めません')
  const list = csv('名簿.csv', `宛名番号,地区\n${people}\n`)
  await officer.press('抽出して、回答コードを出す', { ...draw, '抽出名簿（CSV）': list })
  const first = textOf(officer).split('\r\n').slice(1, -1)
  expect(first).toHaveLength(60)
  await officer.open(staff('/sample'))
  await officer.press('抽出して、回答コードを出す', { ...draw, '抽出名簿（CSV）': list })
  const second = textOf(officer).split('\r\n').slice(1, -1)
  const peopleOf = (lines: string[]) => lines.map((line) => line.split(',').slice(0, 2).join())
  expect(peopleOf(second)).toEqual(peopleOf(first))
  codes = second.map((line) => line.split(',')[2] ?? '')
  expect(new Set(codes).size).toBe(60)
})

test('nobody outside sees the survey before it is open; then wrong codes are told apart from spent ones only', async () => {
  const resident = new Visitor(town.address)
  await resident.open(`/surveys/${survey}`)
  expect(resident.status).toBe(404)
  await officer.open(staff())
  await officer.press('調査を始める')
  expect(officer.words).toContain('受付中')
  await resident.open(`/surveys/${survey}`)
  await resident.follow('回答コードを入力して答える')
  await resident.press('回答を始める・続ける', { 回答コード: 'ABC' })
  expect(resident.words).toContain('＊回答コードは、手紙にある10文字です')
  expect(resident.words).toContain('＊説明を読み、同意する欄に印を付けてください')
  const unknown = await begin('22222-22222')
  expect(unknown.words).toContain('この回答コードは見つかりません')
})

test('a resident answers, goes on on another device, looks again, and sends twice', async () => {
  const [code = ''] = codes
  const phone = await begin(code.toLowerCase().replace('-', '　'))
  expect(phone.path).toBe(answer('/s1'))
  expect(phone.words).not.toContain('なぜですか')
  await phone.pressWith('次へ進む', {}, { q1: '2' })
  expect(phone.words).toContain('お答えに合わせて、このページに設問が増えました')
  await phone.pressWith('次へ進む', {}, { q3: 'ふたり' })
  expect(phone.status).toBe(422)
  expect(phone.words).toContain('＊問3：数字で書いてください')
  expect(phone.words).toContain('なぜですか')
  await phone.pressWith('保存して、あとで続ける', {}, { q2: '4', q3: '２' })
  expect(phone.words).toContain('まだ送信していません')
  await phone.open(answer('/s1'))
  expect(phone.status).toBe(409)
  const library = await begin(code)
  expect(library.path).toBe(`${answer('/s1')}?from=saved`)
  expect(library.all('input[name="q2"][checked]').map((one) => one.getAttribute('value'))).toEqual(['4'])
  await library.press('次へ進む')
  await library.pressWith('次へ進む', {}, { q4: 'バスを増やしてください。<b>' })
  expect(library.path).toBe(answer('/check'))
  expect(library.words).toContain('特にない')
  const again = library.tab()
  await again.open(answer('/check'))
  await library.press('この内容で送信する')
  const receipt = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(library.words)?.[0]
  expect(receipt).toBeDefined()
  await again.press('この内容で送信する')
  expect(again.words).toContain(receipt ?? '?')
  expect((await begin(code)).words).toContain('すでに回答を受け付けています')
})

test('what a browser should not send is refused: codes outside the list, too many marks, an exclusive one with others', async () => {
  const person = await begin(codes[1] ?? '')
  await person.pressWith('次へ進む', {}, { q1: '99', q3: '400' })
  expect(person.words).toContain('＊問3：20以下の数を書いてください')
  expect(person.all('input[name="q1"][checked]')).toEqual([])
  await person.open(answer('/check'))
  await person.press('この内容で送信する')
  expect(person.status).toBe(422)
  expect(person.words).toContain('＊問3：20以下の数を書いてください')
})

test('paper is keyed in by codes; mistakes stand beside their fields; a code that has answered is kept out', async () => {
  await officer.open(staff('/entry'))
  const wrong = { q1: '5', q2: '1 9', q3: '0' }
  await officer.pressWith('この1枚を保存して、次へ', { 回答コード: codes[2] ?? '' }, wrong)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('「5」は選択肢にありません')
  expect(officer.words).toContain('「1 9」に、選択肢にない番号があります')
  await officer.pressWith('この1枚を保存して、次へ', {}, { q1: '2', q2: '1 3', q3: '.' })
  expect(officer.words).toContain('1枚を入力しました')
  await officer.pressWith('この1枚を保存して、次へ', { 回答コード: codes[2] ?? '' }, { q1: '1' })
  expect(officer.words).toContain('すでに回答があります')
  await officer.press('この1枚を保存して、次へ', { 回答コード: '22222-22222' })
  expect(officer.words).toContain('この調査のものではありません')
})

test('a file is looked through by row and column, taken whole or not at all, and once', async () => {
  await officer.open(staff('/import'))
  const bad = csv('回答.csv', '地区,q1,q3\n北,はい,3\n南,たぶん,2\n東,1,2\n北,1\n')
  await officer.press('内容を確かめる', { CSVファイル: bad })
  expect(officer.status).toBe(422)
  const rows = officer.all('tbody tr').map((row) => (row.textContent ?? '').trim())
  expect(rows.some((row) => row.startsWith('3q1') && row.includes('「たぶん」は選択肢にありません'))).toBe(
    true,
  )
  expect(rows.some((row) => row.startsWith('4地区') && row.includes('「東」という層はありません'))).toBe(true)
  expect(rows.some((row) => row.startsWith('5') && row.includes('列の数が2で、見出しの3と違います'))).toBe(
    true,
  )
  const lines = Array.from(
    { length: 60 },
    (_, at) => `${at % 2 ? '北' : '南'},${at % 3 ? 'はい' : '2'},${(at % 5) + 1}`,
  )
  const good = () => csv('回答.csv', `地区,q1,q3\n${lines.join('\n')}\n`)
  await officer.press('内容を確かめる', { CSVファイル: good() })
  expect(officer.words).toContain('回答 60件')
  expect(officer.words).toContain('ファイルにない列')
  await officer.press('60件を取り込む')
  expect(officer.words).toContain('取り込みました')
  await officer.open(staff('/import'))
  await officer.press('内容を確かめる', { CSVファイル: good() })
  await officer.press('60件を取り込む')
  expect(officer.status).toBe(409)
  expect(officer.words).toContain('すでに取り込んであります')
})

test('roles: a clerk keys in and no more, a member reads results and no answers', async () => {
  const clerk = await colleagueOf(officer, {
    name: '入力 次郎',
    email: 'jiro@example.jp',
    role: 'entry-clerk',
  })
  await clerk.open(staff('/entry'))
  expect(clerk.status).toBe(200)
  for (const part of ['/results', '/sample', '/import', '/results/codes.csv']) {
    await clerk.open(staff(part))
    expect([part, clerk.status]).toEqual([part, 403])
  }
  const member = await colleagueOf(officer, { name: '審議 三郎', email: 'saburo@example.jp', role: 'member' })
  await member.open(staff('/results'))
  expect(member.status).toBe(200)
  await member.open(staff('/results/codes.csv'))
  expect(member.status).toBe(403)
})

test('a new version is begun and used; an entry begun before keeps its own', async () => {
  const early = await begin(codes[3] ?? '')
  await early.pressWith('保存して、あとで続ける', {}, { q1: '1' })
  await officer.open(staff('/questionnaire'))
  await officer.press('新しい版をつくる')
  await officer.open(staff('/questions/q1'))
  await officer.press('保存する', { 設問の文: '新しい文です。' })
  await officer.press('この版を使い始める')
  expect((await begin(codes[3] ?? '')).words).toContain('この市は住みよいですか。')
  expect((await begin(codes[4] ?? '')).words).toContain('新しい文です。')
})

test('who began before the close has 60 minutes; after that what was typed is still on the screen', async () => {
  const open = await begin(codes[5] ?? '')
  await open.pressWith('保存して、あとで続ける', {}, { q1: '1', q3: '3' })
  const inTime = await begin(codes[5] ?? '')
  const tooLate = await begin(codes[6] ?? '')
  await tooLate.pressWith('次へ進む', {}, { q1: '1', q3: '4' })
  await officer.open(staff())
  await officer.press('いま受付を終える')
  expect(officer.words).toContain('受付終了（入力中の方だけ、60分まで受け付け）')
  expect((await begin(codes[7] ?? '')).words).toContain('受付は終わりました')
  late += minutes(40)
  await inTime.press('次へ進む')
  await inTime.press('次へ進む')
  await inTime.press('この内容で送信する')
  expect(inTime.words).toContain('受け付けました')
  await officer.open(staff())
  await tooLate.open(answer('/s2'))
  late += minutes(30)
  await tooLate.pressWith('次へ進む', {}, { q4: '書きかけの長い意見です。' })
  expect(tooLate.status).toBe(410)
  expect(tooLate.words).toContain('書きかけの長い意見です。')
})

test('the close moves everything; results, cross table and files follow', async () => {
  await officer.open(staff('/results'))
  await officer.open(staff())
  await officer.press('締切を確定する')
  expect(officer.words).toContain('締切済み')
  await officer.follow('集計を見る')
  expect(officer.words).toContain('有効回答 63件')
  expect(officer.words).toMatch(/n＝\d+・非該当\d+/)
  await officer.follow('クロス集計')
  expect(officer.words).toMatch(/北 ?\d+/)
  await officer.follow('データ（CSV）')
  expect(textOf(officer)).toContain('地区,n,はい（%）')
  for (const [file, begins] of [
    ['codes.csv', '\uFEFF地区,q1,q2_1'],
    ['labels.csv', '\uFEFF地区,q1,q2_1'],
    ['codebook.csv', '\uFEFF列番号'],
    ['dataset.json', '{"answers"'],
    ['texts.csv', '\uFEFF設問,文'],
    ['tables.xlsx', 'PK'],
  ] as const) {
    await officer.open(staff(`/results/${file}`))
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(officer.bytes).startsWith(begins)).toBe(true)
  }
})

test('published only by the button, and read by everybody; the list of invitations is purged', async () => {
  const resident = new Visitor(town.address)
  await resident.open(`/surveys/${survey}`)
  expect(resident.words).toContain('結果は、集計が終わりしだい公表します')
  await officer.open(staff('/publication'))
  await officer.press('この内容で公表する')
  await resident.open(`/surveys/${survey}`)
  expect(resident.words).toMatch(/有効回答 ?63件/)
  expect(resident.words).not.toContain('バスを増やして')
  await officer.open(staff())
  await officer.press('案内の名簿を消す')
  expect(officer.words).toContain('案内の名簿は消してあります')
  await officer.open(staff('/publication'))
  await officer.press('公表を取り下げる')
  await resident.open(`/surveys/${survey}`)
  expect(resident.words).toContain('結果は、集計が終わりしだい公表します')
})

test('with the whole database in hand: no value joins an answer to an invitation, and no code is anywhere', async () => {
  const rows = async (table: string) => JSON.stringify(await town.db.selectFrom(table).selectAll().execute())
  const all = await Promise.all(
    ['surveyAnswers', 'surveyTexts', 'surveyInvitations', 'surveyDrafts', 'surveyInbox', 'auditEntries'].map(
      rows,
    ),
  )
  for (const code of codes) {
    const plain = code.replace('-', '')
    expect(all.filter((text) => text.includes(plain) || text.includes(code))).toEqual([])
  }
  const answers = await town.db
    .selectFrom('surveyAnswers')
    .selectAll()
    .where('surveyId', '=', survey)
    .execute()
  expect(Object.keys(answers[0] ?? {}).sort()).toEqual(
    ['cells', 'id', 'mode', 'receivedOn', 'stratum', 'surveyId', 'version'].sort(),
  )
  expect(answers.map(({ receivedOn }) => String(receivedOn).length)).toEqual(answers.map(() => 10))
  const audit = await town.db
    .selectFrom('auditEntries')
    .select(['object', 'actor'])
    .where('action', '=', 'answer-survey')
    .execute()
  expect(new Set(audit.map(({ object, actor }) => `${object} ${actor}`))).toEqual(
    new Set([`${survey} public`]),
  )
})

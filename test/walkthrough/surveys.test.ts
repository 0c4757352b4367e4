import { afterAll, beforeAll, expect, test } from 'vitest'
import { csv, SurveyStory, surveyFields } from './survey-story.ts'
import { Visitor } from './visitor.ts'

/** A survey told in order: questionnaire → sample → letters → the web form. */

const story = new SurveyStory()
const { staff, answer } = story
let officer: Visitor

beforeAll(async () => {
  await story.begin()
  officer = story.officer
})
afterAll(() => story.town.close())

test('everybody reads the published sample survey, small counts hidden', async () => {
  const resident = new Visitor(story.town.address)
  await resident.open('/surveys')
  await resident.follow('令和8年度 市民意向調査')
  expect(resident.words).toContain('見本（架空）')
  expect(resident.words).toMatch(/有効回答 ?414件/)
  const questions = resident.all('main a').filter((link) => /^問\d/.test(link.textContent ?? ''))
  expect(questions.length).toBeGreaterThan(3)
  await resident.open(questions[0]?.getAttribute('href') ?? '')
  expect(resident.words).toContain('隠した数')
})

test('the officer begins a survey; a period that runs backwards comes back with what was typed', async () => {
  await officer.open('/staff/surveys')
  await officer.follow('調査をつくる')
  const typed = surveyFields(story.today)
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
  story.survey = /sv_[0-9a-z]{10}/.exec(officer.path)?.[0] ?? ''
  expect(officer.path).toBe(`${staff('/questionnaire')}?notice=added`)
})

test('questions are added, checked, put on a condition and moved; a question asked of nobody is found', async () => {
  expect(officer.words).toContain('設問がありません')
  await story.addQuestions()
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
  const named = csv('名簿.csv', '宛名番号,氏名,地区\n1,見本 太郎,北\n')
  const draw = { 抽出する人数: '60', '種（乱数のもとになる言葉）': '令和8年' }
  await officer.press('抽出して、回答コードを出す', { ...draw, '抽出名簿（CSV）': named })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('個人が分かる列は取り込めません')
  const first = await story.draw()
  expect(first).toHaveLength(60)
  expect(await story.draw()).toEqual(first)
  expect(new Set(story.codes).size).toBe(60)
})

test('letters and paper forms come from the list of codes; a code of the first draw is found by its line', async () => {
  const list = (codes: readonly string[]) =>
    csv('回答コード.csv', `宛名番号,回答コード\n${codes.map((code, at) => `${at},${code}`).join('\n')}\n`)
  await officer.open(staff('/letters'))
  await officer.press('手紙のPDFをつくる', {
    回答コードのCSV: list([...story.codes.slice(0, 2), '22222-22222']),
  })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('4回答コードいまの抽出の回答コードではありません')
  await officer.press('手紙のPDFをつくる', { 回答コードのCSV: list(story.codes.slice(0, 3)) })
  expect(new TextDecoder().decode(officer.bytes.subarray(0, 5))).toBe('%PDF-')
  await officer.open(staff('/questionnaire'))
  await officer.follow('紙の調査票（PDF）')
  await officer.pressWith('調査票のPDFをつくる', {}, { part: 'whole' })
  expect(officer.words).toContain('＊回答コードのCSVを選んでください')
  await officer.pressWith(
    '調査票のPDFをつくる',
    { 回答コードのCSV: list(story.codes.slice(0, 3)) },
    { part: 'whole', size: 'large', from: '2' },
  )
  expect(new TextDecoder().decode(officer.bytes.subarray(0, 5))).toBe('%PDF-')
})

test('nobody outside sees the survey before it is open; then wrong story.codes are told apart from spent ones only', async () => {
  const resident = new Visitor(story.town.address)
  await resident.open(`/surveys/${story.survey}`)
  expect(resident.status).toBe(404)
  await officer.open(staff())
  await officer.press('調査を始める')
  expect(officer.words).toContain('受付中')
  await resident.open(`/surveys/${story.survey}`)
  await resident.follow('回答コードを入力して答える')
  await resident.press('回答を始める・続ける', { 回答コード: 'ABC' })
  expect(resident.words).toContain('＊回答コードは、手紙にある10文字です')
  expect(resident.words).toContain('＊説明を読み、同意する欄に印を付けてください')
  const unknown = await story.person('22222-22222')
  expect(unknown.words).toContain('この回答コードは見つかりません')
})

test('a resident answers, goes on on another device, looks again, and sends twice', async () => {
  const [code = ''] = story.codes
  const phone = await story.person(code.toLowerCase().replace('-', '　'))
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
  const library = await story.person(code)
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
  expect((await story.person(code)).words).toContain('すでに回答を受け付けています')
})

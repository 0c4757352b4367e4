import { expect, test } from 'vitest'
import { surveyQuestion } from '#src/formats/survey-question.ts'
import { sharedText } from '#test/shared-file.ts'
import { newOption, newQuestionnaire, numbered, scaleOptions } from '../questionnaire/edit-questionnaire.ts'
import { strataOfText } from '../sample/strata.ts'
import { readImport } from './import-answers.ts'
import { guessMapping, type ImportMapping } from './import-mapping.ts'
import { splitAnswers } from './split-answers.ts'

const read = strataOfText('地区,人口\n伊奈地区,10\nみらい平地区,20')
if (read.problem !== undefined) throw new Error(read.problem)
const item = (column: string, label = '') => ({ column, label })
const measures = ['子育て・教育', '公共交通', '防災（避難所、備蓄など）', '防災']
const options = [
  ...measures.map((label, at) => newOption({ code: String(at + 1), label })),
  newOption({ code: '9', label: 'その他', hasText: true }),
]
const scale = scaleOptions('満足', '不満').map((one) => (one.code === '3' ? { ...one, label: '普通' } : one))
const questionnaire = numbered({
  ...newQuestionnaire(),
  sections: [
    {
      id: 's1',
      title: '',
      questions: [
        { code: 'q1', type: 'rating', text: '市の住みやすさ', options: scale, items: [item('q1')] },
        {
          code: 'q2',
          type: 'multiple',
          text: '力を入れてほしい施策',
          maximum: 3,
          options,
          items: [item('q2')],
        },
        {
          code: 'q3',
          type: 'matrix',
          text: '満足度',
          options: scale,
          items: [item('q3_1', '公共交通'), item('q3_2', '子育て支援')],
        },
        { code: 'q4', type: 'text-long', text: '自由意見', items: [item('q4')] },
      ].map((one) => surveyQuestion.parse(one)),
    },
  ],
})
const known = { questionnaire, strata: read.strata, today: '2026-09-01' }

test.each([
  ['google_forms_csv_download.csv', ';', 2],
  ['google_sheets_linked.csv', ',', 1],
] as const)('the layout of %s is read without a mapping by hand', (name, separator, count) => {
  const text = sharedText(`surveys/import-layouts/${name}`)
  if (text === undefined) return
  const report = readImport(text, known)
  expect(report).toMatchObject({ service: 'Googleフォーム', mapping: { separator }, findings: [] })
  expect(report.absent).toEqual([])
  expect(report.rows).toHaveLength(count)
  expect(report.rows[0]).toMatchObject({ receivedOn: '2026-08-09', stratum: 'みらい平地区' })
  expect(report.rows[0]?.cells).toMatchObject({
    q1: '2',
    q2_1: '1',
    q2_2: '1',
    q2_3: '1',
    q2_4: '0',
    q3_1: '5',
  })
  expect(report.rows[0]?.texts[0]?.text).toContain('駅前の')
  if (count === 2)
    expect(report.rows[1]?.cells).toMatchObject({ q2_9: '1', q2_9_text: 'バスの本数', q3_2: '3' })
})

test('LimeSurvey: codes of questions, options and lines, answers by their place, the text of その他, and who did not finish', () => {
  const head =
    '"id","submitdate","lastpage","startlanguage","seed","Q1","Q2[SQ001]","Q2[SQ002]","Q2[other]","Q3[SQ001]","Q3[SQ002]","Q4"'
  const done = '"1","2026-08-09 12:11:00","5","ja","12","A2","Y","","バス","5","A3","自由記述"'
  const begun = '"2","","2","ja","13","A1","N/A","N/A","","","",""'
  const report = readImport(`${head}\n${done}\n${begun}\n`, known)
  expect(report).toMatchObject({ service: 'LimeSurvey', findings: [], partial: 1 })
  expect(report.equated.map(({ value, label }) => [value, label])).toEqual([
    ['A2', 'やや満足'],
    ['A3', '普通'],
  ])
  expect(report.rows).toMatchObject([{ id: '1', receivedOn: '2026-08-09', texts: [{ text: '自由記述' }] }])
  expect(report.rows[0]?.cells).toMatchObject({
    ...{ q1: '2', q2_1: '1', q2_2: '0', q2_9: '1', q2_9_text: 'バス', q3_1: '5', q3_2: '3' },
  })
})

test('Kobo and ODK: groups before the names, several answers joined by blanks beside one column an option', () => {
  const head = 'start,end,s1/q1,s1/q2,s1/q2/1,s1/q2/2,s1/q3/q3_1,s1/q4,_id,_uuid,_submission_time'
  const row =
    '2026-08-09T23:50:00.000Z,2026-08-09T23:58:00.000Z,2,1 2,1,1,4,自由記述,101,9f1c,2026-08-10T00:01:05'
  const report = readImport(`${head}\n${row}\n`, known)
  expect(report).toMatchObject({ service: 'Kobo・ODK', mapping: { separator: ' ' }, findings: [] })
  expect(report.ignored).toEqual(['start', 's1/q2/1', 's1/q2/2', '_id', '_submission_time'])
  expect(report.rows[0]).toMatchObject({ id: '9f1c', receivedOn: '2026-08-10' })
  expect(report.rows[0]?.cells).toMatchObject({
    q1: '2',
    q2_1: '1',
    q2_2: '1',
    q2_3: '0',
    q3_1: '4',
    q4: '1',
  })
})

test('Microsoft Forms: times, names that are left out, lines of a table without their question', () => {
  const head =
    'ID,開始時刻,完了時刻,メール,名前,市の住みやすさ,力を入れてほしい施策,公共交通,子育て支援,自由意見'
  const row = '7,2026/08/09 12:01,2026/08/09 12:11,anonymous,,満足,公共交通;防災;,不満,普通,'
  const report = readImport(`${head}\n${row}\n`, known)
  expect(report).toMatchObject({ service: 'Microsoft Forms', mapping: { separator: ';' }, findings: [] })
  expect(report.rows[0]).toMatchObject({ id: '7', receivedOn: '2026-08-09' })
  expect(report.rows[0]?.cells).toMatchObject({ q1: '1', q2_2: '1', q2_4: '1', q3_1: '5', q3_2: '3' })
})

test.each(['、', '|', '\n', ';', ','] as const)(
  'the sign %j between answers is found out from the cells',
  (sign) => {
    const text = `力を入れてほしい施策\n"公共交通${sign}防災（避難所、備蓄など）"\n"防災"\n`
    expect(readImport(text, known)).toMatchObject({ mapping: { separator: sign }, findings: [] })
  },
)

const headingsOf = (text: string) =>
  (text.split('\n')[0] ?? '')
    .replaceAll('\r', '')
    .split(',')
    .map((one) => one.replaceAll('"', ''))

test.each([
  ['防災（避難所、備蓄など）、公共交通', '、', ['3', '2'], []],
  ['防災、公共交通', '、', ['4', '2'], []],
  ['防災（避難所、備蓄など）', '、', ['3'], []],
  ['公共交通; 鉄道 ;防災', ';', ['2', '4'], ['鉄道']],
  ['1 3', ' ', ['1', '3'], []],
  ['公共交通\n防災', '\n', ['2', '4'], []],
  ['', ';', [], []],
])('%j split at %j', (text, separator, codes, unknown) => {
  expect(splitAnswers(text, separator, options)).toMatchObject({ codes, unknown })
})

test('what is written beside 「その他」 is kept with its code', () => {
  expect(splitAnswers('公共交通;その他：バス、電車', ';', options)).toMatchObject({
    codes: ['2', '9'],
    texts: { '9': 'バス、電車' },
  })
  expect(splitAnswers('その他（夜の道）', ';', options).texts).toEqual({ '9': '夜の道' })
})

const mapped = (text: string, change: Partial<ImportMapping> = {}) =>
  readImport(text, { ...known, mapping: { ...guessMapping(headingsOf(text), known), ...change } })

test('a value of no option stops the file, is listed once with its count, and goes where a person says', () => {
  const text = '市の住みやすさ,力を入れてほしい施策\nまあまあ,鉄道;公共交通\nまあまあ,\n満 足,\n'
  const first = mapped(text)
  expect(first.findings).toHaveLength(3)
  expect(first.unmatched.map(({ column, value, count }) => [column, value, count])).toEqual([
    ['q1', 'まあまあ', 2],
    ['q2', '鉄道', 1],
  ])
  expect(first.equated).toEqual([{ heading: '市の住みやすさ', value: '満 足', label: '満足' }])
  const matches = [
    { column: 'q1', value: 'まあまあ', code: '3' },
    { column: 'q2', value: '鉄道', code: '2' },
  ]
  const second = mapped(text, { matches })
  expect([second.findings, second.unmatched, second.rows.length]).toEqual([[], [], 3])
  expect(second.rows[0]?.cells).toMatchObject({ q1: '3', q2_2: '1' })
  const invalid = mapped(text, {
    matches: [
      { ...matches[0], code: 'INV' },
      { ...matches[1], code: '' },
    ] as never,
  })
  expect(invalid.rows[0]?.cells).toMatchObject({ q1: 'INV', q2_2: '1' })
})

test('words that are no option may be those of 「その他」', () => {
  const { rows, findings } = mapped('力を入れてほしい施策\n公共交通;みちの駅\n', { isOtherFree: true })
  expect(findings).toEqual([])
  expect(rows[0]?.cells).toMatchObject({ q2_2: '1', q2_9: '1', q2_9_text: 'みちの駅' })
})

test('one column an option, hidden questions, rows not finished, numbers of another service, instants elsewhere', () => {
  const uses = {
    id: 'id',
    submitdate: 'complete',
    A: 'value:q1',
    B: 'mark:q2_1',
    C: 'mark:q2_2',
    time: 'day',
  }
  const head = 'id,submitdate,A,B,C,time\n'
  const mapping = { uses, separator: ';' as const, isOtherFree: false, isByPlace: false, matches: [] }
  const rows = '1,2026-08-09,2,Y,,2026-08-09T20:30:00Z\n2,,1,Y,Y,\n3,2026-08-09,1,N/A,N/A,2026/08/09 1:00\n'
  const report = readImport(head + rows, { ...known, mapping })
  expect(report).toMatchObject({ findings: [], partial: 1 })
  expect(report.rows.map(({ id, receivedOn }) => [id, receivedOn])).toEqual([
    ['1', '2026-08-10'],
    ['3', '2026-08-09'],
  ])
  expect(report.rows[0]?.cells).toMatchObject({ q2_1: '1', q2_2: '0' })
  expect(report.rows[1]?.cells['q2_1']).toBe('NAP')
  const twice = readImport(`${head}7,x,1,,,\n7,x,1,,,\n`, { ...known, mapping })
  expect(twice.findings[0]?.problem).toBe('この番号は、ファイルの中に2つあります')
})

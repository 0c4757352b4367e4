import { expect, test } from 'vitest'
import { surveyDataset } from '#src/formats/survey-dataset.ts'
import { inventedDataset } from '#test/statistics/invented-dataset.ts'
import { responseStatistics } from '../results/response-statistics.ts'
import { countablesOf, tabulateCountable } from '../results/result-tables.ts'
import { workOf } from '../results/survey-work.ts'
import { endOfDay, type Survey } from '../survey.ts'
import { publishedFinding, simpleFinding } from './findings.ts'
import { reportDocument } from './report-document.ts'
import type { ReportSource } from './report-format.ts'
import { reportWorkbook } from './report-workbook.ts'
import { surveyReport } from './survey-report.ts'

const made = inventedDataset()
const survey: Survey = {
  id: 'sv_1nventedsv',
  title: '市民意向調査（架空）',
  introduction: '',
  universe: '市内に住む18歳以上',
  startsOn: '2026-06-01',
  endsOn: '2026-06-30',
  closesAt: endOfDay('2026-06-30'),
  state: 'closed',
  designKind: 'stratified',
  strata: { variables: ['district', 'age'], cells: made.design.strata.cells },
  sampling: undefined,
  purgedAt: undefined,
  publishedAt: undefined,
  revision: 1,
}

function sourceOf(kind: 'stratified' | 'quota'): ReportSource {
  const dataset = surveyDataset.parse({ ...made, design: { ...made.design, kind } })
  return {
    survey: { ...survey, designKind: kind },
    dataset,
    work: workOf(dataset),
    hash: 'cd'.repeat(32),
    notes: [],
    responses: responseStatistics([], []),
    municipalityName: '見本市',
  }
}
const drawn = sourceOf('stratified')
const report = surveyReport(drawn)
const words = (value: unknown) => JSON.stringify(value)

test('the same data give the same report, workbook and text', () => {
  const again = sourceOf('stratified')
  expect(surveyReport(again)).toEqual(report)
  expect(reportWorkbook(again)).toEqual(reportWorkbook(drawn))
  const draw = () => ({ svg: '<svg/>', alternative: '図' })
  expect(reportDocument(surveyReport(again), draw)).toEqual(reportDocument(report, draw))
})

test('every table of results carries its stamp, and widths make the width', () => {
  const results = report.chapters
    .filter(({ title }) => /集計|満足度/.test(title))
    .flatMap(({ tables }) => tables)
  expect(results.length).toBeGreaterThan(30)
  for (const { stamp, head, rows, widths } of results) {
    expect(stamp).toMatchObject({ dataHash: drawn.hash, n: expect.any(Number) })
    expect(rows.every((row) => row.length === head.length)).toBe(true)
    expect(Math.round(widths.reduce((sum, width) => sum + width, 0))).toBe(100)
  }
})

test('a survey not drawn by chance has no table of margins, no interval, and tells why', () => {
  const text = words(surveyReport(sourceOf('quota')))
  expect(text).toContain('選ばれる確率が分からないので')
  expect(text).not.toContain('標本誤差（95％）')
  expect(text).not.toContain('95%の幅')
  expect(text).not.toContain('Rao–Scott')
  expect(words(report)).toContain('標本誤差（95％）')
})

test('the workbook has an index and one sheet a question, each with a name of its own', () => {
  const sheets = reportWorkbook(drawn)
  const [index, ...rest] = sheets
  expect(index?.rows.map(([name]) => name)).toEqual(rest.map(({ name }) => name))
  expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length)
  const [q01] = rest
  expect(q01?.rows[0]?.slice(0, 2)).toEqual(['n', 1500])
  expect(q01?.columns.map(({ header }) => header)).toContain('district：A（%）')
  expect(q01?.guidance).toContain('データ版：cdcdcdcd')
  for (const { rows, columns } of rest) expect(rows.every((row) => row.length <= columns.length)).toBe(true)
})

test('sentences come from the numbers, name ties together, and are not made of few answers', () => {
  const [first] = countablesOf(drawn.dataset.questionnaire)
  if (!first) throw new Error('no question')
  const table = tabulateCountable(drawn.work, first)
  expect(simpleFinding(table)).toMatch(/^「.+」が最も多く[\d.]+％、次いで「.+」が[\d.]+％です（n＝1,500）。$/)
  expect(simpleFinding({ ...table, base: 29 })).toBe('')
  const tied = table.lines.slice(0, 2).map((line) => ({ ...line, share: 0.5, weighted: '50.0' }))
  expect(simpleFinding({ ...table, lines: tied })).toContain('が並んで最も多く、50.0％です')
  const published = {
    key: 'q1',
    kind: 'single' as const,
    number: '問1',
    text: '',
    item: '',
    banner: '',
    columns: [{ label: '全体', base: 100 }],
  }
  const line = (label: string, share: number | null) => ({ label, counts: [10], shares: [share], ends: null })
  const shown = { ...published, lines: [line('はい', 0.6), line('いいえ', 0.4)] }
  expect(publishedFinding(shown)).toBe('「はい」が最も多く60.0％、次いで「いいえ」が40.0％です（n＝100）。')
  expect(publishedFinding({ ...published, lines: [line('はい', 0.6), line('いいえ', null)] })).toBe('')
})

import type { Questionnaire } from '#src/formats/survey-question.ts'
import { readCsv, withoutApostrophe } from '#src/lib/csv/csv.ts'
import { columnsOf } from '../answering/answer-cells.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import type { Strata } from '../sample/strata.ts'
import { guessSeparator } from './guess-separator.ts'
import { guessMapping, type ImportMapping, useOfHeading } from './import-mapping.ts'
import type { ImportFinding, ImportReport } from './import-report.ts'
import { layoutOf } from './known-layouts.ts'
import { placeOfColumn } from './place-column.ts'
import { rowReader } from './read-row.ts'

const mostFindings = 200
const mostListed = 100

type Known = { questionnaire: Questionnaire; strata: Strata; today: string; mapping?: ImportMapping }

/**
 * Answers of a CSV: codes or the words of options, in the columns of the code table (`q1`, `q2_1` …) or in those a mapping tells.
 *
 * Everything wrong is told by row and column; nothing is guessed. A row with more or fewer cells than the heading is wrong.
 */
export function readImport(text: string, known: Known): ImportReport {
  const read = readCsv(text)
  const [head, ...rows] = read.rows
  const headings = head?.cells.map((one) => one.trim()) ?? []
  const mapping = known.mapping ?? guessWhole(headings, rows, known)
  const report = emptyReport(headings, mapping)
  report.examples = headings.map((_, at) => exampleOf(rows, at))
  if (read.problem)
    report.findings.push({ line: read.problem.line, column: '', problem: read.problem.problem })
  const useOf = (heading: string) => useOfHeading(mapping, heading) ?? 'skip'
  report.ignored = headings.filter((heading) => useOf(heading) === 'skip')
  const filled = new Set(headings.flatMap((heading) => columnsFilled(useOf(heading), known)))
  report.absent = questionsOf(known.questionnaire)
    .flatMap(columnsOf)
    .filter((name) => !filled.has(name) && !name.endsWith('_text'))
  report.findings.push(...headingProblems(headings, useOf, filled.size))
  if (report.findings.length > 0) return report
  const reader = rowReader(headings, { ...known, mapping })
  for (const { line, cells } of rows) {
    if (cells.length !== headings.length) {
      const problem = `列の数が${cells.length}で、見出しの${headings.length}と違います`
      report.findings.push({ line, column: '', problem })
    } else if (reader.isPartial(cells)) report.partial += 1
    else {
      const { row, findings } = reader.read(line, cells)
      report.findings.push(...findings)
      if (findings.length === 0) report.rows.push(row)
    }
    if (report.findings.length >= mostFindings) break
  }
  if (rows.length === 0) report.findings.push({ line: 1, column: '', problem: '回答の行がありません' })
  report.unmatched = [...reader.matching.unmatched.values()].slice(0, mostListed)
  report.equated = [...reader.matching.equated.values()].slice(0, mostListed)
  return report
}

/** What the headings say, and the sign between several answers as the cells have it. */
function guessWhole(headings: readonly string[], rows: Rows, known: Known): ImportMapping {
  const mapping = guessMapping(headings, known)
  const questions = questionsOf(known.questionnaire)
  const several = headings.flatMap((heading, at) => {
    const column = /^marks:(.*)$/s.exec(useOfHeading(mapping, heading) ?? '')?.[1]
    const question = questions.find(({ items }) => items.some((item) => item.column === column))
    const values = rows.map(({ cells }) => withoutApostrophe((cells[at] ?? '').trim()))
    return question ? [{ options: question.options, values }] : []
  })
  return several.length > 0 ? { ...mapping, separator: guessSeparator(several) } : mapping
}

const emptyReport = (headings: string[], mapping: ImportMapping): ImportReport => ({
  mapping,
  service: layoutOf(headings)?.name,
  headings,
  ...{ examples: [], rows: [], findings: [], unmatched: [], equated: [], ignored: [], absent: [] },
  partial: 0,
})

type Rows = readonly { cells: readonly string[] }[]

function exampleOf(rows: Rows, at: number): string {
  const values = rows.slice(0, 50).map(({ cells }) => withoutApostrophe((cells[at] ?? '').trim()))
  return [...new Set(values.filter(Boolean))].slice(0, 2).join('、').slice(0, 60)
}

/** Columns of the questionnaire that a column of the file fills. */
function columnsFilled(use: string, { questionnaire }: Known): string[] {
  const [kind, column = ''] = use.split(/:(.*)/s)
  if (kind === 'value' || kind === 'mark' || kind === 'text') return [column]
  if (kind === 'other') return [column, column.replace(/_text$/, '')]
  if (kind !== 'marks' && kind !== 'place') return []
  const whole = kind === 'place' ? placeOfColumn(column).column : column
  const question = questionsOf(questionnaire).find(({ items }) => items.some((item) => item.column === whole))
  return question ? columnsOf(question) : []
}

function headingProblems(
  headings: readonly string[],
  useOf: (heading: string) => string,
  filled: number,
): ImportFinding[] {
  const twice = headings.find((name, at) => headings.indexOf(name) !== at)
  if (twice !== undefined) return [{ line: 1, column: twice, problem: '同じ名前の列が2つあります' }]
  const clash = headings.find((heading, at) => {
    const use = useOf(heading)
    return use !== 'skip' && headings.findIndex((other) => useOf(other) === use) !== at
  })
  if (clash !== undefined)
    return [{ line: 1, column: clash, problem: '2つの列を、同じものとして読もうとしています' }]
  const problem =
    '調査票の列（q1 など）が1つもありません。列の読み方を選ぶか、「コード表」の変数の名前を見出しにしてください'
  return filled === 0 ? [{ line: 1, column: '', problem }] : []
}

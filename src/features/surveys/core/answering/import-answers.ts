import type { Questionnaire, SurveyOption } from '#src/formats/survey-question.ts'
import { readCsv, withoutApostrophe } from '#src/lib/csv/csv.ts'
import { readDay } from '../../../organization/core/read-day.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { type Strata, stratumName } from '../sample/strata.ts'
import { columnsOf, type FreeText, finishedAnswers, valueColumns } from './answer-cells.ts'
import { readCode } from './numbers-with-check.ts'
import { answerProblems } from './read-answers.ts'

export type ImportFinding = { line: number; column: string; problem: string }

/** One row that may be taken in. */
export type ImportedRow = {
  code: string | undefined
  stratum: string
  receivedOn: string
  cells: Record<string, string>
  texts: FreeText[]
}

export type ImportReport = {
  rows: ImportedRow[]
  findings: ImportFinding[]
  /** Columns of the file that belong to nothing. */
  ignored: string[]
  /** Columns of the questionnaire the file does not have: 無回答 everywhere. */
  absent: string[]
}

const codeColumn = '回答コード'
const dayColumn = '回答日'
const mostFindings = 200

type Known = { questionnaire: Questionnaire; strata: Strata; today: string }

/**
 * Answers of a CSV with the columns of the code table (`q1`, `q2_1` …): codes or the words of options.
 *
 * Everything wrong is told by row and column; nothing is guessed. A row with more or fewer cells than the heading is wrong.
 */
export function readImport(text: string, known: Known): ImportReport {
  const read = readCsv(text)
  const report: ImportReport = { rows: [], findings: [], ignored: [], absent: [] }
  if (read.problem)
    report.findings.push({ line: read.problem.line, column: '', problem: read.problem.problem })
  const [head, ...rows] = read.rows
  const names = head?.cells.map((one) => one.trim()) ?? []
  const questions = questionsOf(known.questionnaire)
  const wanted = questions.flatMap(columnsOf)
  const own = new Set([codeColumn, dayColumn, ...known.strata.variables])
  report.ignored = names.filter((name) => !own.has(name) && !wanted.includes(name))
  report.absent = wanted.filter((name) => !names.includes(name) && !name.endsWith('_text'))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    report.findings.push({ line: 1, column: twice, problem: '同じ名前の列が2つあります' })
  if (!names.some((name) => wanted.includes(name)))
    report.findings.push({
      line: 1,
      column: '',
      problem: '調査票の列（q1 など）が1つもありません。「コード表」の変数の名前を見出しにしてください',
    })
  if (report.findings.length > 0) return report
  const reader = rowReader(names, known)
  for (const { line, cells } of rows) {
    if (report.findings.length >= mostFindings) break
    if (cells.length !== names.length) {
      const problem = `列の数が${cells.length}で、見出しの${names.length}と違います`
      report.findings.push({ line, column: '', problem })
      continue
    }
    const { row, findings } = reader(line, cells)
    report.findings.push(...findings)
    if (findings.length === 0) report.rows.push(row)
  }
  if (rows.length === 0) report.findings.push({ line: 1, column: '', problem: '回答の行がありません' })
  return report
}

function rowReader(names: readonly string[], { questionnaire, strata, today }: Known) {
  const questions = questionsOf(questionnaire)
  const options = new Map(
    questions.flatMap((question) =>
      valueColumns(question).map(({ column, options: list }) => [column, codesByLabel(list)] as const),
    ),
  )
  const strataNames = new Set(strata.cells.map(({ codes }) => stratumName(codes)))
  const seen = new Set<string>()
  return (line: number, values: readonly string[]) => {
    const findings: ImportFinding[] = []
    const at = (name: string) => withoutApostrophe((values[names.indexOf(name)] ?? '').trim())
    const wrong = (column: string, problem: string) => findings.push({ line, column, problem })
    const cells: Record<string, string> = {}
    for (const name of questions.flatMap(columnsOf)) {
      const value = names.includes(name) ? at(name) : ''
      const known = options.get(name)
      if (value !== '') cells[name] = known?.get(normalized(value)) ?? value
      if (
        !known &&
        !name.endsWith('_text') &&
        isMarkColumn(questions, name) &&
        !['', '0', '1', 'INV', 'NAP'].includes(value)
      )
        wrong(name, `「${value}」は 1（選んだ）か 0（選ばない）ではありません`)
    }
    for (const question of questions)
      for (const [column, problem] of Object.entries(answerProblems(question, cells))) wrong(column, problem)
    const typedCode = at(codeColumn)
    const code = typedCode === '' ? undefined : readCode(typedCode)
    if (typedCode !== '' && !code) wrong(codeColumn, '回答コードの形が違います')
    if (code && seen.has(code)) wrong(codeColumn, 'この回答コードは、ファイルの中に2つあります')
    if (code) seen.add(code)
    const day = at(dayColumn) === '' ? today : readDay(at(dayColumn).split(/[ T　]/)[0] ?? '')
    if (!day) wrong(dayColumn, `「${at(dayColumn)}」は日付ではありません`)
    const parts = strata.variables.map(at)
    const stratum = parts.every((part) => part === '') ? '' : stratumName(parts)
    if (stratum !== '' && !strataNames.has(stratum))
      wrong(strata.variables.join('・'), `「${stratum}」という層はありません`)
    const row = { code, stratum, receivedOn: day ?? today, ...finishedAnswers(questionnaire, cells) }
    return { row, findings }
  }
}

const isMarkColumn = (questions: ReturnType<typeof questionsOf>, name: string) =>
  questions.some((question) => question.type === 'multiple' && columnsOf(question).includes(name))

/** Words compare without width, blanks and kinds of dashes. */
const normalized = (text: string) =>
  text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('〜', '~').replaceAll('−', '-')

/** Codes by code and by label. A label that two options share belongs to none. */
function codesByLabel(options: readonly SurveyOption[]): Map<string, string> | undefined {
  if (options.length === 0) return undefined
  const labels = Map.groupBy(options, ({ label }) => normalized(label))
  const single = [...labels].flatMap(([label, [first, second]]) =>
    first && !second ? [[label, first.code] as const] : [],
  )
  return new Map([...single, ...options.map(({ code }) => [normalized(code), code] as const)])
}

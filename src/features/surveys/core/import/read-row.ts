import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { withoutApostrophe } from '#src/lib/csv/csv.ts'
import { columnsOf, finishedAnswers, hasColumnByOption, valueColumns } from '../answering/answer-cells.ts'
import { readCode } from '../answering/numbers-with-check.ts'
import { answerProblems } from '../answering/read-answers.ts'
import { newOption, questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'
import { type Strata, stratumName } from '../sample/strata.ts'
import { dayOf } from './day-of.ts'
import { codeColumn, dayColumn, type ImportMapping, useOfHeading } from './import-mapping.ts'
import type { ImportedRow, ImportFinding } from './import-report.ts'
import { levelOf, newMatching, readCell } from './match-values.ts'
import { placeColumn } from './place-column.ts'

type Known = { questionnaire: Questionnaire; strata: Strata; today: string; mapping: ImportMapping }
type Target = { question: SurveyQuestion; options: readonly SurveyOption[] }
type Wrong = (column: string, problem: string) => void

/** Reads the rows of a file by its mapping; `matching` keeps what fitted no option and what was equated. */
export function rowReader(headings: readonly string[], known: Known) {
  const { questionnaire, strata, today, mapping } = known
  const questions = questionsOf(questionnaire)
  const file = fileOf(headings, mapping)
  const matching = newMatching(mapping)
  const targets = targetsOf(questions)
  const readCodes = onceEach('この回答コードは、ファイルの中に2つあります')
  const readIds = onceEach('この番号は、ファイルの中に2つあります')
  const readStratum = stratumReader(file, strata, matching)

  function read(line: number, values: readonly string[]): { row: ImportedRow; findings: ImportFinding[] } {
    const findings: ImportFinding[] = []
    const wrong: Wrong = (column, problem) => findings.push({ line, column, problem })
    const at = (use: string) => file.at(values, use)
    const cells: Record<string, string> = {}
    for (const [use, heading] of file.headings) {
      const [kind = '', column = ''] = use.split(/:(.*)/s)
      const target = targets.get(column)
      const value = at(use)
      if (value === '' || !target) continue
      const found = readCell(matching, kind, { value, column, heading, ...target })
      if (kind === 'place') addPlaces(cells, found.cells)
      else Object.assign(cells, found.cells)
      for (const problem of found.problems) wrong(heading, problem)
    }
    for (const question of questions)
      for (const [column, problem] of Object.entries(answerProblems(question, cells)))
        wrong(headingOf(file, column), problem)
    const code = at('code') === '' ? undefined : readCode(at('code'))
    const codeHeading = file.named('code', codeColumn)
    if (at('code') !== '' && !code) wrong(codeHeading, '回答コードの形が違います')
    readCodes(code, codeHeading, wrong)
    const id = at('id') || undefined
    readIds(id, file.named('id', ''), wrong)
    const day = at('day') === '' ? (dayOf(at('complete')) ?? today) : dayOf(at('day'))
    if (!day) wrong(file.named('day', dayColumn), `「${at('day')}」は日付ではありません`)
    const stratum = readStratum(values, wrong)
    const answers = finishedAnswers(questionnaire, cells)
    return { row: { line, code, id, stratum, receivedOn: day ?? today, ...answers }, findings }
  }

  const isPartial = (values: readonly string[]) =>
    file.headings.has('complete') && file.at(values, 'complete') === ''
  return { read, isPartial, matching }
}

/** Where each use stands in the file, and under which heading. */
function fileOf(headings: readonly string[], mapping: ImportMapping) {
  const places = new Map(headings.map((heading, at) => [useOfHeading(mapping, heading) ?? 'skip', at]))
  const headingOf = new Map([...places].map(([use, at]) => [use, headings[at] ?? '']))
  return {
    headings: headingOf,
    at: (values: readonly string[], use: string) =>
      withoutApostrophe((values[places.get(use) ?? -1] ?? '').trim()),
    named: (use: string, other: string) => headingOf.get(use) ?? other,
  }
}

/** Where an answer stands in the file, whichever way; its own name where it stands in none. */
const headingOf = ({ named }: ReturnType<typeof fileOf>, column: string) =>
  named(`value:${column}`, named(`marks:${column}`, named(`place:${placeColumn(column, 1)}`, column)))

/** An option with two places keeps both, as the answers do: so the mistake can be told. Nothing given takes no place away. */
function addPlaces(cells: Record<string, string>, added: Readonly<Record<string, string>>) {
  for (const [column, value] of Object.entries(added)) {
    const before = cells[column]
    if (!before) cells[column] = value
    else if (/^[1-9]/.test(value)) cells[column] = /^[1-9]/.test(before) ? `${before},${value}` : value
  }
}

function onceEach(problem: string) {
  const seen = new Set<string>()
  return (value: string | undefined, heading: string, wrong: Wrong) => {
    if (value === undefined) return
    if (seen.has(value)) wrong(heading, problem)
    seen.add(value)
  }
}

function stratumReader(
  file: ReturnType<typeof fileOf>,
  { variables, cells }: Strata,
  matching: ReturnType<typeof newMatching>,
) {
  const names = new Set(cells.map(({ codes }) => stratumName(codes)))
  const levels = variables.map((_, place) =>
    [...new Set(cells.map(({ codes }) => codes[place] ?? ''))].map((code) =>
      newOption({ code, label: code }),
    ),
  )
  return (values: readonly string[], wrong: Wrong) => {
    const headings = variables.map((name) => file.named(`stratum:${name}`, name))
    const parts = variables.map((name, place) => {
      const column = `stratum:${name}`
      const cell = { column, heading: headings[place] ?? name, value: file.at(values, column) }
      return levelOf(matching, { ...cell, options: levels[place] ?? [] })
    })
    const stratum = parts.every((part) => part === '') ? '' : stratumName(parts)
    if (stratum !== '' && !names.has(stratum))
      wrong(headings.join('・'), `「${stratum}」という層はありません`)
    return stratum
  }
}

/** What a column of the questionnaire belongs to, and the options of its values. */
function targetsOf(questions: readonly SurveyQuestion[]): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const question of questions) {
    const options = hasColumnByOption(question) ? question.options : []
    for (const column of [...columnsOf(question), ...question.items.map((item) => item.column)])
      targets.set(column, { question, options })
    if (question.type === 'ranking')
      for (const { column } of question.items)
        for (let place = 1; place <= ranksOf(question); place += 1)
          targets.set(placeColumn(column, place), { question, options })
    for (const { column, options: list } of valueColumns(question))
      targets.set(column, { question, options: list })
  }
  return targets
}

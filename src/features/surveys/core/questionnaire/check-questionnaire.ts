import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { hasColumnByOption, markColumn, shownCodes, valueColumns } from '../answering/answer-cells.ts'
import { type Condition, columnsOf, parseCondition } from '../condition/parse-condition.ts'
import { readCondition } from '../condition/read-condition.ts'
import { questionsOf } from './edit-questionnaire.ts'
import { translationProblems } from './translations.ts'

/** Something that keeps a questionnaire from being used, with the question it is about. */
export type QuestionnaireProblem = { code?: string; message: string }

/** Everything wrong with a questionnaire, at once: what is missing, limits, and the proof of its branching. */
export function checkQuestionnaire(questionnaire: Questionnaire): QuestionnaireProblem[] {
  const questions = questionsOf(questionnaire)
  if (!questions.some(({ type }) => type !== 'note')) return [{ message: '設問がありません' }]
  const empty = questionnaire.sections.filter((section) => section.questions.length === 0)
  return [
    ...empty.map(({ title }) => ({ message: `ページ「${title}」に設問がありません` })),
    ...questions.flatMap((question) =>
      partProblems(question).map((message) => ({ code: question.code, message: named(question, message) })),
    ),
    ...questions.flatMap((question, at) =>
      branchProblems(questions, at).map((message) => ({
        code: question.code,
        message: named(question, message),
      })),
    ),
    ...translationProblems(questionnaire).map((message) => ({ message })),
  ]
}

const named = ({ number, text }: SurveyQuestion, message: string) =>
  `${number || `説明文「${text.slice(0, 15)}」`}：${message}`

function partProblems(question: SurveyQuestion): string[] {
  const { type, text, options, importanceOptions, items, minimum, maximum } = question
  const problems: string[] = []
  if (text.trim() === '') problems.push('文がありません')
  const isChoice = ['single', 'multiple', 'rating', 'matrix', 'matrix-dual', 'place', 'ranking'].includes(
    type,
  )
  if (isChoice && options.length < 2) problems.push('選択肢を2つ以上書いてください')
  if (type === 'matrix-dual' && importanceOptions.length < 2)
    problems.push('重要度の選択肢を2つ以上書いてください')
  for (const list of [options, importanceOptions]) {
    const twice = list.find(({ code }, at) => list.findIndex((one) => one.code === code) !== at)
    if (twice) problems.push(`選択肢の番号「${twice.code}」が2つあります`)
    if (list.some(({ label }) => label.trim() === '')) problems.push('文のない選択肢があります')
  }
  if ((type === 'matrix' || type === 'matrix-dual') && items.length === 0) problems.push('表の行がありません')
  if (hasColumnByOption(question)) problems.push(...limitProblems(question))
  if (type === 'ranking' && options.some(({ isExclusive, hasText }) => isExclusive || hasText))
    problems.push('順位を付ける選択肢は、「ふつう」か「わからない」だけにしてください')
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    problems.push('最小が最大より大きくなっています')
  return problems
}

function limitProblems({ options, minimum, maximum }: SurveyQuestion): string[] {
  const most = options.filter(({ isExclusive }) => !isExclusive).length
  return [
    ...(maximum !== undefined && maximum > most ? [`${maximum}つまで選べますが、選択肢は${most}つです`] : []),
    ...(minimum !== undefined && minimum > most ? [`${minimum}つ以上ですが、選択肢は${most}つです`] : []),
  ]
}

/** What is wrong with the condition of one question. Reachability is proved by trying the answers it looks at. */
function branchProblems(questions: readonly SurveyQuestion[], at: number): string[] {
  const question = questions[at]
  if (!question || question.showIf === '') return []
  const read = readCondition(question.showIf)
  if (read.problem !== undefined) return [read.problem]
  const { condition } = read
  const sources = [...new Set(columnsOf(condition))].map((column) => sourceOf(questions, column))
  if (sources.some((source) => source === undefined)) return ['条件の設問が、調査票にありません']
  const places = sources.map((source) => questions.indexOf(source as SurveyQuestion))
  const self = places.find((place) => place >= at)
  if (self !== undefined) return [laterWords(questions, question, questions[self])]
  const unknown = unknownCodes(questions, condition)
  if (unknown.length > 0) return unknown
  return isReachable(questions, question)
    ? []
    : ['この条件を満たす答え方がありません（だれも答えられない設問です）']
}

function laterWords(questions: readonly SurveyQuestion[], question: SurveyQuestion, other?: SurveyQuestion) {
  if (!other || other.code === question.code) return '自分自身を条件にしています'
  const back = referencesOf(questions, other).has(question.code)
  return back
    ? `${other.number}と互いを条件にしています（どちらも出せません）`
    : `後にある${other.number}を条件にしています。前にある設問だけを条件にできます`
}

/** The question a column of a condition belongs to. */
export const sourceOf = (questions: readonly SurveyQuestion[], column: string) =>
  questions.find(({ items }) =>
    items.some((item) => item.column === column || item.importanceColumn === column),
  )

function referencesOf(questions: readonly SurveyQuestion[], { showIf }: SurveyQuestion): Set<string> {
  const read = readCondition(showIf)
  if (showIf === '' || read.problem !== undefined) return new Set()
  return new Set(columnsOf(read.condition).map((column) => sourceOf(questions, column)?.code ?? ''))
}

function unknownCodes(questions: readonly SurveyQuestion[], condition: Condition): string[] {
  return wantedCodes(condition).flatMap(({ column, code }) => {
    const source = sourceOf(questions, column)
    if (!source || source.options.length === 0) return []
    const list =
      source.items.find((item) => item.importanceColumn === column) === undefined
        ? source.options
        : source.importanceOptions
    return list.some((option) => option.code === code)
      ? []
      : [`条件の${source.number}に、選択肢「${code}」がありません`]
  })
}

/** The codes a condition asks for by name. */
function wantedCodes(condition: Condition): { column: string; code: string }[] {
  if (condition.kind === 'not') return wantedCodes(condition.inner)
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.flatMap(wantedCodes)
  const { column } = condition
  if (condition.kind === 'in') return condition.values.map((value) => ({ column, code: String(value) }))
  if (condition.kind === 'compare') return [{ column, code: String(condition.value) }]
  return condition.kind === 'selected' ? [{ column, code: condition.code }] : []
}

const mostTries = 4000

/** Tries every combination of the answers the condition depends on; so many that it takes long: taken as reachable. */
function isReachable(questions: readonly SurveyQuestion[], question: SurveyQuestion): boolean {
  const involved = closureOf(questions, question)
  const reduced: Questionnaire = {
    version: 1,
    language: 'ja',
    sections: [{ id: 's', title: '', questions: questions.filter(({ code }) => involved.has(code)) }],
  }
  const wanted = [...involved].flatMap((code) => {
    const { showIf = '' } = questions.find((one) => one.code === code) ?? {}
    return showIf === '' ? [] : wantedCodes(parseCondition(showIf))
  })
  const choices = reduced.sections
    .flatMap((section) => section.questions)
    .flatMap((one) => (one.code === question.code ? [] : candidates(one, wanted)))
  const total = choices.reduce((product, { values }) => product * values.length, 1)
  if (total > mostTries) return true
  for (let number = 0; number < total; number++) {
    let rest = number
    const cells: Record<string, string> = {}
    for (const { column, values } of choices) {
      cells[column] = values[rest % values.length] ?? ''
      rest = Math.floor(rest / values.length)
    }
    if (shownCodes(reduced, cells).has(question.code)) return true
  }
  return false
}

function closureOf(questions: readonly SurveyQuestion[], question: SurveyQuestion): Set<string> {
  const found = new Set([question.code])
  for (const code of found) {
    const one = questions.find((known) => known.code === code)
    if (one) for (const other of referencesOf(questions, one)) found.add(other)
  }
  return found
}

type Wanted = readonly { column: string; code: string }[]

/** Values worth trying of each column: codes, and around the numbers a condition names. */
function candidates(question: SurveyQuestion, wanted: Wanted): { column: string; values: string[] }[] {
  if (hasColumnByOption(question))
    return question.items.flatMap(({ column }) =>
      question.options
        .filter(
          ({ code }, at) => at === 0 || wanted.some((one) => one.column === column && one.code === code),
        )
        .map(({ code }) => ({ column: markColumn(column, code), values: ['', '1'] })),
    )
  const named = new Set(wanted.map(({ column }) => column))
  return valueColumns(question)
    .filter(({ column }, at) => named.has(column) || at === 0)
    .map(({ column, options }) => ({
      column,
      values:
        options.length > 0
          ? ['', ...options.map(({ code }) => code)]
          : ['', ...numbersAround(wanted.filter((one) => one.column === column))],
    }))
}

const numbersAround = (wanted: Wanted): string[] => {
  const numbers = wanted.map(({ code }) => Number(code)).filter((number) => !Number.isNaN(number))
  const around = numbers.flatMap((number) => [number - 1, number, number + 1].map(String))
  return around.length > 0 ? [...new Set(around)] : ['1']
}

import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { type Random, seededRandom, shuffled } from '#src/lib/text/seeded-random.ts'
import { questionsOf, ranksOf } from '../questionnaire/edit-questionnaire.ts'
import { type AnswerCells, finishedAnswers, markColumn, shownCodes, valueColumns } from './answer-cells.ts'
import { stepsFor } from './answer-words.ts'
import { rankCells } from './ranking.ts'
import { answerProblems } from './read-answers.ts'

export type TrialLine = { code: string; number: string; text: string; shown: number }

/** What became of a questionnaire when many invented people answered it. */
export type Trial = {
  people: number
  lines: TrialLine[]
  /** Questions nobody came to. */
  unseen: TrialLine[]
  /** Fewest and most questions one of them was asked, and pages they saw. */
  questions: { least: number; most: number }
  pages: { least: number; most: number }
  /** Answers by the rules that were refused all the same: each is a mistake of the questionnaire. */
  refused: string[]
}

/** Lets invented people answer at random, question after question as the conditions lead them. The same seed answers the same. */
export function tryQuestionnaire(questionnaire: Questionnaire, people: number, seed: string): Trial {
  const random = seededRandom(seed)
  const asked = questionsOf(questionnaire).filter(({ type }) => type !== 'note')
  const shown = new Map<string, number>()
  const refused = new Set<string>()
  const lengths: number[] = []
  const pages: number[] = []
  for (let person = 0; person < people; person++) {
    const cells = answersOfOne(questionnaire, random)
    const codes = shownCodes(questionnaire, cells)
    for (const { code } of asked) if (codes.has(code)) shown.set(code, (shown.get(code) ?? 0) + 1)
    lengths.push(asked.filter(({ code }) => codes.has(code)).length)
    pages.push(stepsFor(questionnaire, cells).length)
    for (const question of asked)
      for (const problem of Object.values(answerProblems(question, cells))) refused.add(problem)
    finishedAnswers(questionnaire, cells)
  }
  const lines = asked.map(({ code, number, text }) => ({ code, number, text, shown: shown.get(code) ?? 0 }))
  const range = (values: readonly number[]) => ({ least: Math.min(...values), most: Math.max(...values) })
  return {
    people,
    lines,
    unseen: lines.filter((line) => line.shown === 0),
    questions: range(lengths),
    pages: range(pages),
    refused: [...refused],
  }
}

/** One invented person: answers in order whatever is put to them; one question in twelve is left blank. */
function answersOfOne(questionnaire: Questionnaire, random: Random): AnswerCells {
  let cells: Record<string, string> = {}
  for (const question of questionsOf(questionnaire)) {
    const isShown = question.showIf === '' || shownCodes(questionnaire, cells).has(question.code)
    if (isShown && random() > 1 / 12) cells = { ...cells, ...randomCells(question, random) }
  }
  return cells
}

const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)]

/** Answers of a question by its rules. */
export function randomCells(question: SurveyQuestion, random: Random): Record<string, string> {
  const { type, items, options } = question
  if (type === 'multiple')
    return Object.assign({}, ...items.map(({ column }) => randomMarks(question, column, random)))
  if (type === 'ranking') {
    const order = shuffled(
      options.map(({ code }) => code),
      random,
    ).slice(0, ranksOf(question))
    return Object.assign({}, ...items.map(({ column }) => rankCells(question, column, order)))
  }
  return Object.fromEntries(
    valueColumns(question).flatMap(({ column, options: list }) => {
      const value = list.length > 0 ? (pick(list, random)?.code ?? '') : typedValue(question, random)
      return value === '' ? [] : [[column, value]]
    }),
  )
}

function randomMarks(question: SurveyQuestion, column: string, random: Random): Record<string, string> {
  const { options, minimum = 1, maximum } = question
  const alone = pick(
    options.filter(({ isExclusive }) => isExclusive),
    random,
  )
  if (alone && random() < 0.1) return { [markColumn(column, alone.code)]: '1' }
  const free = options.filter(({ isExclusive }) => !isExclusive)
  const most = Math.min(maximum ?? free.length, free.length)
  const count = Math.min(most, minimum + Math.floor(random() * Math.max(1, most - minimum + 1)))
  const chosen = shuffled(free, random).slice(0, count)
  return Object.fromEntries(chosen.map(({ code }) => [markColumn(column, code), '1']))
}

function typedValue({ type, minimum, maximum }: SurveyQuestion, random: Random): string {
  if (type === 'number') {
    const [low, high] = [Math.ceil(minimum ?? 0), Math.floor(maximum ?? (minimum ?? 0) + 100)]
    return String(low + Math.floor(random() * Math.max(1, high - low + 1)))
  }
  return type === 'date' ? '2026-04-01' : '試し'
}

import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Judgement } from '../labels.ts'
import { questionsOf } from './edit-questionnaire.ts'

type Item = SurveyQuestion['items'][number]

/** An item of a questionnaire with the question it belongs to. */
export type AskedItem = { question: SurveyQuestion; item: Item }

/** An earlier survey with the questionnaire people answered last. */
export type Wave = { surveyId: string; title: string; questionnaire: Questionnaire }

/** Everything that can be compared over time, in reading order. */
export const askedItems = (questionnaire: Questionnaire): AskedItem[] =>
  questionsOf(questionnaire)
    .filter(({ type }) => type !== 'note' && type !== 'text-long')
    .flatMap((question) => question.items.map((item) => ({ question, item })))

/** The name an item has through all waves: that of the first one, or its own place where it is the first. */
export const lineageOf = (surveyId: string, { lineageId, column }: Item): string =>
  lineageId || `${surveyId}#${column}`

/** The latest earlier item of a lineage. `waves`: the newest first. */
export function earlierItem(
  waves: readonly Wave[],
  lineageId: string,
): (AskedItem & { wave: Wave }) | undefined {
  for (const wave of waves) {
    const found = askedItems(wave.questionnaire).find(
      ({ item }) => lineageOf(wave.surveyId, item) === lineageId,
    )
    if (found) return { ...found, wave }
  }
  return undefined
}

/** What people read of an item: the question, its line, and its options with their codes. */
export function wordingOf({ question, item }: AskedItem): { text: string; options: string } {
  const scale = (options: readonly SurveyOption[]) =>
    options.map(({ code, label }) => `${code} ${label}`).join('／')
  const both = item.importanceColumn ? [question.options, question.importanceOptions] : [question.options]
  return {
    text: item.label ? `${question.text}\n${item.label}` : question.text,
    options: both.map(scale).join('\n'),
  }
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/** Whether the words or the options of an item differ. Width and blanks do not matter. */
export function isRewordedFrom(before: AskedItem, after: AskedItem): boolean {
  const [a, b] = [wordingOf(before), wordingOf(after)]
  return (
    plain(a.text) !== plain(b.text) ||
    plain(a.options) !== plain(b.options) ||
    before.question.type !== after.question.type
  )
}

const withItems = (questionnaire: Questionnaire, change: (asked: AskedItem) => Item): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      items: question.items.map((item) => change({ question, item })),
    })),
  })),
})

/** The questionnaire with it told, item by item, whether it differs from its earlier wave. */
export const withRewordings = (questionnaire: Questionnaire, waves: readonly Wave[]): Questionnaire =>
  withItems(questionnaire, (asked) => {
    const { item } = asked
    const before = item.lineageId === '' ? undefined : earlierItem(waves, item.lineageId)
    const isReworded = before !== undefined && isRewordedFrom(before, asked)
    const { comparison, ...rest } = item
    return { ...rest, isReworded, ...(isReworded && comparison ? { comparison } : {}) }
  })

/** A questionnaire to begin a new survey with: the same questions, every item bound to where it comes from. */
export function copiedFrom({ surveyId, questionnaire }: Wave): Questionnaire {
  const { publishedOn: _, ...rest } = questionnaire
  const bound = withItems(rest, ({ item: { comparison: __, ...item } }) => ({
    ...item,
    lineageId: lineageOf(surveyId, { ...item }),
    isReworded: false,
  }))
  return { ...bound, version: 1 }
}

export type Binding = { lineageId: string; judgement?: Judgement; reason: string }

/** Binds items, by column, to earlier ones; an empty lineage unbinds. */
export const bound = (
  questionnaire: Questionnaire,
  bindings: Readonly<Record<string, Binding>>,
): Questionnaire =>
  withItems(questionnaire, ({ item }) => {
    const binding = bindings[item.column]
    if (!binding) return item
    const { comparison: _, ...rest } = item
    const { lineageId, judgement, reason } = binding
    return { ...rest, lineageId, ...(judgement && lineageId ? { comparison: { judgement, reason } } : {}) }
  })

/** Bindings of every unbound item that reads the same as one earlier item, and only one. */
export function sameItems(questionnaire: Questionnaire, wave: Wave): Record<string, Binding> {
  const before = askedItems(wave.questionnaire)
  const found = askedItems(questionnaire)
    .filter(({ item }) => item.lineageId === '')
    .flatMap((asked) => {
      const [same, other] = before.filter((one) => !isRewordedFrom(one, asked))
      return same && !other
        ? [[asked.item.column, { lineageId: lineageOf(wave.surveyId, same.item), reason: '' }] as const]
        : []
    })
  return Object.fromEntries(found)
}

/** Whether an item may be compared with its earlier wave, by its words or by what a person judged. */
export const mayCompare = ({ lineageId, isReworded, comparison }: Item): Judgement =>
  lineageId === ''
    ? 'not-comparable'
    : isReworded
      ? (comparison?.judgement ?? 'not-comparable')
      : 'comparable'

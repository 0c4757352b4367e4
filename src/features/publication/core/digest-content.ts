import type { BookContent } from './book-content.ts'
import type { BookField } from './book-field.ts'
import type { BookIndicator } from './book-indicator.ts'
import type { BookMeasure } from './book-measure.ts'
import type { BookText } from './book-text.ts'

/**
 * The digest (概要版) of a plan. It is made from the content of the book alone, so that no number can stand in it which
 * is not in the book.
 */
export type DigestContent = Pick<BookContent, 'imprint' | 'words' | 'period' | 'years' | 'concept'> & {
  fields: DigestField[]
  targets: DigestTarget[]
  priorities: DigestTarget[]
  progress: {
    chapter: { heading: string; text: BookText } | null
    roles: BookContent['roles']
    triggers: string[]
  }
}

type FieldLook = Pick<BookField, 'number' | 'token' | 'pattern'>

export type DigestField = FieldLook &
  Pick<BookField, 'title' | 'goal' | 'patternName'> & {
    measures: { number: string; title: string; text: string; isPriority: boolean }[]
  }

/** A target worth telling, with the field or measure it belongs to. */
export type DigestTarget = { look: FieldLook | null; number: string; title: string; indicator: BookIndicator }

export function digestContent(book: BookContent): DigestContent {
  const { imprint, words, period, years, concept } = book
  return {
    imprint,
    words,
    period,
    years,
    concept,
    fields: book.fields.map(digestField),
    targets: mainTargets(book),
    priorities: book.fields
      .flatMap((field) =>
        field.measures.filter(({ isPriority }) => isPriority).map((measure) => ({ field, measure })),
      )
      .flatMap(firstTarget),
    progress: {
      chapter:
        concept.chapters.find(({ heading }) => /進め方|推進|進行管理|実現に向け/.test(heading)) ?? null,
      roles: book.roles,
      triggers: triggersOf(book),
    },
  }
}

const digestField = ({
  number,
  token,
  pattern,
  patternName,
  title,
  goal,
  measures,
}: BookField): DigestField => ({
  number,
  token,
  pattern,
  patternName,
  title,
  goal,
  measures: measures.map(({ number: own, title: name, summary, desiredState, isPriority }) => ({
    number: own,
    title: name,
    text: summary || desiredState,
    isPriority,
  })),
})

/** The indicators chosen for the front; where none is chosen, the overall goals and the first of each field. */
function mainTargets(book: BookContent): DigestTarget[] {
  const all = [
    ...book.concept.goals.map((indicator) => ({
      look: null,
      number: '',
      title: book.words.goals,
      indicator,
    })),
    ...book.fields.flatMap(targetsOf),
  ]
  const chosen = all.filter(({ indicator }) => indicator.isHeadline)
  if (chosen.length > 0) return chosen
  const seen = new Set<unknown>()
  return all.filter(({ look, indicator }) => {
    if (!hasTarget(indicator) || (look && seen.has(look))) return false
    seen.add(look)
    return true
  })
}

function targetsOf(field: BookField): DigestTarget[] {
  const look = lookOf(field)
  const own = field.indicators.map((indicator) => ({
    look,
    number: field.number,
    title: field.title,
    indicator,
  }))
  const below = field.measures.flatMap(({ number, title, indicators }) =>
    indicators.map((indicator) => ({ look, number, title, indicator })),
  )
  return [...own, ...below]
}

const lookOf = ({ number, token, pattern }: FieldLook): FieldLook => ({ number, token, pattern })

function firstTarget({ field, measure }: { field: BookField; measure: BookMeasure }): DigestTarget[] {
  const indicator = measure.indicators.find(hasTarget) ?? measure.indicators[0]
  return indicator ? [{ look: lookOf(field), number: measure.number, title: measure.title, indicator }] : []
}

const hasTarget = ({ target }: BookIndicator) => target.isNumber

const mostTriggers = 6

function triggersOf({ fields }: BookContent): string[] {
  const texts = fields
    .flatMap(({ measures }) => measures)
    .flatMap(({ viewpoints }) => viewpoints)
    .filter(({ label }) => label === '見直しの条件')
  return [...new Set(texts.map(({ text }) => text))].slice(0, mostTriggers)
}

import type { PlanDocument } from '#src/formats/plan-document.ts'
import { plainText } from '#src/lib/text/plain-text.ts'
import type { BookField } from './book-field.ts'
import type { IndexEntry } from './book-index.ts'

const mostMeasures = 6

/** What the index lists: term notes with the measures that use them, measures, and programs. */
export function indexEntries(plan: PlanDocument, fields: readonly BookField[]): IndexEntry[] {
  const measures = fields.flatMap((field) => field.measures)
  const texts = measures.map(({ id }) => ({ id, text: textOf(plan, id) }))
  return [
    ...plan.termNotes.map(({ term, kana }, position) => ({
      term,
      kana,
      places: [...placesOf(term, texts), `term-${position + 1}`],
    })),
    ...measures.map(({ id, title, kana }) => ({ term: title, kana, places: [`measure-${id}`] })),
    ...measures.flatMap(({ id, programs }) =>
      programs.map(({ title, kana }) => ({ term: title, kana, places: [`programs-${id}`] })),
    ),
  ].filter(({ term }) => term.trim() !== '')
}

function placesOf(term: string, texts: readonly { id: string; text: string }[]): string[] {
  const word = term.replace(/[（(].*[)）]$/u, '').trim()
  if (word === '') return []
  return texts
    .filter(({ text }) => text.includes(word))
    .slice(0, mostMeasures)
    .map(({ id }) => `measure-${id}`)
}

/** The words of the left page of a measure. */
function textOf({ items }: PlanDocument, measureId: string): string {
  const item = items.find(({ id }) => id === measureId)
  if (item?.kind !== 'measure') return ''
  const { title, desiredState, situation, issues, directions } = item
  const texts = [...situation, ...issues, ...directions].map(({ text }) => text)
  return [title, desiredState, ...directions.map(({ heading }) => heading), ...texts]
    .map((text) => plainText(text))
    .join('\n')
}

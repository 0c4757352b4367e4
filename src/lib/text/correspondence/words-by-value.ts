import { byCodeUnit } from '../order.ts'
import type { TextUnit } from '../text-unit.ts'
import { findWordings } from '../wording/group-wordings.ts'
import type { CountTable } from './correspondence.ts'

/** A voice with its value of the attribute that is looked at (みらい平, 30代 …). */
export type ValuedUnit = TextUnit & { value: string }

/** Words × values, with how many voices a word and a value were found in. */
export type WordsByValue = CountTable & {
  wordTexts: number[]
  valueTexts: number[]
  fewestTexts: number
  /** Values of fewer than `fewestPerValue` voices: one voice more or less would move everything. */
  leftOut: string[]
}

export type WordChoice = { fewestTexts?: number; mostWords?: number; fewestPerValue?: number }

/**
 * In how many voices of each value a word stands (語 × 属性): the `mostWords` most frequent words (60 unless said
 * otherwise) of `fewestTexts` voices at least (3, or one in a hundred). One wording counts once for each value, so
 * that a post card sent by many does not draw its words to a district. Values of fewer than `fewestPerValue` voices (5)
 * are left out. Values in the order of code units; words by frequency, then code units.
 */
export function wordsByValue(units: readonly ValuedUnit[], choice: WordChoice = {}): WordsByValue {
  const { fewestPerValue = 5 } = choice
  const all = oncePerValue(units)
  const sizes = Map.groupBy(all, ({ value }) => value)
  const isTooFew = (value: string) => (sizes.get(value)?.length ?? 0) < fewestPerValue
  const texts = all.filter(({ value }) => !isTooFew(value))
  const { fewestTexts = Math.max(3, Math.floor(texts.length / 100)), mostWords = 60 } = choice
  const columns = [...new Set(texts.map(({ value }) => value))].sort(byCodeUnit)
  const places = new Map(columns.map((value, place) => [value, place]))
  const counts = new Map<string, number[]>()
  for (const { words, value } of texts) {
    for (const word of new Set(words)) {
      const row = counts.get(word) ?? columns.map(() => 0)
      const place = places.get(value) ?? 0
      row[place] = (row[place] ?? 0) + 1
      counts.set(word, row)
    }
  }
  const kept = [...counts]
    .map(([word, row]) => ({ word, row, texts: row.reduce((sum, count) => sum + count, 0) }))
    .filter((one) => one.texts >= fewestTexts)
    .sort((a, b) => b.texts - a.texts || byCodeUnit(a.word, b.word))
    .slice(0, mostWords)
  return {
    rows: kept.map(({ word }) => word),
    columns,
    counts: kept.map(({ row }) => row),
    wordTexts: kept.map((one) => one.texts),
    valueTexts: columns.map((column) => sizes.get(column)?.length ?? 0),
    fewestTexts,
    leftOut: [...sizes.keys()].filter(isTooFew).sort(byCodeUnit),
  }
}

/** The voices, those of one wording and value only once: the one of the smallest id. */
function oncePerValue(units: readonly ValuedUnit[]): ValuedUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return findWordings(units).flatMap(({ members }) => {
    const own = members.flatMap(({ id }) => byId.get(id) ?? []).sort((a, b) => byCodeUnit(a.id, b.id))
    return [...new Map(own.toReversed().map((unit) => [unit.value, unit])).values()]
  })
}

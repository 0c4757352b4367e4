import type { Cell, FrameColumn, FrameOption, RankedOption, SurveyFrame } from './survey-frame.ts'

/**
 * Where a ranking of a frame is found: which option came first, and of every option whether it has any place, and its place.
 * `~` stands in no name of a file, so that what is derived never meets an answer.
 */
export const firstColumn = (question: string) => `${question}~1`
const anyColumn = (column: string) => `${column}~any`
const placeColumn = (column: string) => `${column}~place`

export type RankingSource = {
  /** The question. */
  name: string
  label: string
  options: readonly (FrameOption & { column: string })[]
}

/**
 * A ranking as columns that can be counted. Places given twice or without a 1位 are 無効, of the whole answer; where no
 * option has a place it was not answered.
 */
export function withRanking(frame: SurveyFrame, { name, label, options }: RankingSource): SurveyFrame {
  const ranks = options.map(({ column }) => frame.columns.get(column)?.cells ?? [])
  const firsts: Cell[] = Array.from({ length: frame.rows }, (_, row) => firstOf(ranks, row, options))
  const columns = new Map(frame.columns)
  const add = (column: string, cells: Cell[], of: Pick<FrameColumn, 'label' | 'options'>) =>
    columns.set(column, { name: column, cells, isDerived: true, ...of })
  add(firstColumn(name), firsts, {
    label: `${label}（1位）`,
    options: options.map(({ column: _, ...option }) => option),
  })
  const ranked = options.map(({ column, code, label: words }, at): RankedOption => {
    const places = firsts.map((first, row): Cell => {
      if (typeof first === 'number') return first
      const cell = ranks[at]?.[row]
      return isPlace(cell) ? cell : '0'
    })
    add(
      anyColumn(column),
      places.map((place) => (typeof place === 'number' ? place : place === '0' ? '0' : '1')),
      { label: words },
    )
    add(
      placeColumn(column),
      places.map((place) => (place === '0' ? -1 : place)),
      { label: words },
    )
    return { column: anyColumn(column), place: placeColumn(column), code, label: words }
  })
  const marks = new Map(frame.marks).set(name, ranked)
  return { ...frame, columns, marks, rankings: new Map(frame.rankings).set(name, ranked) }
}

const isPlace = (cell: Cell | undefined): cell is string =>
  typeof cell === 'string' && /^[1-9]\d?$/.test(cell)

/** The code of the option in the first place, or why there is none. */
function firstOf(
  ranks: readonly (readonly Cell[])[],
  row: number,
  options: readonly { code: string }[],
): Cell {
  const places = ranks.map((cells) => cells[row] ?? -1)
  const given = places.filter(isPlace)
  if (given.length === 0) {
    const missing = [-3, -2] as const
    return missing.find((kind) => places.includes(kind)) ?? -1
  }
  const first = places.indexOf('1')
  const isRight = first >= 0 && new Set(given).size === given.length
  return isRight ? (options[first]?.code ?? -2) : -2
}

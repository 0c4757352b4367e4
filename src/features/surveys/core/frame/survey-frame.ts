import type { SurveyOption } from '#src/formats/survey-question.ts'
import { type Category, codesFor } from '#src/lib/statistics/category.ts'

/** A value as text, or why there is none: −1 無回答, −2 無効, −3 非該当. */
export type Cell = string | -1 | -2 | -3

/** A column of answers. `options` where a questionnaire (or a spec) says which there are, in their order. */
export type FrameColumn = {
  name: string
  label: string
  cells: readonly Cell[]
  options?: readonly FrameOption[]
  /** Made from other columns, to be counted: no answer of its own, so no file of answers has it. */
  isDerived?: boolean
}
/** What a frame knows of an option. */
export type FrameOption = Pick<SurveyOption, 'code' | 'label' | 'missingKind' | 'points'>

/** One option of a ranking: 1 and 0 whether it has a place (`column`), and the place where it has one. */
export type RankedOption = { column: string; place: string; code: string; label: string }

/** Answers by column, from a table or a `SurveyDataset`: what tables and estimates are computed from. */
export type SurveyFrame = {
  rows: number
  columns: ReadonlyMap<string, FrameColumn>
  /** Questions with several answers: the column and option of each mark. */
  marks: ReadonlyMap<string, readonly { column: string; code: string; label: string }[]>
  /** Rankings: of each option its mark (any place) and its place. */
  rankings?: ReadonlyMap<string, readonly RankedOption[]>
}

/** Whether a frame has a column of this name. */
export const hasColumn = (frame: SurveyFrame, name: string) => frame.columns.has(name)

/** A column by its name; an unknown one is refused (RangeError). */
export function columnOf(frame: SurveyFrame, name: string): FrameColumn {
  const column = frame.columns.get(name)
  if (!column) throw new RangeError(`列「${name}」がありません`)
  return column
}

/** Cells of a column by its name; an unknown one is refused (RangeError). */
export const cellsOf = (frame: SurveyFrame, name: string): readonly Cell[] => columnOf(frame, name).cells

/** A variable of few values with what its codes stand for. */
export type NamedCategory = Category & {
  name: string
  options: readonly FrameOption[]
  /** Whether the options were told, not only found among the answers. */
  isDeclared: boolean
}

const known = new WeakMap<FrameColumn, NamedCategory>()

/**
 * A column as codes. Without options its values are sorted: as numbers when all are, else by code unit.
 *
 * Refuses a value that is none of the options.
 */
export function categoryOf(frame: SurveyFrame, name: string): NamedCategory {
  const column = columnOf(frame, name)
  const before = known.get(column)
  if (before) return before
  const options = column.options ?? optionsFound(column.cells)
  const places = new Map(options.map(({ code }, place) => [code, place]))
  const codes = codesFor(frame.rows, options.length)
  for (const [row, cell] of column.cells.entries()) {
    const code = typeof cell === 'number' ? cell : places.get(cell)
    if (code === undefined)
      throw new RangeError(`列「${name}」の${row + 1}行目の「${cell}」は、選択肢にありません`)
    codes[row] = code
  }
  const isDeclared = column.options !== undefined
  const category = { name, codes, count: options.length, options, isDeclared }
  known.set(column, category)
  return category
}

function optionsFound(cells: readonly Cell[]): FrameOption[] {
  const values = [...new Set(cells)].filter((cell) => typeof cell === 'string')
  const areNumbers = values.every((value) => value.trim() !== '' && !Number.isNaN(Number(value)))
  values.sort((a, b) => (areNumbers ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0))
  return values.map((code) => ({ code, label: code, points: null }))
}

/**
 * A column as numbers, NaN where missing. An option that means わからない is missing too. Refuses what is no
 * number.
 */
export function numbersOf(frame: SurveyFrame, name: string): Float64Array {
  const { cells, options = [] } = columnOf(frame, name)
  const noOpinion = new Set(options.filter(({ missingKind }) => missingKind).map(({ code }) => code))
  return Float64Array.from(cells, (cell, row) => {
    if (typeof cell === 'number' || noOpinion.has(cell)) return Number.NaN
    const value = cell.trim() === '' ? Number.NaN : Number(cell)
    if (Number.isNaN(value))
      throw new RangeError(`列「${name}」の${row + 1}行目の「${cell}」は、数ではありません`)
    return value
  })
}

/** A variable without what is no opinion (わからない): those become −1. Options keep their places. */
export function opinionsOf(category: NamedCategory): NamedCategory {
  const isOut = category.options.map(({ missingKind }) => missingKind !== undefined)
  if (!isOut.includes(true)) return category
  return { ...category, codes: category.codes.map((code) => (code >= 0 && isOut[code] ? -1 : code)) }
}

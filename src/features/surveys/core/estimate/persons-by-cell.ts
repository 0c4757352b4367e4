import type { Category } from '#src/lib/statistics/category.ts'
import { combineCategories } from '#src/lib/statistics/category.ts'
import { categoryOf, cellsOf, numbersOf, type SurveyFrame } from '../frame/survey-frame.ts'
import type { PersonsSpec, PersonsTable } from './design-spec.ts'

/** Tables that lie beside the spec, by the name it gives them. */
export type SideTables = ReadonlyMap<string, SurveyFrame>

/** A variable (or combination) with the codes and labels of its cells, in order. */
export type Cells = Category & { codesOfCell: readonly (readonly string[])[] }

/** Combination of columns; every combination has a cell, also one nobody is in. */
export function cellsBy(frame: SurveyFrame, by: readonly string[]): Cells {
  if (by.length === 0) return { codes: new Int8Array(frame.rows), count: 1, codesOfCell: [[]] }
  const parts = by.map((name) => categoryOf(frame, name))
  let codesOfCell: string[][] = [[]]
  for (const { options } of parts)
    codesOfCell = codesOfCell.flatMap((codes) => options.map(({ code }) => [...codes, code]))
  return { ...combineCategories(parts), codesOfCell }
}

/**
 * Persons of each cell of a table. Refuses people in a code that no answer has, and cells without people
 * but answers.
 */
export function personsOfCells(frame: SurveyFrame, table: PersonsTable, sides: SideTables) {
  const { by } = table
  const cells = cellsBy(frame, by)
  const places = new Map(cells.codesOfCell.map((codes, place) => [codes.join('\u0000'), place]))
  const persons = new Float64Array(cells.count)
  for (const { codes, population } of rowsOf(table, sides)) {
    const place = places.get(codes.join('\u0000'))
    if (place === undefined) {
      if (population > 0) throw new RangeError(`人口の表の「${codes.join('・')}」に当たる回答がありません`)
      continue
    }
    persons[place] = (persons[place] as number) + population
  }
  return { cells, persons }
}

function rowsOf(table: PersonsTable, sides: SideTables): { codes: readonly string[]; population: number }[] {
  if ('cells' in table) return table.cells
  const side = sides.get(table.file)
  if (!side) throw new RangeError(`人口の表「${table.file}」がありません`)
  const populations = numbersOf(side, table.count)
  const parts = table.by.map((name) => cellsOf(side, name))
  return Array.from(populations, (population, row) => ({
    codes: parts.map((cells) => String(cells[row])),
    population,
  }))
}

/**
 * Persons of each stratum, however the spec gives them. A table by other columns than the strata is
 * refused.
 */
export function personsOfStrata(
  frame: SurveyFrame,
  given: PersonsSpec,
  { strata, by, sides }: { strata: Cells; by: readonly string[]; sides: SideTables },
): Float64Array {
  if (typeof given === 'number') {
    if (strata.count > 1) throw new RangeError('層があるときは、母集団の大きさも層ごとに書いてください')
    return Float64Array.of(given)
  }
  if ('column' in given) return constantOfStrata(numbersOf(frame, given.column), strata)
  if (given.by.join('\u0000') !== by.join('\u0000'))
    throw new RangeError('母集団の表の変数は、層の変数と同じ順に書いてください')
  return personsOfCells(frame, given, sides).persons
}

function constantOfStrata(values: Float64Array, { codes, count }: Category): Float64Array {
  const found = new Float64Array(count).fill(Number.NaN)
  for (let row = 0; row < values.length; row++) {
    const stratum = codes[row] as number
    const before = found[stratum] as number
    if (Number.isNaN(before)) found[stratum] = values[row] as number
    else if (before !== values[row]) throw new RangeError('母集団の大きさが、同じ層の中で違います')
  }
  return found.map((value) => (Number.isNaN(value) ? 0 : value))
}

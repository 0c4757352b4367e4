import { byCodeUnit } from '../order.ts'

/** One voice for a table: its values by dimension (unknown ones absent) and, when known, who said it. */
export type TableRow = { values: Readonly<Record<string, string | undefined>>; person?: string }

/** One dimension with its values in order; place `values.length` is the total. */
export type Dimension = { name: string; values: string[] }

/**
 * Counts of voices by all dimensions at once, with every sum. Cells lie one after the other, the last
 * dimension fastest; `persons` are distinct persons (voices where a person is unknown count as one person
 * each).
 */
export type CrossTable = {
  dimensions: Dimension[]
  strides: number[]
  voices: Int32Array
  persons: Int32Array
}

/** Cells of a table that add up: parts, and their sum. */
export type Line = { parts: number[]; total: number }

const mostCells = 20_000

/**
 * Counts rows by dimensions such as 経路 × 地区 × 年代 × 分野. A row without a value for a dimension counts under
 * `unknown`. Refuses no dimension, a dimension twice, and more than 20,000 cells (RangeError).
 */
export function crossTable(
  rows: readonly TableRow[],
  names: readonly string[],
  unknown = '不明',
): CrossTable {
  if (names.length === 0 || new Set(names).size < names.length) throw new RangeError(`dimensions: ${names}`)
  const dimensions = names.map((name): Dimension => {
    const values = new Set(rows.map((row) => row.values[name] ?? unknown))
    return { name, values: [...values].sort(byCodeUnit) }
  })
  const strides = dimensions.map((_, at) =>
    dimensions.slice(at + 1).reduce((product, { values }) => product * (values.length + 1), 1),
  )
  const count = (strides[0] ?? 1) * ((dimensions[0]?.values.length ?? 0) + 1)
  if (count > mostCells) throw new RangeError(`cells: ${count}`)
  const voices = new Int32Array(count)
  const people = Array.from({ length: count }, () => new Set<string>())
  for (const [at, row] of rows.entries()) {
    for (const cell of cellsOf(row, { dimensions, strides, unknown })) {
      voices[cell] = (voices[cell] as number) + 1
      people[cell]?.add(row.person ?? `\n${at}`)
    }
  }
  return { dimensions, strides, voices, persons: Int32Array.from(people, ({ size }) => size) }
}

type Frame = { dimensions: readonly Dimension[]; strides: readonly number[]; unknown: string }

/** The cell of a row and all sums it is part of. */
function cellsOf(row: TableRow, { dimensions, strides, unknown }: Frame): number[] {
  let cells = [0]
  for (const [at, { name, values }] of dimensions.entries()) {
    const stride = strides[at] as number
    const place = values.indexOf(row.values[name] ?? unknown)
    cells = cells.flatMap((cell) => [cell + place * stride, cell + values.length * stride])
  }
  return cells
}

/** Every line of a table, along every dimension. */
export function linesOf({ dimensions, strides, voices }: CrossTable): Line[] {
  const lines: Line[] = []
  for (const [at, { values }] of dimensions.entries()) {
    const stride = strides[at] as number
    for (let cell = 0; cell < voices.length; cell++) {
      if (Math.floor(cell / stride) % (values.length + 1) !== 0) continue
      lines.push({
        parts: values.map((_, place) => cell + place * stride),
        total: cell + values.length * stride,
      })
    }
  }
  return lines
}

/** The values of a cell in order of dimensions; `null` where it is a sum. */
export function valuesOf({ dimensions, strides }: CrossTable, cell: number): (string | null)[] {
  return dimensions.map(({ values }, at) => {
    const place = Math.floor(cell / (strides[at] as number)) % (values.length + 1)
    return values[place] ?? null
  })
}

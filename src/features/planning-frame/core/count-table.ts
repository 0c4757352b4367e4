import type { CsvRow } from '#src/lib/csv/csv.ts'
import { ageLabels } from '#src/lib/demography/age-groups.ts'
import type { AgeGroups } from '#src/lib/demography/projection-inputs.ts'
import { readAgeLabel, readSex } from '#src/lib/demography/read-age-label.ts'
import { distributeUnknown } from '#src/lib/demography/unknown-age.ts'

/** The layout of the census and projection tables: five-year groups up to 90歳以上. */
export const tableAges = { width: 5, openFrom: 90 } as const satisfies AgeGroups

export type Count = { M: number[]; F: number[] }

/** Counts by area and year, unknown ages distributed; totals that were in the table are not kept. */
export type CountTable = {
  counts: Map<string, Map<number, Count>>
  years: number[]
  /** Persons of unknown age that were distributed, by area and year. */
  unknown: Map<string, Map<number, number>>
}

/** Why a table cannot be used, and in which line. */
export type TableProblem = { line: number; problem: string }

type Row = { line: number; code: string; sex: 'M' | 'F'; age: string; values: number[] }

/**
 * Reads a table of residents: `code` (or `pref`), optional `name`, `sex` (M・F or 男・女), `age` (`0-4 … 90+`,
 * `unknown`, `total`, or as Japanese tables write them), and a column a year. Blank cells, missing ages and
 * totals that do not add up are problems with their line: nothing is filled in. Groups older than 90歳 are summed
 * into 90歳以上. An area with a problem is left out, the others are read.
 */
export function readCountTable(rows: readonly CsvRow[]): CountTable & { problems: TableProblem[] } {
  const [head, ...body] = rows
  const columns = (head?.cells ?? []).map((cell) => cell.trim())
  const years = columns.filter((column) => /^\d{4}$/.test(column)).map(Number)
  const missing = ['sex', 'age'].filter((name) => !columns.includes(name))
  if (years.length === 0 || missing.length > 0) {
    return {
      counts: new Map(),
      unknown: new Map(),
      years,
      problems: [{ line: 1, problem: '見出しに sex、age と年（4けた）の列が必要です' }],
    }
  }
  const problems: TableProblem[] = []
  const areas = new Map<string, Row[]>()
  const broken = new Set<string>()
  for (const row of body) {
    // Both sexes together are the sum of the others, which are read.
    if (/^(T|総数|計|男女計)$/i.test((row.cells[columns.indexOf('sex')] ?? '').trim())) continue
    const read = readRow(row, { columns, years })
    if ('problem' in read) {
      problems.push({ line: row.line, problem: read.problem })
      broken.add(read.code)
    } else areas.set(read.code, [...(areas.get(read.code) ?? []), read])
  }
  const [counts, unknown]: [CountTable['counts'], CountTable['unknown']] = [new Map(), new Map()]
  for (const [code, cells] of areas) {
    if (broken.has(code)) continue
    const own = withOpenGroup(cells)
    const problem = areaProblem(own, years)
    if (problem) problems.push(problem)
    else {
      counts.set(code, countsOf(own, years))
      unknown.set(code, unknownOf(own, years))
    }
  }
  return { counts, unknown, years, problems }
}

type Columns = { columns: readonly string[]; years: readonly number[] }

function readRow(
  { cells, line }: CsvRow,
  { columns, years }: Columns,
): Row | { code: string; problem: string } {
  const cell = (name: string) => (cells[columns.indexOf(name)] ?? '').trim()
  const code = cell('code') || cell('pref')
  const sex = readSex(cell('sex'))
  if (!sex) return { code, problem: `性別「${cell('sex')}」が分かりません（男・女か M・F です）` }
  const age = canonicalAge(cell('age'))
  if (!age) return { code, problem: `年齢「${cell('age')}」が分かりません` }
  const values = years.map((year) => (cell(String(year)) === '' ? Number.NaN : Number(cell(String(year)))))
  const wrong = values.findIndex((value) => !(value >= 0))
  if (wrong < 0) return { line, code, sex, age, values }
  const shown = cell(String(years[wrong]))
  const why =
    shown === '' ? '空欄は0ではありません' : Number(shown) < 0 ? '人数は0以上です' : '数ではありません'
  return { code, problem: `${code}の${years[wrong]}年が「${shown}」です（${why}）` }
}

/**
 * The label of a group as the table's own, whatever way it was written; groups of another width keep theirs.
 */
function canonicalAge(label: string): string | undefined {
  const age = readAgeLabel(label)
  if (!age || age.kind === 'total' || age.kind === 'unknown') return age?.kind
  return age.kind === 'open' ? `${age.from}+` : `${age.from}-${age.to - 1}`
}

const labels = ageLabels(tableAges)

/** A table that goes on beyond 90歳 (90-94, 95+): those groups are one open group here. Others stay as they are. */
function withOpenGroup(rows: readonly Row[]): Row[] {
  return (['M', 'F'] as const).flatMap((sex) => {
    const own = rows.filter((row) => row.sex === sex)
    const older = own.filter(({ age }) => /^\d/.test(age) && Number.parseInt(age, 10) >= tableAges.openFrom)
    const [first] = older
    const isComplete = older.some(({ age }) => age.startsWith(`${tableAges.openFrom}-`))
    if (!first || !isComplete || !older.some(({ age }) => age.endsWith('+'))) return own
    const values = first.values.map((_, at) => older.reduce((sum, row) => sum + (row.values[at] ?? 0), 0))
    const open: Row = { ...first, age: `${tableAges.openFrom}+`, values }
    return [...own.filter((row) => !older.includes(row)), open]
  })
}

function areaProblem(rows: readonly Row[], years: readonly number[]): TableProblem | undefined {
  const [first] = rows
  for (const sex of ['M', 'F'] as const) {
    const own = rows.filter((row) => row.sex === sex)
    const of = (age: string) => own.filter((row) => row.age === age)
    const line = own[0]?.line ?? first?.line ?? 0
    const code = first?.code
    const open = own.find(({ age }) => age.endsWith('+'))
    if (open && open.age !== labels.at(-1)) {
      return {
        line: open.line,
        problem: `${code}の最後の年齢区分が「${open.age}」です（「${labels.at(-1)}」が必要です）`,
      }
    }
    for (const label of labels) {
      if (of(label).length === 1) continue
      const words = of(label).length === 0 ? 'ありません' : '2つ以上あります'
      return { line, problem: `${code}の年齢区分「${label}」（${sex}）が${words}` }
    }
    const [total] = of('total')
    if (!total) continue
    const wrong = years.findIndex((_, at) => {
      const parts = [...labels, 'unknown'].reduce((sum, label) => sum + (of(label)[0]?.values[at] ?? 0), 0)
      return Math.abs(parts - (total.values[at] ?? 0)) > 1 + labels.length / 2
    })
    if (wrong >= 0)
      return { line: total.line, problem: `${code}の${years[wrong]}年（${sex}）の合計が、内訳と合いません` }
  }
  return undefined
}

function countsOf(rows: readonly Row[], years: readonly number[]): Map<number, Count> {
  const cell = (sex: 'M' | 'F', age: string) => rows.find((row) => row.sex === sex && row.age === age)?.values
  return new Map(
    years.map((year, at) => {
      const known = (sex: 'M' | 'F') => labels.map((label) => cell(sex, label)?.[at] ?? Number.NaN)
      const unknown = (sex: 'M' | 'F') => cell(sex, 'unknown')?.[at] ?? 0
      const count = { M: known('M'), F: known('F') }
      return [year, distributed(count, { M: unknown('M'), F: unknown('F') })]
    }),
  )
}

function unknownOf(rows: readonly Row[], years: readonly number[]): Map<number, number> {
  const own = rows.filter(({ age }) => age === 'unknown')
  return new Map(years.map((year, at) => [year, own.reduce((sum, row) => sum + (row.values[at] ?? 0), 0)]))
}

/** Where nobody has a known age (evacuated towns) there is nothing to distribute in proportion to. */
function distributed(count: Count, unknown: { M: number; F: number }): Count {
  const isEmpty = (['M', 'F'] as const).some((sex) => count[sex].every((persons) => persons === 0))
  return isEmpty ? count : distributeUnknown(count, unknown).base
}

export const totalOf = ({ M, F }: Count): number => [...M, ...F].reduce((sum, persons) => sum + persons, 0)

/**
 * Totals by area from a table with one row an area: SSDSE-A (code `R08235`, total `A1101`, year in the second
 * row).
 */
export function readSsdseTotals(
  rows: readonly CsvRow[],
): { totals: Map<string, number>; year: number } | undefined {
  const [codes, years, , ...body] = rows
  const at = codes?.cells.indexOf('A1101') ?? -1
  if (at < 0 || !/^SSDSE-A/.test(codes?.cells[0] ?? '')) return undefined
  const totals = new Map<string, number>()
  for (const { cells } of body) {
    const persons = (cells[at] ?? '').trim() === '' ? Number.NaN : Number(cells[at])
    if (persons >= 0) totals.set((cells[0] ?? '').replace(/^R/, ''), persons)
  }
  return { totals, year: Number(years?.cells[at]) }
}

import { presentCode, readAreaCode } from '../areas.ts'

type Row = { line: number; cells: readonly string[] }
type Block = { sex: 'T' | 'M' | 'F'; columns: { at: number; age: string }[] }

/** Rows of 都道府県 and of the area that stands for many (浜通り) are no municipality: the sign of the second column. */
const isMunicipality = (kind: string) => /^[0-3]$/.test(kind.normalize('NFKC').trim())

/**
 * The results of the national projection as one sheet for the whole country: 「コード・市などの別・都道府県・市区町村」,
 * then either a row a year with all ages of both sexes, men and women side by side (将来の男女5歳階級別人口), or a column
 * a year for one age class (結果表1, 結果表2-1 and on). Written out as the tidy table `readAgeTable` reads; nothing when
 * the sheet is neither. Wards stand beside their cities, as in the file; 都道府県 and 浜通り are left out.
 */
export function projectionTableText(rows: readonly Row[]): string | undefined {
  const at = rows.findIndex(({ cells }) => isHead(cells))
  const [head, below] = [rows[at], rows[at + 1]]
  if (!head || !below) return undefined
  const plain = below.cells.map((cell) => cell.normalize('NFKC').replaceAll(/\s/g, ''))
  const year = head.cells.findIndex((cell) => cell.trim() === '年')
  const body = rows.slice(at + 2).filter(({ cells }) => isMunicipality(cells[1] ?? ''))
  const blocks = blocksOf(plain)
  if (blocks.length === 3 && (year >= 0 || plain[4] === '年')) {
    return longText(body, { blocks, year: year >= 0 ? year : 4 })
  }
  const age = ageOfTitle(rows.slice(0, at + 1))
  const years = firstYears(plain)
  return age !== undefined && years.length > 1 ? wideText(body, { age, years }) : undefined
}

const isHead = (cells: readonly string[]) =>
  cells[0]?.normalize('NFKC').trim() === 'コード' && (cells[1] ?? '').includes('市などの別')

/** Blocks of ages beside one another, each begun by 0～4歳; the column before holds the total. */
function blocksOf(plain: readonly string[]): Block[] {
  const starts = plain.flatMap((cell, at) => (/^0[~〜～-]4歳?$/.test(cell) ? [at] : []))
  return starts.slice(0, 3).map((start, index) => {
    const columns = [{ at: start - 1, age: '総数' }]
    for (let at = start; at < plain.length; at += 1) {
      const age = ageOf(plain[at] ?? '', (at - start) * 5)
      if (age === undefined) break
      columns.push({ at, age })
    }
    return { sex: (['T', 'M', 'F'] as const)[index] ?? 'T', columns }
  })
}

/** `5~9歳`, `95歳~` or `95歳以上`, where the next group is due. */
function ageOf(cell: string, from: number): string | undefined {
  const found = /^(\d{1,3})歳?(?:[~〜～-](\d{1,3})?歳?|以上)$/.exec(cell)
  if (Number(found?.[1]) !== from) return undefined
  return found?.[2] === undefined ? `${from}歳以上` : `${from}～${found[2]}歳`
}

type Years = Map<string, string>

/** A row a year: gathered to a line an area, sex and age with a column a year. */
function longText(body: readonly Row[], { blocks, year }: { blocks: Block[]; year: number }): string {
  const areas = new Map<string, { name: string; byYear: Map<string, Row> }>()
  const all = new Set<string>()
  for (const row of body) {
    const [code, , , name = ''] = row.cells
    const time = /^\d{4}/.exec((row.cells[year] ?? '').normalize('NFKC').trim())?.[0] ?? ''
    const area = areas.get(code ?? '') ?? { name, byYear: new Map<string, Row>() }
    areas.set(code ?? '', area)
    area.byYear.set(time, row)
    all.add(time)
  }
  const years = [...all].sort()
  const lines = [...areas].flatMap(([code, { name, byYear }]) =>
    blocks.flatMap(({ sex, columns }) =>
      columns.map(({ at, age }) => {
        const values: Years = new Map(years.map((one) => [one, byYear.get(one)?.cells[at] ?? '']))
        return lineOf({ code, name, sex, age }, values)
      }),
    ),
  )
  return [headOf(years), ...lines].join('\n')
}

type Line = { code: string; name: string; sex: string; age: string }

/** The name of a ward of a city stands behind that of its city in the file. */
const lineOf = ({ code, name, sex, age }: Line, values: Years) =>
  [codeOf(code), name.trim(), sex, age, ...values.values()].join('\t')

/** A code without its leading zero as it stands in the sheet; one that is none is told by the reader of the table. */
function codeOf(code: string): string {
  const read = readAreaCode(code.trim().padStart(5, '0'))
  return 'code' in read ? presentCode(read.code) : code
}

const headOf = (years: readonly string[]) => ['code', 'name', 'sex', 'age', ...years].join('\t')

/** The age class a table is about, by its title: 結果表2-1　0～14歳人口および…. */
function ageOfTitle(rows: readonly Row[]): string | undefined {
  const title = rows
    .flatMap(({ cells }) => cells)
    .map((cell) => cell.normalize('NFKC').trim())
    .find((cell) => /^(結果表|総人口|\d+[~〜～-]\d+歳人口|\d+歳以上人口)/.test(cell))
  // The number of the table has one digit a part: 結果表2-1 is followed by 0～14歳 with or without a blank.
  const words = title?.replace(/^結果表\s*\d(-\d)?[\s.、,]*/, '') ?? ''
  if (/^総人口/.test(words)) return '総数'
  const closed = /^(\d{1,2})[~〜～-](\d{1,2})歳/.exec(words)
  if (closed) return `${closed[1]}～${closed[2]}歳`
  const open = /^(\d{1,3})歳以上/.exec(words)
  return open ? `${open[1]}歳以上` : undefined
}

/** The first run of years: what follows are the shares and indices of the same years. */
function firstYears(plain: readonly string[]): { at: number; year: string }[] {
  const run: { at: number; year: string }[] = []
  for (const [at, cell] of plain.entries()) {
    const year = /^(20\d\d)年?$/.exec(cell)?.[1]
    if (year === undefined) {
      if (run.length > 0) break
      continue
    }
    if (run.length > 0 && year <= (run.at(-1)?.year ?? '')) break
    run.push({ at, year })
  }
  return run
}

function wideText(
  body: readonly Row[],
  { age, years }: { age: string; years: { at: number; year: string }[] },
): string {
  const lines = body.map(({ cells }) => {
    const values: Years = new Map(years.map(({ at, year }) => [year, cells[at] ?? '']))
    return lineOf({ code: cells[0] ?? '', name: cells[3] ?? '', sex: 'T', age }, values)
  })
  return [headOf(years.map(({ year }) => year)), ...lines].join('\n')
}

import type { CsvRow } from '#src/lib/csv/csv.ts'
import { readSex } from '#src/lib/demography/read-age-label.ts'
import { prefectureNameOf, presentCode, readAreaCode } from '../areas.ts'
import { type Finding, gapNote, type Item, type Observation, type Reading, readValue } from '../figures.ts'
import { ageItem, canonicalAge, type Sex } from './age-items.ts'
import { findUnevenTotals } from './age-totals.ts'

const headings = { area: ['code', 'pref', '地域コード'], name: ['name', '地域名', '市区町村名'] } as const
const sexHeadings = ['sex', '性別', '男女別']
const ageHeadings = ['age', '年齢', '年齢階級', '年齢5歳階級']

const headOf = (rows: readonly CsvRow[]) =>
  (rows[0]?.cells ?? []).map((cell) => cell.normalize('NFKC').trim())
const at = (head: readonly string[], names: readonly string[]) =>
  head.findIndex((cell) => names.includes(cell))

/** A table of residents with a column a year: 国勢調査 and 将来推計 by sex and five-year age. */
export function isAgeTable(rows: readonly CsvRow[]): boolean {
  const head = headOf(rows)
  const has = (names: readonly string[]) => at(head, names) >= 0
  return has(headings.area) && has(sexHeadings) && has(ageHeadings) && head.some(isYear)
}

const isYear = (cell: string) => /^\d{4}年?$/.test(cell)

type AgeBasis = 'census' | 'projection'
type Columns = { area: number; name: number; sex: number; age: number; years: { at: number; time: string }[] }

/** Reads such a table. Which of the two it is the person says: they look the same. */
export function readAgeTable(rows: readonly CsvRow[], basis: AgeBasis): Reading {
  const head = headOf(rows)
  const columns: Columns = {
    area: at(head, headings.area),
    name: at(head, headings.name),
    sex: at(head, sexHeadings),
    age: at(head, ageHeadings),
    years: head.flatMap((cell, column) => (isYear(cell) ? [{ at: column, time: cell.slice(0, 4) }] : [])),
  }
  const findings: Finding[] = []
  const items = new Map<string, Item>()
  const observations: Observation[] = []
  const lines = new Map<string, number>()
  for (const row of rows.slice(1)) {
    const place = placeOf(row, { columns, basis }, findings)
    if (!place) continue
    const key = `${place.areaCode} ${place.item.code}`
    const before = lines.get(key)
    if (before !== undefined) {
      const value = place.item.name
      findings.push({ line: row.line, column: '', value, problem: `同じ区分が${before}行目にもあります` })
      continue
    }
    lines.set(key, row.line)
    items.set(place.item.code, place.item)
    observations.push(...figuresOf(row, { columns, place }, findings))
  }
  if (findings.length === 0) findings.push(...findUnevenTotals(observations, lines))
  if (findings.length > 0) return { findings }
  const areas = new Set(observations.map(({ areaCode }) => areaCode)).size
  const years = columns.years.map(({ time }) => time)
  return {
    recognised: `男女・年齢階級別の表（${areas.toLocaleString('en-US')}地域、${years[0]}〜${years.at(-1)}年）`,
    items: [...items.values()],
    observations,
    notes: [...gapNote(observations), ...unknownNote(observations)],
  }
}

type Place = { areaCode: string; areaName: string; item: Item }

function placeOf(
  { line, cells }: CsvRow,
  { columns, basis }: { columns: Columns; basis: AgeBasis },
  findings: Finding[],
): Place | undefined {
  const cell = (column: number) => (cells[column] ?? '').trim()
  const tell = (column: string, value: string, problem: string) => {
    findings.push({ line, column, value, problem })
    return undefined
  }
  const read = readAreaCode(cell(columns.area))
  if ('problem' in read) return tell('地域コード', cell(columns.area), read.problem)
  const sex = sexOf(cell(columns.sex))
  if (!sex) return tell('性別', cell(columns.sex), '男・女・総数（M・F・T）のどれかを書いてください')
  const age = canonicalAge(cell(columns.age))
  if (!age) return tell('年齢', cell(columns.age), '年齢の区分として読めません（例：0～4歳、85歳以上、不詳）')
  const areaCode = presentCode(read.code)
  const areaName = cell(columns.name) || prefectureNameOf(areaCode)
  return { areaCode, areaName, item: ageItem(basis, sex, age) }
}

function sexOf(word: string): Sex | undefined {
  const plain = word.normalize('NFKC').trim().toLowerCase()
  return /^(t|total|総数|計|男女計)$/.test(plain) ? 'T' : readSex(word)
}

function figuresOf(
  { line, cells }: CsvRow,
  { columns, place }: { columns: Columns; place: Place },
  findings: Finding[],
): Observation[] {
  const { areaCode, areaName, item } = place
  return columns.years.flatMap(({ at: column, time }) => {
    const written = cells[column] ?? ''
    const value = readValue(written)
    const problem =
      value === undefined ? '数ではありません' : typeof value === 'number' && value < 0 && '0より小さい数です'
    if (value === undefined || problem) {
      findings.push({ line, column: `${time}年`, value: written, problem: `${item.name}：${problem}` })
      return []
    }
    return [{ areaCode, areaName, item: item.code, time, value, unit: '人' }]
  })
}

function unknownNote(observations: readonly Observation[]): string[] {
  const unknown = observations.some(({ item, value }) => /-unknown$/.test(item) && value !== 0)
  return unknown ? ['年齢不詳が含まれています。男女とも按分していません'] : []
}

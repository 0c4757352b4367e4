import type { CsvRow } from '#src/lib/csv/csv.ts'
import { readSex } from '#src/lib/demography/read-age-label.ts'
import { presentCode, readAreaCode } from '../areas.ts'
import type { Basis } from '../basis.ts'
import { type Finding, gapNote, type Item, type Observation, type Reading, readValue } from '../figures.ts'
import { readTime } from '../times.ts'
import { ageItem, canonicalAge, type Sex } from './age-items.ts'

/** Which column of a tidy table holds what: column numbers from 0. Sex and age make an item where there is none. */
export type ColumnMapping = {
  area: number
  time: number
  value: number
  name?: number | undefined
  item?: number | undefined
  unit?: number | undefined
  sex?: number | undefined
  age?: number | undefined
  /** What the whole table stands on. */
  basis: Basis
  /** The item's name and unit where no column says them. */
  itemName: string
  itemUnit: string
}

/** The parts of a figure that a column may hold. */
export const mappedParts = {
  area: '地域コード',
  time: '年・日付',
  value: '値',
  name: '地域の名前',
  item: '項目',
  unit: '単位',
  sex: '性別',
  age: '年齢',
} as const
export type MappedPart = keyof typeof mappedParts

const words: Record<MappedPart, RegExp> = {
  area: /^(code|area_?code|area|地域コード|市区町村コード|全国地方公共団体コード|コード)$/i,
  time: /^(year|time|date|年|年次|年度|時点|調査年月日|調査年|時間軸.*)$/i,
  value: /^(value|値|数値|実数|人口)$/i,
  name: /^(name|municipality|地域|地域名|市区町村|市区町村名|地方公共団体名)$/i,
  item: /^(item|item_name|項目|項目名|表章項目|指標)$/i,
  unit: /^(unit|単位)$/i,
  sex: /^(sex|性別|男女|男女別)$/i,
  age: /^(age|年齢|年齢階級|年齢5歳階級)$/i,
}

/** The columns whose headings say what they hold: a first proposal for the mapping. */
export function guessMapping(headings: readonly string[]): Partial<Record<MappedPart, number>> {
  const plain = headings.map((heading) => heading.normalize('NFKC').trim())
  return Object.fromEntries(
    Object.entries(words).flatMap(([part, pattern]) => {
      const at = plain.findIndex((heading) => pattern.test(heading))
      return at < 0 ? [] : [[part, at]]
    }),
  )
}

/** Reads a table with one figure a row, by the columns a person has named. */
export function readTidy(rows: readonly CsvRow[], mapping: ColumnMapping): Reading {
  const [head, ...body] = rows
  const findings: Finding[] = []
  const items = new Map<string, Item>()
  const observations: Observation[] = []
  const seen = new Map<string, number>()
  for (const row of body) {
    const read = readRow(row, { mapping, head: head?.cells ?? [] }, findings)
    if (!read) continue
    const before = seen.get(read.key)
    if (before !== undefined) {
      const problem = `同じ地域・項目・時点の値が${before}行目にもあります`
      findings.push({ line: row.line, column: '', value: read.item.name, problem })
      continue
    }
    seen.set(read.key, row.line)
    if (!read.observation) continue
    items.set(read.item.code, read.item)
    observations.push(read.observation)
  }
  if (body.length === 0)
    findings.push({ line: 2, column: '', value: '', problem: '見出しの下に行がありません' })
  if (findings.length > 0) return { findings }
  return {
    recognised: `1行に1つの値の表（${items.size}項目、${observations.length}件）`,
    items: [...items.values()],
    observations,
    notes: gapNote(observations),
  }
}

type Under = { mapping: ColumnMapping; head: readonly string[] }

/** A row whose value is wrong still has its key: another row of the same key may be the right one, or not. */
function readRow({ line, cells }: CsvRow, { mapping, head }: Under, findings: Finding[]) {
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim())
  const tell = (at: number | undefined, problem: string) => {
    const column = at === undefined ? '' : (head[at] ?? '')
    findings.push({ line, column, value: cell(at), problem, isRowAlone: !isByAge(mapping) })
  }
  const area = readAreaCode(cell(mapping.area))
  const time = readTime(cell(mapping.time))
  const value = readValue(cell(mapping.value))
  const item = itemOf(cell, mapping)
  if ('problem' in area) tell(mapping.area, area.problem)
  if (!time) tell(mapping.time, '年や日付として読めません（例：2020、2023年度、2025-01-01）')
  if (value === undefined) tell(mapping.value, '数ではありません')
  if ('problem' in item) tell(mapping[item.part], item.problem)
  if ('problem' in area || !time || 'problem' in item) return undefined
  const areaCode = presentCode(area.code)
  const key = `${areaCode} ${item.code} ${time}`
  if (value === undefined) return { item, key }
  const areaName = cell(mapping.name) || areaCode
  const observation: Observation = { areaCode, areaName, item: item.code, time, value, unit: item.unit }
  return { item, key, observation }
}

/** Residents by sex and age: the rows of an area are parts of one number. */
const isByAge = ({ sex, age }: ColumnMapping) => sex !== undefined && age !== undefined

type Cell = (at: number | undefined) => string

function itemOf(
  cell: Cell,
  mapping: ColumnMapping,
): Item | { part: 'sex' | 'age' | 'item'; problem: string } {
  const { basis } = mapping
  if (mapping.sex !== undefined && mapping.age !== undefined) {
    const sex = sexOf(cell(mapping.sex))
    const age = canonicalAge(cell(mapping.age))
    if (!sex) return { part: 'sex', problem: '男・女・総数のどれかを書いてください' }
    if (!age) return { part: 'age', problem: '年齢の区分として読めません（例：0～4歳、85歳以上）' }
    return ageItem(basis, sex, age)
  }
  const name = cell(mapping.item) || mapping.itemName
  if (name === '') return { part: 'item', problem: '項目の名前がありません' }
  return { code: `T-${name.normalize('NFKC')}`, name, unit: cell(mapping.unit) || mapping.itemUnit, basis }
}

function sexOf(word: string): Sex | undefined {
  return /^(t|total|総数|計|男女計)$/i.test(word.normalize('NFKC')) ? 'T' : readSex(word)
}

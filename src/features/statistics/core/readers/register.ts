import type { CsvRow } from '#src/lib/csv/csv.ts'
import { readAreaCode } from '../areas.ts'
import {
  type Finding,
  gapNote,
  type Item,
  isNumber,
  type Observation,
  type Reading,
  readValue,
} from '../figures.ts'
import { readStatisticalDay } from '../times.ts'
import { ageItem, canonicalAge, type Sex } from './age-items.ts'

const codeHeadings = ['全国地方公共団体コード', '都道府県コード又は市区町村コード', '市区町村コード']
const nameHeadings = ['地方公共団体名', '市区町村名']

const headOf = (rows: readonly CsvRow[]) =>
  (rows[0]?.cells ?? []).map((cell) => cell.normalize('NFKC').trim())

/** 地域・年齢別人口 of the open data standard, old and new headings alike. */
export function isRegisterTable(rows: readonly CsvRow[]): boolean {
  const head = headOf(rows)
  return head.includes('調査年月日') && codeHeadings.some((name) => head.includes(name))
}

type AgeColumn = { at: number; heading: string; item: Item; sex: Sex; age: string }
const households: Item = { code: 'J-households', name: '住民基本台帳世帯数', unit: '世帯', basis: 'register' }

/** Reads residents by district, sex and age of the register, by the names of the columns: their order varies. */
export function readRegister(rows: readonly CsvRow[]): Reading {
  const head = headOf(rows)
  const columns = ageColumnsOf(head)
  const findings: Finding[] = missingColumns(head, columns)
  if (findings.length > 0) return { findings }
  const householdsAt = head.indexOf('世帯数')
  const observations: Observation[] = []
  const lines = new Map<string, number>()
  for (const row of rows.slice(1)) {
    const place = placeOf(row, head, findings)
    if (!place) continue
    const before = lines.get(`${place.areaCode} ${place.time}`)
    if (before !== undefined) {
      const problem = `同じ地域と日が${before}行目にもあります`
      findings.push({ line: row.line, column: '', value: place.areaName, problem })
      continue
    }
    lines.set(`${place.areaCode} ${place.time}`, row.line)
    const values = valuesOf(row, columns, findings)
    findings.push(...unevenSums(row, columns, values))
    observations.push(...columns.map(({ item }, index) => figure(place, item, values[index] ?? 'missing')))
    if (householdsAt < 0) continue
    const count = readValue(row.cells[householdsAt] ?? '')
    if (count !== undefined) observations.push(figure(place, households, count))
    else findings.push(notNumber(row, householdsAt, '世帯数'))
  }
  if (findings.length > 0) return { findings }
  const generation = head.includes('全国地方公共団体コード') ? '新しい見出し' : '古い見出し'
  return {
    recognised: `地域・年齢別人口（${generation}、${lines.size}行）`,
    items: [...columns.map(({ item }) => item), ...(householdsAt < 0 ? [] : [households])],
    observations,
    notes: gapNote(observations),
  }
}

type Place = { areaCode: string; areaName: string; time: string }

const figure = (place: Place, { code, unit }: Item, value: Observation['value']): Observation => ({
  ...place,
  item: code,
  value,
  unit,
})

const notNumber = ({ line, cells }: CsvRow, at: number, column: string): Finding => ({
  line,
  column,
  value: cells[at] ?? '',
  problem: '数ではありません',
})

function ageColumnsOf(head: readonly string[]): AgeColumn[] {
  return head.flatMap((heading, at) => {
    const [sex, age] = sexAndAge(heading)
    return sex && age ? [{ at, heading, sex, age, item: ageItem('register', sex, age) }] : []
  })
}

function sexAndAge(heading: string): [Sex, string] | [] {
  if (heading === '総人口') return ['T', 'total']
  if (heading === '男性') return ['M', 'total']
  if (heading === '女性') return ['F', 'total']
  const match = /^(.+)の(男性|女性)$/.exec(heading)
  const age = match && canonicalAge(match[1] ?? '')
  return match && age ? [match[2] === '男性' ? 'M' : 'F', age] : []
}

function missingColumns(head: readonly string[], columns: readonly AgeColumn[]): Finding[] {
  const missing = ['総人口', '男性', '女性'].filter((name) => !head.includes(name))
  if (columns.length < 5) missing.push('年齢ごとの列（例：0-4歳の男性）')
  const double = head.filter((name, at) => name !== '' && head.indexOf(name) !== at)
  return [
    ...missing.map((name) => ({ line: 1, column: name, value: '', problem: 'この列がありません' })),
    ...double.map((name) => ({ line: 1, column: name, value: name, problem: '同じ名前の列が2つあります' })),
  ]
}

function placeOf({ line, cells }: CsvRow, head: readonly string[], findings: Finding[]): Place | undefined {
  const cell = (names: readonly string[]) =>
    (cells[head.findIndex((name) => names.includes(name))] ?? '').trim()
  const code = cell(codeHeadings)
  const read = readAreaCode(code)
  if ('problem' in read)
    findings.push({ line, column: '地方公共団体コード', value: code, problem: read.problem })
  const day = cell(['調査年月日'])
  const time = readStatisticalDay(day)
  const wrongDay = '日付として読めません（例：2025-01-01、令和7年1月1日）'
  if (!time) findings.push({ line, column: '調査年月日', value: day, problem: wrongDay })
  if ('problem' in read || !time) return undefined
  const district = cell(['地域名'])
  const name = cell(nameHeadings)
  if (district === '' || district === name) return { areaCode: read.code, areaName: name, time }
  return { areaCode: `${read.code}/${district}`, areaName: `${name} ${district}`, time }
}

function valuesOf(row: CsvRow, columns: readonly AgeColumn[], findings: Finding[]): Observation['value'][] {
  return columns.map(({ at, heading }) => {
    const value = readValue(row.cells[at] ?? '')
    if (value === undefined) findings.push(notNumber(row, at, heading))
    else if (isNumber(value) && value < 0)
      findings.push({ ...notNumber(row, at, heading), problem: '0より小さい数です' })
    return value ?? 'missing'
  })
}

/** Men and women make the total, and the ages of each their number. A hidden cell leaves nothing to check. */
function unevenSums({ line }: CsvRow, columns: readonly AgeColumn[], values: readonly unknown[]): Finding[] {
  const of = (wanted: (column: AgeColumn) => boolean) =>
    columns.flatMap((column, at) => (wanted(column) ? [values[at]] : []))
  const check = (column: string, total: unknown, parts: readonly unknown[]): Finding[] => {
    if (typeof total !== 'number' || parts.length === 0 || !parts.every((one) => typeof one === 'number'))
      return []
    const sum = (parts as number[]).reduce((all, one) => all + one, 0)
    if (sum === total) return []
    return [{ line, column, value: String(total), problem: `内訳の合計${sum}人と合いません` }]
  }
  const totalOf = (sex: Sex) => of((one) => one.sex === sex && one.age === 'total')[0]
  const agesOf = (sex: Sex) => of((one) => one.sex === sex && one.age !== 'total')
  return [
    ...check('総人口', totalOf('T'), [totalOf('M'), totalOf('F')]),
    ...check('男性', totalOf('M'), agesOf('M')),
    ...check('女性', totalOf('F'), agesOf('F')),
  ]
}

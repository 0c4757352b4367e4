import type { CsvRow } from '#src/lib/csv/csv.ts'
import { columnLetters } from '#src/lib/table/table.ts'
import { presentCode, readAreaCode } from '../areas.ts'
import { type Finding, gapNote, type Item, type Observation, type Reading, readValue } from '../figures.ts'
import { ssdseBasisOf, ssdseUnitOf } from './ssdse-units.ts'

/** The three rows of headings: recognised by the third, for the first differs between editions. */
export const isSsdse = (rows: readonly CsvRow[]): boolean =>
  rows[2]?.cells[0]?.trim() === '地域コード' && /^[A-Z]\d{3,6}$/.test(rows[0]?.cells[3]?.trim() ?? '')

type Column = Item & { at: number; time: string }

/** SSDSE-A（市区町村）, every edition since 2018: codes, years and names of the items in three rows, then the areas. */
export function readSsdse(rows: readonly CsvRow[]): Reading {
  const findings: Finding[] = []
  const columns = columnsOf(rows, findings)
  const width = rows[0]?.cells.length ?? 0
  const observations: Observation[] = []
  const seen = new Map<string, number>()
  for (const row of rows.slice(3)) {
    const area = areaOf(row, { width, seen }, findings)
    if (!area) continue
    for (const column of columns) {
      const cell = row.cells[column.at] ?? ''
      const value = readValue(cell)
      const problem = problemOf(value, column)
      if (value === undefined || problem) {
        const place = `${columnLetters(column.at + 1)}（${column.name}）`
        findings.push({
          line: row.line,
          column: place,
          value: cell,
          problem: problem ?? '',
          isRowAlone: true,
        })
      } else {
        const { code: item, time, unit } = column
        observations.push({ ...area, item, time, value, unit })
      }
    }
  }
  if (rows.length === 3) {
    findings.push({ line: 4, column: '', value: '', problem: '市区町村の行がありません' })
  }
  if (findings.length > 0) return { findings }
  const items = columns.map(({ at: _, time: __, ...item }) => item)
  return {
    recognised: `SSDSE-A（${editionOf(rows)}、${seen.size.toLocaleString('en-US')}市区町村×${columns.length}項目）`,
    items,
    observations,
    notes: [...gapNote(observations), ...zeroNote(observations)],
  }
}

function problemOf(value: ReturnType<typeof readValue>, { code, unit }: Column): string | undefined {
  if (value === undefined) return '数ではありません。元のファイルと見比べてください'
  const isCount = unit === '人' || unit === '世帯' || code.startsWith('B')
  return typeof value === 'number' && value < 0 && isCount ? '0より小さい数です' : undefined
}

function columnsOf([codes, years, names]: readonly CsvRow[], findings: Finding[]): Column[] {
  return (codes?.cells ?? []).slice(3).flatMap((cell, offset) => {
    const at = offset + 3
    const code = cell.trim()
    const time = (years?.cells[at] ?? '').normalize('NFKC').trim()
    const name = (names?.cells[at] ?? '').trim()
    const place = columnLetters(at + 1)
    if (code === '' && name === '') return []
    if (!/^[A-Z]\d{3,6}$/.test(code)) {
      findings.push({ line: 1, column: place, value: cell, problem: '項目の符号（例：A1101）がありません' })
    } else if (!/^\d{4}$/.test(time)) {
      findings.push({ line: 2, column: place, value: time, problem: 'データの年（西暦4けた）がありません' })
    }
    return [{ at, code, time, name: name || code, unit: ssdseUnitOf(code), basis: ssdseBasisOf(code) }]
  })
}

type Known = { width: number; seen: Map<string, number> }

function areaOf({ line, cells }: CsvRow, { width, seen }: Known, findings: Finding[]) {
  const [written = '', , name = ''] = cells
  const tell = (problem: string, { value = written, isRowAlone = true } = {}) => {
    findings.push({ line, column: 'A（地域コード）', value, problem, isRowAlone })
    return undefined
  }
  const read = readAreaCode(written)
  if ('problem' in read) return tell(read.problem)
  const areaCode = presentCode(read.code)
  const before = seen.get(areaCode)
  if (before !== undefined) return tell(`同じ地域が${before}行目にもあります`, { isRowAlone: false })
  seen.set(areaCode, line)
  if (cells.length !== width) {
    return tell(`列の数が見出しと違います（見出し${width}列、この行${cells.length}列）`, { value: name })
  }
  return { areaCode, areaName: name.trim() }
}

function editionOf([codes]: readonly CsvRow[]): string {
  const year = /^SSDSE-A-(\d{4})/.exec(codes?.cells[0]?.trim() ?? '')?.[1]
  return year ? `${year}年版` : '2020年版までの見出し'
}

/** 0 may also mean that nothing was recorded; an evacuated town truly has none (双葉町, 2020). */
function zeroNote(observations: readonly Observation[]): string[] {
  const empty = observations.filter(({ item, value }) => item === 'A1101' && value === 0)
  return empty.map(({ areaName, time }) => `${areaName}の${time}年の総人口は0人です。割合は「―」になります`)
}

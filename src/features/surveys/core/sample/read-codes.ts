import { readCsv } from '#src/lib/csv/csv.ts'
import { readCode } from '../answering/numbers-with-check.ts'
import type { FrameFinding } from './draw-sample.ts'

/** A line of the list of codes, with its line in the file. */
export type CodeLine = { line: number; number: string; code: string }

/** Reads the list of codes that came out of the draw: 宛名番号 and 回答コード. */
export function readCodeList(text: string): { codes: CodeLine[]; findings: FrameFinding[] } {
  const read = readCsv(text, { rows: 20_000, columns: 20 })
  const findings: FrameFinding[] = []
  if (read.problem) findings.push({ line: read.problem.line, column: '', problem: read.problem.problem })
  const [head, ...rows] = read.rows
  const names = head?.cells.map((one) => one.trim()) ?? []
  for (const column of ['宛名番号', '回答コード'])
    if (!names.includes(column)) findings.push({ line: 1, column, problem: 'この列がありません' })
  if (findings.length > 0) return { codes: [], findings }
  const codes = rows.flatMap(({ line, cells }) => {
    const at = (name: string) => (cells[names.indexOf(name)] ?? '').trim()
    const code = readCode(at('回答コード'))
    if (code) return [{ line, number: at('宛名番号'), code }]
    findings.push({ line, column: '回答コード', problem: '回答コードの形が違います' })
    return []
  })
  if (rows.length === 0) findings.push({ line: 1, column: '', problem: '行がありません' })
  return { codes, findings: findings.slice(0, 100) }
}

import { Buffer } from 'node:buffer'
import { csvLines, writeCsv } from '#src/lib/csv/csv.ts'
import { resultRows, rowsOfResult } from '../core/result-rows.ts'
import type { FrameProjection } from '../core/run-projections.ts'

/** The form results are written in: JSON of one area or of a list, or a table with the name of the case. */
export type WrittenForm = { kind: 'one' } | { kind: 'list' } | { kind: 'table'; caseName: string }

/**
 * Takes results as the bytes of their file and forgets the results: those of a whole country are many small
 * values, and keeping them alive takes longer than projecting.
 */
export function writtenResults(form: WrittenForm) {
  const parts: Buffer[] = []
  let count = 0
  const textOf = (results: readonly FrameProjection[]) => {
    if (form.kind === 'one') return results.map((result) => `${JSON.stringify(result)}\n`).join('')
    if (form.kind === 'list') return results.map((one, at) => listed(one, count + at)).join('')
    return count === 0
      ? writeCsv(resultRows(results, form.caseName))
      : csvLines(results.flatMap((result) => rowsOfResult(result, form.caseName)))
  }
  return {
    add(results: readonly FrameProjection[]) {
      if (results.length === 0) return
      parts.push(Buffer.from(textOf(results)))
      count += results.length
    },
    count: () => count,
    parts: (): readonly Buffer[] => (form.kind === 'list' ? [...parts, Buffer.from(']\n')] : parts),
  }
}

/** A line each. */
const listed = (result: FrameProjection, at: number) => `${at === 0 ? '[' : ',\n'}${JSON.stringify(result)}`

import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import type { RequestRound, RequestSheet } from '../core/sheets.ts'
import { readSheetWorkbook, type TakeInReport } from '../core/workbook.ts'

type Input = { base64: string; round: RequestRound; sheets: RequestSheet[] }
export type TakeInResult =
  | { problem: string; report?: undefined }
  | { report: TakeInReport; problem?: undefined }

/** Reads a returned workbook in a worker thread: files from outside never block the server. */
export async function run({ base64, round, sheets }: Input): Promise<TakeInResult> {
  const read = await readWorkbook(Buffer.from(base64, 'base64'))
  if (read.problem !== undefined) return { problem: read.problem }
  const report = readSheetWorkbook(read.sheets, { round, sheets })
  return { report: { ...report, notes: [...read.notes, ...report.notes] } }
}

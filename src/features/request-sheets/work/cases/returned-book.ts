import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import type { SheetField } from '../../core/fields.ts'
import { noReferences } from '../../core/references.ts'
import { sheetTemplates } from '../../core/sheet-templates.ts'
import type { RequestRound, RequestSheet } from '../../core/sheets.ts'
import type { Known } from '../../core/workbook/known-sheets.ts'
import { mergeBook, type TakeInReport } from '../../core/workbook/merge-book.ts'
import { unitBook } from '../../core/workbook/write-unit-book.ts'
import { readBook } from '../read-book-work.ts'

/** A workbook of one unit with two sheets as it goes out, edited as people do, and what is reported of it. */

export const fields: SheetField[] = [...sheetTemplates.target]
export const round: RequestRound = {
  id: 'rr_0000000001',
  title: '依頼',
  sheetType: 'target',
  usedFor: '素案',
  fields,
  dueOn: '2026-06-30',
  sentAt: '2026-06-01T00:00:00.000Z',
  revision: 1,
}
export const answers = {
  'desired-state': '元気',
  issues: '計画の課題',
  support: '道路課',
  direction: '増やす',
  'baseline-year': '2022',
  baseline: '70',
  target: '80',
}
export const sheetOf = (at: number, unitId = 'ou_0000000001'): RequestSheet => ({
  id: `rs_000000000${at}`,
  roundId: round.id,
  unitId,
  subjectId: `me_000000000${at}`,
  subject: `施策${at}`,
  state: 'sent',
  answers,
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
})
export const known = (own: Partial<Known> = {}): Known => ({
  round,
  sheets: [sheetOf(1), sheetOf(2)],
  references: noReferences,
  municipalityCode: '082350',
  key: '鍵',
  ...own,
})
export const origin = {
  municipalityCode: '082350',
  roundId: round.id,
  unitId: 'ou_0000000001',
  exportedAt: '2026-06-01T00:00:00.000Z',
}
export const bookOf = (of: Known) => ({ ...of, unitName: '健康増進課', origin })
export const written = (of = known()) =>
  writeWorkbook(unitBook(bookOf(of)), { createdAt: new Date('2026-06-01') })

export type CellOf = (label: string, sheet?: number) => ExcelJS.Cell
/** One answer typed over. */
export const typing =
  (label: string, value: ExcelJS.CellValue): Edit =>
  (_, cellOf) => {
    cellOf(label).value = value
  }
export type Edit = (workbook: ExcelJS.Workbook, cellOf: CellOf) => void

export async function edited(edit: Edit, bytes?: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes ?? (await written())).buffer)
  edit(workbook, (label, sheet = 1) => {
    const page = workbook.worksheets.filter(({ name }) => /^\d/.test(name))[sheet - 1] as ExcelJS.Worksheet
    let found = 0
    page.eachRow((row) => {
      if (row.getCell(2).text.replace('※', '') === label) found = row.number
    })
    return page.getCell(found, 4)
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export async function readOf(bytes: Uint8Array) {
  const read = await readBook(bytes)
  if (read.problem !== undefined) throw new Error(read.problem)
  return read.book
}

export async function reportOf(bytes: Uint8Array, of = known()): Promise<TakeInReport> {
  const merged = mergeBook(await readOf(bytes), of)
  if (merged.problem !== undefined) throw new Error(merged.problem)
  return merged
}

/** One label typed over with one value, and what becomes of it. */
export async function lineAfter(label: string, value: ExcelJS.CellValue, of = known()) {
  const { lines } = await reportOf(await edited(typing(label, value)), of)
  expect(lines.length).toBeLessThan(2)
  return lines[0]
}
export const withAnswer = (own: Record<string, string>) =>
  known({ sheets: [{ ...sheetOf(1), answers: { ...answers, ...own }, revision: 2 }, sheetOf(2)] })

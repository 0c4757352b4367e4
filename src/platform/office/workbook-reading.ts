import ExcelJS from 'exceljs'
import { type Cell, placeOf, type ReadSheet, type WorkbookRead } from '#src/lib/table/table.ts'
import { checkPackage } from './check-package.ts'
import { type CleanWorkbook, cleanWorkbook } from './clean-workbook.ts'
import { readCellValue } from './read-cell-value.ts'

/**
 * Reads an XLSX file as plain tables.
 *
 * The file comes from outside: it is looked at byte by byte first (`check-package.ts`), then taken apart under hard
 * limits (`clean-workbook.ts`), and only a small workbook of our own making reaches the library.
 */
export async function workbookReading(bytes: Uint8Array): Promise<WorkbookRead> {
  const checked = checkPackage(bytes)
  if (checked.problem !== undefined) return checked
  const clean = cleanWorkbook(bytes, checked.entries)
  if ('problem' in clean) return clean
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(Uint8Array.from(clean.bytes).buffer)
    const sheets = clean.sheets.map((sheet, index) =>
      readSheet(workbook.getWorksheet(`s${index + 1}`), sheet),
    )
    return { sheets, notes: checked.notes }
  } catch {
    return { problem: 'ファイルの中身が壊れているため読めません。エクセルで開き、保存し直してください' }
  }
}

type Known = CleanWorkbook['sheets'][number]

function readSheet(worksheet: ExcelJS.Worksheet | undefined, { name, isHidden, found }: Known): ReadSheet {
  const rows = new Map<number, Cell[]>()
  const add = (cell: Cell) => {
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  worksheet?.eachRow({ includeEmpty: false }, (row) =>
    row.eachCell({ includeEmpty: false }, (cell) => {
      if (found.formulas.has(cell.address)) return
      const value = readCellValue(cell.value)
      if (value) add({ row: row.number, column: Number(cell.col), value })
    }),
  )
  for (const [address, shown] of found.formulas) {
    const place = placeOf(address)
    if (place) add({ ...place, value: { kind: 'problem', problem: 'formula', shown } })
  }
  const ordered = [...rows.entries()].sort(([a], [b]) => a - b)
  return {
    name,
    isHidden,
    rows: ordered.map(([, cells]) => cells.sort((a, b) => a.column - b.column)),
    merged: found.merged,
  }
}

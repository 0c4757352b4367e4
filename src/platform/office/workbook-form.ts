import type ExcelJS from 'exceljs'
import type { ColumnFormat, WriteCell, WriteForm, WriteSheet } from '#src/lib/table/table.ts'

/** How Excel shows what stands in a cell. */
export const numberFormats: Record<ColumnFormat, string> = {
  text: '@',
  whole: '#,##0',
  decimal: 'General',
  tenth: '0.0',
  year: '0',
}

type Place = {
  form: WriteForm
  /** The row of the sheet that holds the first row of the table. */
  firstRow: number
  rangeOf: (choices: readonly string[]) => string
}

/**
 * Makes a table a form: lines around every cell, open cells yellow, everything else locked, A4 with page numbers.
 *
 * The lock has no password: it keeps from accidents, and what comes back is never trusted for it.
 */
export function addForm(worksheet: ExcelJS.Worksheet, sheet: WriteSheet, { form, firstRow, rangeOf }: Place) {
  const rows = [sheet.columns.filter(({ header }) => header !== ''), ...sheet.rows]
  rows.forEach(({ length }, at) => {
    sheet.columns.slice(0, length).forEach(({ isHidden }, index) => {
      if (!isHidden) worksheet.getCell(firstRow - 1 + at, index + 1).border = lines
    })
  })
  form.lines.forEach((count, index) => {
    worksheet.getRow(firstRow + index).height = Math.min(409, Math.max(1, count) * lineHeight + 4)
  })
  for (const cell of form.cells) addCell(worksheet.getCell(firstRow + cell.row, cell.column), cell, rangeOf)
  worksheet.pageSetup.orientation = form.orientation
  worksheet.pageSetup.margins = { left: 0.6, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }
  worksheet.headerFooter.oddFooter = `&L${form.footer.replaceAll('&', '&&').slice(0, 120)}&R&P / &N`
  // Without a password nothing is computed before the first await inside, so it is done when this returns.
  void worksheet.protect('', allowed)
}

const lineHeight = 17
const thin = { style: 'thin' as const, color: { argb: 'FF888888' } }
const lines = { top: thin, left: thin, bottom: thin, right: thin }

/** Widths and heights may be changed, so that nobody needs to take the lock off to read a long text. */
const allowed = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  formatCells: true,
}

function addCell(cell: ExcelJS.Cell, written: WriteCell, rangeOf: Place['rangeOf']) {
  const { isOpen, isHeading, choices, note, comment, format, expects } = written
  if (comment) cell.note = comment
  if (format) cell.numFmt = numberFormats[format]
  if (isOpen) {
    cell.protection = { locked: false }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8D6' } }
  }
  if (isHeading) {
    cell.font = { ...cell.font, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEEEEE' } }
  }
  const said = note ? { showInputMessage: true, promptTitle: '書き方', prompt: note.slice(0, 250) } : {}
  if (choices && choices.length > 0) {
    // Other words are taken too: 「わからない」 is an answer, and what cannot be read is told when the file comes back.
    const rule = { type: 'list' as const, allowBlank: true, formulae: [rangeOf(choices)] }
    cell.dataValidation = { ...rule, ...said, showErrorMessage: false }
  } else if (expects) {
    cell.dataValidation = { ...numberRule(cell.address, expects), ...said }
  } else if (note) {
    cell.dataValidation = {
      type: 'textLength',
      operator: 'lessThan',
      formulae: [32_000],
      allowBlank: true,
      ...said,
    }
  }
}

/** Asks about what is no number of the range. It can be left: 「1,200人」 is read when the file comes back. */
function numberRule(
  address: string,
  { least, most, orWords, otherwise }: NonNullable<WriteCell['expects']>,
): ExcelJS.DataValidation {
  const words = orWords.map((word) => `${address}="${word.replaceAll('"', '""')}"`)
  const isNumber = `AND(ISNUMBER(${address}),${address}>=${least},${address}<=${most})`
  return {
    type: 'custom',
    allowBlank: true,
    formulae: [`OR(${[isNumber, ...words].join(',')})`],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '数ではありません',
    error: otherwise.slice(0, 250),
  }
}

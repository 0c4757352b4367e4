import ExcelJS from 'exceljs'
import { columnLetters, type WriteColumn, type WriteSheet, type WriteValue } from '#src/lib/table/table.ts'
import { cellText } from './cell-text.ts'
import { sameBytes } from './same-bytes.ts'
import { addForm, numberFormats } from './workbook-form.ts'

export type WriteOptions = { createdAt: Date; title?: string; creator?: string }

/** The sheet that holds the lists to choose from; people never see it. */
export const choiceSheetName = '選択肢'

/** Rows under the last one that take new entries, so that their cells have the format and the choices of the column. */
const spareRows = 300
const headerRowOf = ({ isPlain }: WriteSheet) => (isPlain ? 1 : 3)

/**
 * Writes plain tables as an XLSX file; the same tables and options give the same bytes.
 *
 * No cell is ever a formula: text beginning with = + - @ is stored as text, in columns whose format is text, so that it
 * stays text when a person opens and leaves the cell.
 */
export async function workbookFile(
  sheets: readonly WriteSheet[],
  options: WriteOptions,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = options.creator ?? '標'
  workbook.lastModifiedBy = options.creator ?? '標'
  workbook.created = options.createdAt
  workbook.modified = options.createdAt
  workbook.title = cellText(options.title ?? '')
  const choices = choiceLists(sheets)
  for (const sheet of sheets) addSheet(workbook, sheet, choices)
  addChoices(workbook, choices)
  return sameBytes(Buffer.from(await workbook.xlsx.writeBuffer()))
}

type ChoiceLists = Map<string, { column: number; choices: readonly string[] }>
const keyOf = (choices: readonly string[]) => choices.join('\n')

function choiceLists(sheets: readonly WriteSheet[]): ChoiceLists {
  const lists: ChoiceLists = new Map()
  const all = sheets.flatMap(({ columns, form }) => [...columns, ...(form?.cells ?? [])])
  for (const { choices = [] } of all) {
    if (choices.length > 0 && !lists.has(keyOf(choices))) {
      lists.set(keyOf(choices), { column: lists.size + 1, choices })
    }
  }
  return lists
}

function addChoices(workbook: ExcelJS.Workbook, lists: ChoiceLists): void {
  if (lists.size === 0) return
  const worksheet = workbook.addWorksheet(choiceSheetName, { state: 'hidden' })
  for (const { column, choices } of lists.values()) {
    choices.forEach((choice, index) => {
      const cell = worksheet.getCell(index + 1, column)
      cell.numFmt = '@'
      cell.value = cellText(choice)
    })
  }
}

function addSheet(workbook: ExcelJS.Workbook, sheet: WriteSheet, lists: ChoiceLists): void {
  const headerRow = headerRowOf(sheet)
  const worksheet = workbook.addWorksheet(sheet.name, {
    ...(sheet.isForPrograms ? { state: 'veryHidden' } : {}),
    views: [{ state: 'frozen', xSplit: Math.min(1, sheet.columns.length), ySplit: headerRow }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  worksheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`
  sheet.columns.forEach((column, index) => {
    const look = { width: column.width, hidden: column.isHidden ?? false, style: columnStyle(column) }
    Object.assign(worksheet.getColumn(index + 1), look)
  })
  addHead(worksheet, sheet)
  sheet.rows.forEach((values, index) => {
    const row = worksheet.getRow(headerRow + 1 + index)
    values.forEach((value, position) => {
      if (value !== null && value !== '') row.getCell(position + 1).value = storedValue(value)
    })
  })
  addRules(worksheet, sheet, lists)
  if (sheet.form)
    addForm(worksheet, sheet, { form: sheet.form, firstRow: headerRow + 1, rangeOf: listRange(lists) })
}

/** Where the list of some choices stands. */
const listRange = (lists: ChoiceLists) => (choices: readonly string[]) => {
  const list = lists.get(keyOf(choices))
  const letters = columnLetters(list?.column ?? 1)
  return `'${choiceSheetName}'!$${letters}$1:$${letters}$${choices.length}`
}

const storedValue = (value: Exclude<WriteValue, null>) =>
  typeof value === 'string' ? cellText(value) : value

const grey = { argb: 'FF666666' }

const columnStyle = ({ format, isReference }: WriteColumn): Partial<ExcelJS.Style> => ({
  numFmt: numberFormats[format],
  alignment: { vertical: 'top', wrapText: true },
  font: { name: 'BIZ UDPゴシック', size: 11, ...(isReference ? { color: grey } : {}) },
})

function addHead(worksheet: ExcelJS.Worksheet, sheet: WriteSheet): void {
  if (!sheet.isPlain) addTitle(worksheet, sheet)
  const headerRow = headerRowOf(sheet)
  sheet.columns.forEach(({ header, isReference }, index) => {
    if (header === '') return
    const cell = worksheet.getCell(headerRow, index + 1)
    cell.style = {
      numFmt: '@',
      alignment: { vertical: 'middle', wrapText: true },
      font: { name: 'BIZ UDPゴシック', size: 11, bold: true, ...(isReference ? { color: grey } : {}) },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: isReference ? 'FFEEEEEE' : 'FFDDE8F5' } },
      border: { bottom: { style: 'thin', color: { argb: 'FF666666' } } },
    }
    cell.value = cellText(header)
  })
}

function addTitle(worksheet: ExcelJS.Worksheet, { title, guidance, columns }: WriteSheet): void {
  const plain = { numFmt: '@', alignment: { vertical: 'middle' as const, wrapText: false } }
  // A hidden column would hide the title too.
  const first = Math.max(1, columns.findIndex(({ isHidden }) => !isHidden) + 1)
  const titleCell = worksheet.getCell(1, first)
  titleCell.style = { ...plain, font: { name: 'BIZ UDPゴシック', size: 14, bold: true } }
  titleCell.value = cellText(title)
  const guidanceCell = worksheet.getCell(2, first)
  guidanceCell.style = { ...plain, font: { name: 'BIZ UDPゴシック', size: 11 } }
  guidanceCell.value = cellText(guidance)
}

function addRules(worksheet: ExcelJS.Worksheet, sheet: WriteSheet, lists: ChoiceLists): void {
  const { columns, rows } = sheet
  const headerRow = headerRowOf(sheet)
  const last = headerRow + rows.length + spareRows
  columns.forEach(({ choices, header }, index) => {
    if (!choices || choices.length === 0) return
    const letters = columnLetters(index + 1)
    const rules = worksheet as ExcelJS.Worksheet & { dataValidations: RuleList }
    rules.dataValidations.add(`${letters}${headerRow + 1}:${letters}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [listRange(lists)(choices)],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '選択肢にありません',
      error: `「${header.slice(0, 40)}」は一覧から選んでください`,
    })
  })
}

/** The library takes ranges here, but its types do not say so. */
type RuleList = { add: (range: string, rule: ExcelJS.DataValidation) => void }

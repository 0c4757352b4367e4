import { attachmentsOf, type SheetField, tableOf, tableText } from './fields.ts'
import { type References, referencesFor } from './references.ts'

/** An answer in words, as files and comparisons show it: a row of a table is a line, a reference its name. */
export function answerWords(field: SheetField, value: string, references: References): string {
  if (value === '') return ''
  if (field.kind === 'attachment')
    return attachmentsOf(value)
      .map(({ name }) => name)
      .join('\n')
  if (field.kind === 'item' || field.kind === 'indicator')
    return referencesFor(field, references).find(({ id }) => id === value)?.label ?? value
  if (field.kind !== 'table' || !value.startsWith('[')) return value
  return tableOf(field, value)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.map((cell) => cell || '―').join('｜'))
    .join('\n')
}

/** What a form sent for a field: its text, or the cells of its table as one answer. */
export function typedAnswer(
  field: SheetField,
  entered: Readonly<Record<string, string>>,
): string | undefined {
  if (field.kind !== 'table') return entered[field.id]
  const rows = tableOf(field, '').map((row, at) =>
    row.map((_, column) => entered[cellName(field.id, at, column)]),
  )
  if (rows.flat().every((cell) => cell === undefined)) return undefined
  const open = entered[`${field.id}.open`] ?? ''
  return open || tableText(rows.map((row) => row.map((cell) => (cell ?? '').trim())))
}

export const cellName = (fieldId: string, row: number, column: number) => `${fieldId}.${row}.${column}`

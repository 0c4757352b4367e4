import { z } from 'zod'

/** What kind of answer a field takes. */
export const fieldKindLabels = {
  line: '1行の文',
  text: '文章',
  number: '数',
  choice: '選択',
  table: '表',
  item: '計画の施策など',
  indicator: '計画の指標',
  attachment: '添付ファイル',
} as const
export type FieldKind = keyof typeof fieldKindLabels
export const fieldKinds = Object.keys(fieldKindLabels) as [FieldKind]

/** 列 of a table field. */
export const tableColumn = z.object({
  label: z.string(),
  kind: z.enum(['line', 'number', 'choice']),
  choices: z.array(z.string()).optional(),
})
export type TableColumn = z.infer<typeof tableColumn>

/** 項目 of a sheet. `prefill` names the fact it is filled with beforehand (事前記入). */
export const sheetField = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()).optional(),
  columns: z.array(tableColumn).optional(),
  /** Rows of a table field. */
  rows: z.int().optional(),
  isRequired: z.boolean(),
  hint: z.string().optional(),
  prefill: z.string().optional(),
})
export type SheetField = z.infer<typeof sheetField>

export const sheetFields = z.array(sheetField)

/** Answers by the id of the field; a blank is not an answer. Tables, references and attachments are kept as text too. */
export const answers = z.record(z.string(), z.string())
export type Answers = z.infer<typeof answers>

export const mostTableRows = 30
export const rowsOf = ({ rows = 5 }: SheetField) => rows

const tableRows = z.array(z.array(z.string()))

/** The rows of a table answer, always as many and as wide as the field says. */
export function tableOf(field: SheetField, value: string): string[][] {
  const columns = field.columns ?? []
  const kept = value === '' ? [] : tableRows.catch([]).parse(jsonOf(value))
  return Array.from({ length: Math.max(rowsOf(field), kept.length) }, (_, row) =>
    columns.map((_column, column) => kept[row]?.[column] ?? ''),
  )
}

/** A table as it is kept: without empty rows at its end; a table of blanks is a blank. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  return last < 0 ? '' : JSON.stringify(rows.slice(0, last + 1))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export type Attachment = { fileId: string; name: string }

/** One file a line: its id, a blank, its name. */
export const attachmentsOf = (value: string): Attachment[] =>
  value.split('\n').flatMap((line) => {
    const parts = /^(fi_[0-9a-z]{10}) (.+)$/.exec(line)
    return parts ? [{ fileId: parts[1] ?? '', name: parts[2] ?? '' }] : []
  })

export const attachmentText = (files: readonly Attachment[]) =>
  files.map(({ fileId, name }) => `${fileId} ${name.replaceAll(/\s+/g, ' ')}`).join('\n')

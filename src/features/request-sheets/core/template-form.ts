import { z } from 'zod'
import { fieldKinds, mostTableRows, type SheetField, type TableColumn } from './fields.ts'
import { words } from './form-words.ts'
import { prefillLabels } from './prefill-sheet.ts'

export const templateForm = z.object({
  title: words('ひな形の名前', 60).pipe(z.string().min(1, 'ひな形の名前を書いてください')),
  askedOf: z.enum(['unit', 'measure'], 'だれに何枚送るかを選んでください'),
})

export const newFieldForm = z.object({
  label: words('項目の名前', 60).pipe(z.string().min(1, '項目の名前を書いてください')),
  kind: z.enum(fieldKinds, '答えの種類を選んでください'),
})

const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** 項目 as a form holds it: choices one a line, columns of a table one a line as well. */
export const fieldForm = newFieldForm
  .extend({
    hint: words('書き方', 200),
    isRequired: z.string().optional(),
    prefill: z.string().default(''),
    choices: words('選択肢', 2000).transform(linesOf),
    columns: words('列', 2000).transform(linesOf),
    rows: z.string().default(''),
  })
  .superRefine((form, check) => {
    const say = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (form.kind === 'choice' && form.choices.length < 2)
      say('choices', '選択肢を2つ以上、1行に1つ書いてください')
    if (form.kind !== 'table') return
    if (form.columns.length === 0 || form.columns.length > 8)
      say('columns', '列を1つから8つまで、1行に1つ書いてください')
    const rows = Number(form.rows.normalize('NFKC'))
    if (!Number.isInteger(rows) || rows < 1 || rows > mostTableRows)
      say('rows', `行の数は1から${mostTableRows}までの整数で書いてください`)
  })
export type FieldForm = z.infer<typeof fieldForm>

/** The field a form describes; what its kind does not use is left out. */
export function fieldOf(id: string, form: FieldForm): SheetField {
  const { label, kind, hint, isRequired, prefill, choices, columns, rows } = form
  return {
    id,
    label,
    kind,
    isRequired: isRequired !== undefined,
    ...(hint ? { hint } : {}),
    ...(prefill in prefillLabels ? { prefill } : {}),
    ...(kind === 'choice' ? { choices } : {}),
    ...(kind === 'table' ? { columns: columns.map(columnOf), rows: Number(rows.normalize('NFKC')) } : {}),
  }
}

/** 「事業名」 is a line, 「概算費（数）」 a number, 「今後：継続・縮小・廃止」 a choice. */
export function columnOf(text: string): TableColumn {
  const choice = /^(.+?)[：:](.+)$/.exec(text)
  if (choice) {
    const choices = (choice[2] ?? '').split(/[・、,]/).map((one) => one.trim())
    return { label: (choice[1] ?? '').trim(), kind: 'choice', choices: choices.filter(Boolean) }
  }
  const number = /^(.+?)[（(]数[）)]$/.exec(text)
  return number ? { label: (number[1] ?? '').trim(), kind: 'number' } : { label: text, kind: 'line' }
}

/** The same column as it is typed. */
export function columnText({ label, kind, choices = [] }: TableColumn): string {
  if (kind === 'choice') return `${label}：${choices.join('・')}`
  return kind === 'number' ? `${label}（数）` : label
}

/** A field one place up or down; at the end of the row nothing happens. */
export function movedField(
  fields: readonly SheetField[],
  fieldId: string,
  towards: 'up' | 'down',
): SheetField[] {
  const from = fields.findIndex(({ id }) => id === fieldId)
  const to = from + (towards === 'up' ? -1 : 1)
  const [field, other] = [fields[from], fields[to]]
  if (!field || !other) return [...fields]
  return fields.with(from, other).with(to, field)
}

import { z } from 'zod'
import { dayField } from '#src/features/organization/core/read-day.ts'
import type { SheetField } from './fields.ts'
import { words } from './form-words.ts'
import { type Remark, type RemarkKind, remarkKindLabels } from './sheets.ts'

export const roundForm = z.object({
  title: words('依頼の名前', 80).pipe(z.string().min(1, '依頼の名前を書いてください')),
  template: z.string().default(''),
  usedFor: words('回答の使いみち', 200).pipe(
    z.string().min(1, '回答の使いみちを書いてください。答える課が、何のために答えるかを知ることができます'),
  ),
  dueOn: dayField('回答期限'),
})

export const returnForm = z.object({ dueOn: dayField('新しい回答期限') })

/** The remarks of a form: `remark-<field>` and `kind-<field>`; a blank is none. */
export function remarksIn(
  entered: Readonly<Record<string, string>>,
  fields: readonly SheetField[],
): Remark[] {
  return fields.flatMap(({ id }) => {
    const text = (entered[`remark-${id}`] ?? '').trim().slice(0, 500)
    const kind = entered[`kind-${id}`] ?? ''
    const known = (kind in remarkKindLabels ? kind : 'must-change') as RemarkKind
    return text ? [{ fieldId: id, kind: known, text }] : []
  })
}

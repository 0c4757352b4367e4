import { z } from 'zod'
import { optionalDayField } from '#src/features/organization/core/read-day.ts'
import { words } from './form-words.ts'
import { remarkKinds } from './sheets.ts'

/** Whose decision a step follows, when and why; left empty the secretariat decided today. */
export const rulingForm = z.object({
  body: words('決めた会議', 60),
  decidedOn: optionalDayField('決めた日'),
  reason: words('理由・経過', 400),
})

export const commentForm = z.object({
  fieldId: z.string().min(1, '項目を選んでください'),
  kind: z.enum(remarkKinds, '種類を選んでください'),
  body: words('だれの意見か', 60),
  text: words('意見', 500).pipe(z.string().min(1, '意見を書いてください')),
})

/** The fields of one of several forms on a page, without the prefix that keeps their names apart. */
export function formPart(form: FormData, prefix: string): FormData {
  const part = new FormData()
  for (const [name, value] of form) if (name.startsWith(prefix)) part.append(name.slice(prefix.length), value)
  return part
}

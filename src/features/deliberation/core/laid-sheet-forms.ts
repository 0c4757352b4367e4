import { z } from 'zod'
import { optionalDayField } from '#src/features/organization/core/read-day.ts'
import { remarkKinds } from '#src/features/request-sheets/core/sheets.ts'

export const sheetLayingForm = z.object({
  bodyId: z.string().min(1, '会議体を選んでください'),
  commentUntil: optionalDayField('意見の締切'),
})

export const sheetCommentForm = z.object({
  fieldId: z.string().min(1, '項目を選んでください'),
  kind: z.enum(remarkKinds, '種類を選んでください'),
  text: z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().min(1, '意見を書いてください').max(500, '意見は500字以内で書いてください')),
})

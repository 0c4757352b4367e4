import { z } from 'zod'
import { dayField, optionalDayField } from '#src/features/organization/core/read-day.ts'
import { needed, optionalId, words } from './form-fields.ts'
import { sealings } from './inquiry.ts'

/** What the letter of an inquiry says. */
export const inquiryContentForm = z.object({
  number: needed('文書番号', 40),
  askedOn: dayField('諮問の日'),
  sender: needed('差出人', 80),
  addressee: needed('宛先', 80),
  ground: needed('根拠', 120),
  subject: needed('件名', 120),
  question: needed('諮問事項', 1000),
  versionId: optionalId,
  dueOn: optionalDayField('答申を希望する期日'),
  sealing: z.enum(sealings, '公印の扱いを選んでください').default('seal'),
})

/** The same of a new one, with the body that is asked. */
export const inquiryForm = inquiryContentForm.extend({
  bodyId: z.string().min(1, '諮問する会議体を選んでください'),
})

/** 答申 */
export const reportForm = z.object({
  reportNumber: words('答申の番号', 40),
  reportedOn: dayField('答申の日'),
  conclusion: needed('結論', 2000),
  views: words('附帯意見', 4000),
})

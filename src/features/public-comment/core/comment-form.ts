import { z } from 'zod'
import { dayField, optionalDayField } from '#src/features/organization/core/read-day.ts'
import { ageBands, type Method, methodLabels } from '#src/features/voices/core/labels.ts'
import { letterField } from '#src/features/voices/core/submission.ts'

const short = (label: string, most: number) =>
  z.string().trim().max(most, `${label}は${most}字以内で書いてください`).default('')

const about = z
  .string()
  .regex(/^([a-z]{2}_[0-9a-z]{10}(\/[a-z]+\/p\d{1,4})?)?$/, 'どの部分へのご意見かを、一覧から選んでください')
  .default('')

/** Step 1 of the form: the words themselves, and what they are about. */
export const commentWords = z.object({
  about,
  /** Words of the paragraph it is about, as they stand there. */
  quote: short('引用する言葉', 300),
  text: letterField('ご意見'),
  district: short('地区', 60),
  ageBand: z.enum(['', ...ageBands], '年代を一覧から選んでください').default(''),
  consent: z.enum(['public', 'anonymous-quote', 'internal'], 'ご意見の公表について選んでください'),
})

/** Step 2: who says it, where the ordinance asks. Kept apart and never published. */
export const commentPerson = (identity: 'required' | 'optional') =>
  z
    .object({ name: short('お名前', 100), address: short('ご住所', 200), reach: short('連絡先', 200) })
    .superRefine(({ name, address }, { addIssue }) => {
      if (identity === 'optional') return
      if (name === '') addIssue({ code: 'custom', path: ['name'], message: 'お名前を書いてください' })
      if (address === '') addIssue({ code: 'custom', path: ['address'], message: 'ご住所を書いてください' })
    })

export type CommentWords = z.infer<typeof commentWords>
export type CommentPerson = z.infer<ReturnType<typeof commentPerson>>

/** By which ways paper and speech come to the desk; the web form is its own way. */
export const deskMethods = (
  ['post', 'fax', 'mail', 'counter', 'spoken'] as const satisfies readonly Method[]
).map((value) => ({
  value,
  label: methodLabels[value],
}))

/** What staff key in from post, fax, mail or the counter. */
export const deskComment = commentWords.extend({
  method: z.enum(['post', 'fax', 'mail', 'counter', 'spoken'], '方法を選んでください'),
  receivedOn: dayField('届いた日'),
  postmarkOn: optionalDayField('消印の日'),
  name: short('氏名', 100),
  address: short('住所', 200),
  reach: short('連絡先', 200),
})
export type DeskComment = z.infer<typeof deskComment>

/**
 * From so many of one place in ten minutes on, comments wait to be looked at; from so many an hour on, they come more
 * slowly.
 */
export const spamLimits = {
  heldFrom: 20,
  heldWindow: 10 * 60_000,
  mostAnHour: 300,
  hour: 60 * 60_000,
  slowMost: 5,
  slowWindow: 60_000,
} as const

/** Nobody reads, writes and checks faster than this. */
export const fastestMilliseconds = 3000

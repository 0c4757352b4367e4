import { z } from 'zod'
import { optionalDayField } from '#src/features/organization/core/read-day.ts'
import { answerKinds } from './inquiry.ts'

/** 附帯意見への対応 as it is typed: words, kind and day go together, and so do a version and the place that changed in it. */
export const answerForm = z
  .object({
    answerKind: z.union([z.enum(answerKinds), z.literal('')], '対応の種類を選んでください'),
    answer: z
      .string()
      .transform((text) => text.trim())
      .pipe(z.string().max(1000, '市の対応は1000字以内で書いてください')),
    answeredOn: optionalDayField('対応の日'),
    versionId: z.string(),
    itemId: z.string(),
  })
  .superRefine(({ answerKind, answer, answeredOn, versionId, itemId }, context) => {
    const wrong = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    const isSaid = answer !== '' || answerKind !== '' || versionId !== '' || itemId !== ''
    if (isSaid && answer === '') wrong('answer', '市の対応を書いてください')
    if (isSaid && answerKind === '') wrong('answerKind', '対応の種類を選んでください')
    if (isSaid && answeredOn === undefined) wrong('answeredOn', '対応の日を書いてください')
    if (versionId === '' && itemId !== '') wrong('versionId', '直したところが入っている版を選んでください')
    if (versionId !== '' && itemId === '') wrong('itemId', '計画の直したところを選んでください')
  })

export type AnswerField = keyof z.input<typeof answerForm>

export type AnswerBounds = { reportedOn: string | undefined; today: string }

/** Why an answer cannot be of that day. */
export function dayProblem(answeredOn: string, { reportedOn, today }: AnswerBounds): string | undefined {
  if (reportedOn !== undefined && answeredOn < reportedOn) return '対応の日が、答申の日より前になっています'
  return answeredOn > today ? '対応の日が、まだ来ていない日になっています' : undefined
}

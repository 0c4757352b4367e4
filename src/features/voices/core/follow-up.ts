import { z } from 'zod'
import { optionalDayField } from '#src/features/organization/core/read-day.ts'
import { cleanLetter } from './letter.ts'
import { readReceiptNumber } from './receipt-number.ts'

/**
 * 対応の記録: who answers a request (要望) or a question of a briefing, until when, and what was answered. Until the
 * reply is approved by another person it is a draft.
 */
export type FollowUp = {
  submissionId: string
  unitId: string
  dueOn: string
  outcome: Outcome
  reply: string
  /** When, and at what cost (時期・経費). */
  timing: string
  /** The receipt number of the same request of an earlier year (継続). */
  continues: string
  repliedOn: string | undefined
  writtenBy: string
  approvedBy: string | undefined
  revision: number
}

export const outcomes = ['open', 'done', 'planned', 'considering', 'other-body', 'difficult'] as const
export type Outcome = (typeof outcomes)[number]

/** 対応区分 */
export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  open: '回答の準備中',
  done: '実施済み',
  planned: '実施する予定',
  considering: '検討する',
  'other-body': 'ほかの機関の仕事',
  difficult: '実施は難しい',
}

const words = (label: string, most: number) =>
  z
    .string()
    .default('')
    .transform(cleanLetter)
    .pipe(z.string().max(most, `${label}は${most}字以内で書いてください`))

export const followUpForm = z
  .object({
    unitId: z
      .string()
      .regex(/^([a-z]{2}_[0-9a-z]{10})?$/, '担当課を選んでください')
      .default(''),
    dueOn: optionalDayField('回答の期限').transform((day) => day ?? ''),
    outcome: z.enum(outcomes, '対応区分を選んでください'),
    reply: words('回答', 2000),
    timing: words('時期・経費', 200),
    continues: z
      .string()
      .default('')
      .transform((typed, context) => {
        if (typed.trim() === '') return ''
        const read = readReceiptNumber(typed)
        if (read) return read
        context.addIssue({ code: 'custom', message: '受付番号は 7K3Q-9XM4-T7 の形で書いてください' })
        return z.NEVER
      }),
    repliedOn: optionalDayField('回答した日'),
  })
  .superRefine(({ outcome, reply, repliedOn }, context) => {
    if (outcome !== 'open' && reply === '')
      context.addIssue({ code: 'custom', path: ['reply'], message: '回答を書いてください' })
    if (repliedOn && outcome === 'open')
      context.addIssue({ code: 'custom', path: ['outcome'], message: '回答した後の対応区分を選んでください' })
  })
export type FollowUpContent = z.infer<typeof followUpForm>

export type FollowUpState = 'none' | 'open' | 'late' | 'drafted' | 'replied'
export const followUpStateLabels: Readonly<Record<FollowUpState, string>> = {
  none: '担当・期限が未定',
  open: '回答待ち',
  late: '期限を過ぎた',
  drafted: '承認待ち',
  replied: '回答済み',
}

/** Where an answer stands on a day: a delay is shown as a delay, and an answer counts when another person approved it. */
export function followUpState(followUp: FollowUp | undefined, today: string): FollowUpState {
  if (!followUp) return 'none'
  const { approvedBy, repliedOn, dueOn } = followUp
  if (approvedBy) return 'replied'
  if (!repliedOn && dueOn !== '' && dueOn < today) return 'late'
  return followUp.outcome === 'open' ? 'open' : 'drafted'
}

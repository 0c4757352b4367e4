import { z } from 'zod'
import { readDay } from '#src/features/organization/core/read-day.ts'
import { channels, opinionKinds, requestPaths, type Voice } from '#src/formats/voice.ts'
import {
  ageBands,
  type Channel,
  type Disclosure,
  type Method,
  methods,
  type OpinionKind,
  type RequestPath,
} from './labels.ts'
import { cleanLetter, longestLetter } from './letter.ts'

/**
 * 提出: what one person or group handed in at once. `personId` leads to the sealed contact data, if there are
 * any.
 */
export type Submission = {
  id: string
  receiptNumber: string
  channel: Channel
  /** By which way a request came (要望の経路), where somebody said so. */
  requestPath: RequestPath | undefined
  /** Where it was said: `cc_…` of a public comment, or empty. */
  sessionRef: string
  sessionLabel: string
  receivedOn: string
  receivedAt: string
  method: Method
  original: string
  personId: string | undefined
  district: string
  ageBand: string
  group: string
  frame: Voice['frame']
  consent: Voice['consent']
  /** Why it is out of the period (期間外) or waits to be looked at; empty otherwise. */
  lateReason: string
  heldReason: string
  withdrawnAt: string | undefined
  /** Since when the words are gone (保存の期限): number, state and what was published stay. */
  textPurgedAt: string | undefined
  /** The last day of contact data and scans, where there is a rule for them. */
  contactsUntil: string | undefined
  /** Who typed it, or corrected it last. */
  enteredBy: string
  /** Who compared it with the paper it came on. */
  checkedBy: string | undefined
  revision: number
}

/** Whether the office wrote it down, from paper or speech, so that it may have been written down wrongly. */
export const isTranscribed = ({ method }: Pick<Submission, 'method'>) => method !== 'online'

/** 意見: one point of a submission, with the span of the original it stands in. */
export type Opinion = {
  id: string
  submissionId: string
  number: number
  start: number
  end: number
  verbatim: string
  summary: string
  kind: OpinionKind
  kindReason: string
  /** The plan item or paragraph it is about, as the person chose. */
  aboutRef: string
  redacted: string | undefined
  redactedBy: string | undefined
  disclosure: Disclosure
  disclosureReason: string
  releasedBy: string | undefined
  wordingId: string | undefined
  topicId: string | undefined
  revision: number
}

const short = (label: string, most = 60) =>
  z.string().trim().max(most, `${label}は${most}字以内で書いてください`).default('')

/** A letter as it is typed, under the name it has on the form. */
export const letterField = (label: string) =>
  z
    .string(`${label}を書いてください`)
    .transform(cleanLetter)
    .pipe(
      z
        .string()
        .min(1, `${label}を書いてください`)
        .max(longestLetter, `一度に書けるのは${longestLetter / 10_000}万字までです`),
    )

/** What the voices of one intake have in common. */
const attributes = {
  channel: z.enum(channels, '経路を選んでください'),
  requestPath: z
    .union([z.literal(''), z.enum(requestPaths)], '要望の経路を一覧から選んでください')
    .optional()
    .transform((path) => path || undefined),
  sessionLabel: short('いつ・どこの声か', 100),
  receivedOn: z.string().transform((typed, context) => {
    const day = readDay(typed)
    if (day) return day
    context.addIssue({
      code: 'custom',
      message: '受けた日は、2027-04-01 か 令和9年4月1日 の形で書いてください',
    })
    return z.NEVER
  }),
  method: z.enum(methods as [Method, ...Method[]], '方法を選んでください'),
  district: short('地区'),
  ageBand: z.enum(['', ...ageBands], '年代を一覧から選んでください').default(''),
  group: short('属性'),
  frame: z.enum(['sampled', 'open-call', 'invited', 'staff'], '集め方を選んでください'),
  consent: z.enum(['public', 'anonymous-quote', 'internal'], '公開の同意を選んでください'),
}

/** Only a request has a way of its own. */
const onlyRequests = (
  { channel, requestPath }: { channel: Channel; requestPath?: RequestPath | undefined },
  context: z.RefinementCtx,
) => {
  if (requestPath && channel !== 'request')
    context.addIssue({
      code: 'custom',
      path: ['requestPath'],
      message: '要望の経路は、経路が「要望」のときに選びます',
    })
}

export const newSubmission = z
  .object({ ...attributes, original: letterField('声の内容') })
  .superRefine(onlyRequests)
export const manySubmissions = z
  .object({ ...attributes, letters: letterField('声の内容') })
  .superRefine(onlyRequests)

/** What is written down of a new submission. */
export type SubmissionContent = Omit<z.infer<typeof newSubmission>, 'requestPath'> & {
  requestPath?: RequestPath | undefined
}

/** Lines or, where there are empty lines between, blocks: one voice each. */
export function lettersIn(pasted: string): string[] {
  const text = cleanLetter(pasted)
  const parts = /\n[ 　\t]*\n/.test(text) ? text.split(/\n(?:[ 　\t]*\n)+/) : text.split('\n')
  return parts.map((part) => part.replace(/^[・●○■□◆◇*]\s*/, '').trim()).filter((part) => part !== '')
}

/** What a person may change about an opinion while sorting it. */
export const sortingForm = z.object({
  kind: z.enum(opinionKinds, '種別を選んでください'),
  kindReason: short('対象外の理由', 200),
  summary: short('要約', 300),
})

/** Why a sorted opinion cannot stand so, by field. */
export function sortingProblems({ kind, kindReason }: z.infer<typeof sortingForm>): Record<string, string> {
  return kind === 'offtopic' && kindReason === '' ? { kindReason: '対象外にする理由を書いてください' } : {}
}

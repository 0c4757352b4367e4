import { z } from 'zod'
import { readDay } from '../../organization/core/read-day.ts'
import { type DesignKind, designLabels, type stateLabels } from './labels.ts'
import { type SamplingRecord, type Strata, strataOfText } from './sample/strata.ts'

/** 市民意向調査 as the room keeps it; questionnaire and answers stand apart. */
export type Survey = {
  id: string
  title: string
  /** What respondents read before the first question: purpose and use. */
  introduction: string
  /** 母集団, in words. */
  universe: string
  startsOn: string
  endsOn: string
  /** The end of the period as an instant; entries begun before are taken for 60 more minutes. */
  closesAt: string
  state: keyof typeof stateLabels
  designKind: DesignKind
  strata: Strata
  sampling: SamplingRecord | undefined
  /** The day the list of invitations is deleted; undefined in surveys from before there was one. */
  purgeOn?: string | undefined
  /** 根拠: why the list of residents may be used for the survey. */
  listGround?: string
  purgedAt: string | undefined
  publishedAt: string | undefined
  revision: number
}

export const graceMinutes = 60

/** How long after its last day the list of a survey is kept where nobody says otherwise. */
export const listDays = 180

export type CollectionPhase = 'not-open' | 'not-yet' | 'open' | 'grace' | 'over'

type Period = Pick<Survey, 'state' | 'startsOn' | 'closesAt'>

/** Where the collection of answers stands at an instant. A day begins and ends in Tokyo. */
export function collectionPhase({ state, startsOn, closesAt }: Period, now: Date): CollectionPhase {
  if (state === 'draft') return 'not-open'
  if (state === 'closed') return 'over'
  const close = Date.parse(closesAt)
  if (now.getTime() < Date.parse(`${startsOn}T00:00:00+09:00`)) return 'not-yet'
  if (now.getTime() < close) return 'open'
  return now.getTime() < close + graceMinutes * 60_000 ? 'grace' : 'over'
}

/** The instant at which a day of Tokyo ends. */
export const endOfDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000).toISOString()

const day = (message: string) =>
  z.string().transform((typed, context) => {
    const read = readDay(typed)
    if (read) return read
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** What a person enters about a survey. */
export const surveyForm = z
  .object({
    title: z
      .string()
      .trim()
      .min(1, '調査名を入力してください')
      .max(100, '調査名は100字以内で入力してください'),
    introduction: z
      .string()
      .trim()
      .max(3000, '回答する方への説明は3,000字以内で入力してください')
      .default(''),
    universe: z.string().trim().max(200, '対象は200字以内で入力してください').default(''),
    startsOn: day('始まる日を入力してください（例：2026-10-01）'),
    endsOn: day('終わる日を入力してください（例：2026-10-31）'),
    designKind: z.enum(
      Object.keys(designLabels) as [DesignKind, ...DesignKind[]],
      '抽出の方法を選んでください',
    ),
    strata: z.string().default(''),
    purgeOn: z
      .union([z.literal('').transform(() => undefined), day('消す日を入力してください（例：2027-04-30）')])
      .optional(),
    listGround: z.string().trim().max(300, '根拠は300字以内で入力してください').optional(),
  })
  .superRefine(({ startsOn, endsOn, strata, purgeOn }, context) => {
    if (purgeOn !== undefined && purgeOn <= endsOn)
      context.addIssue({
        code: 'custom',
        path: ['purgeOn'],
        message: '名簿を消す日は、終わる日より後にしてください',
      })
    if (endsOn < startsOn) {
      context.addIssue({
        code: 'custom',
        path: ['endsOn'],
        message: '終わる日は、始まる日以後にしてください',
      })
    }
    const { problem } = strataOfText(strata)
    if (problem) context.addIssue({ code: 'custom', path: ['strata'], message: problem })
  })
export type SurveyContent = z.infer<typeof surveyForm>

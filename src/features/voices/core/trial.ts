import { type CoderAgreement, coderAgreement } from '#src/lib/text/agreement/code-agreement.ts'
import { type ManyCodeAgreement, manyCodeAgreement } from '#src/lib/text/agreement/many-code-agreement.ts'

type Coding = { opinionId: string; coder: string; codeIds: readonly string[] }

/** How many people may code one draw. */
export const coderCounts = [2, 3, 4, 5] as const

/**
 * How far the coders are: how many each has coded, and, when all are done or the trial was ended, how far they agree: two
 * by κ (`agreement`), more by α and the κ of Fleiss (`ofMany`). `units`: opinions at least two of them judged.
 */
export type TrialState = {
  coders: { coder: string; coded: number }[]
  isDone: boolean
  units: number
  agreement: CoderAgreement | undefined
  ofMany: ManyCodeAgreement[] | undefined
}

type Rules = { coderCount: number; isEnded: boolean }

/** Nothing of the agreement before all are done: whoever is still coding must not be led by the others. */
export function trialState(
  drawn: readonly string[],
  codings: readonly Coding[],
  { coderCount, isEnded }: Rules = { coderCount: 2, isEnded: false },
): TrialState {
  const wanted = new Set(drawn)
  const byCoder = Map.groupBy(
    codings.filter(({ opinionId }) => wanted.has(opinionId)),
    ({ coder }) => coder,
  )
  const coders = [...byCoder].map(([coder, own]) => ({ coder, coded: own.length }))
  coders.sort((a, b) => (a.coder < b.coder ? -1 : 1))
  const isFull = coders.length === coderCount && coders.every(({ coded }) => coded === drawn.length)
  const isDone = coders.length >= 2 && (isFull || isEnded)
  if (!isDone) return { coders, isDone, units: 0, agreement: undefined, ofMany: undefined }
  const codesBy = coders.map(
    ({ coder }) => new Map((byCoder.get(coder) ?? []).map((one) => [one.opinionId, one.codeIds])),
  )
  const units = drawn
    .map((id) => ({ id, judgements: codesBy.map((codes) => codes.get(id)) }))
    .filter(({ judgements }) => judgements.filter((codes) => codes !== undefined).length >= 2)
  const pairs = units.map(({ id, judgements: [first = [], second = []] }) => ({ id, first, second }))
  return {
    coders,
    isDone,
    units: units.length,
    agreement: coders.length === 2 ? coderAgreement(pairs) : undefined,
    ofMany: coders.length > 2 ? manyCodeAgreement(units) : undefined,
  }
}

/** κ or α in words (Landis and Koch 1977), beside the number and never instead of it. */
export function kappaWords(kappa: number | undefined): string {
  if (kappa === undefined) return '求められない（全員が同じ判断だけ）'
  if (kappa < 0) return '偶然より低い'
  if (kappa <= 0.2) return 'わずか'
  if (kappa <= 0.4) return '低い'
  if (kappa <= 0.6) return '中くらい'
  return kappa <= 0.8 ? '高い' : 'とても高い'
}

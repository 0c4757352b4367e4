import { type CoderAgreement, coderAgreement } from '#src/lib/text/agreement/code-agreement.ts'

type Coding = { opinionId: string; coder: string; codeIds: readonly string[] }

/** How far two coders are: how many each has coded, and, when both are done, how far they agree. */
export type TrialState = {
  coders: { coder: string; coded: number }[]
  isDone: boolean
  agreement: CoderAgreement | undefined
}

/** Nothing of the agreement before both are done: whoever is still coding must not be led by the other. */
export function trialState(drawn: readonly string[], codings: readonly Coding[]): TrialState {
  const wanted = new Set(drawn)
  const byCoder = Map.groupBy(
    codings.filter(({ opinionId }) => wanted.has(opinionId)),
    ({ coder }) => coder,
  )
  const coders = [...byCoder].map(([coder, own]) => ({ coder, coded: own.length }))
  coders.sort((a, b) => (a.coder < b.coder ? -1 : 1))
  const [first, second] = coders
  const isDone = second !== undefined && coders.every(({ coded }) => coded === drawn.length)
  if (!first || !isDone) return { coders, isDone, agreement: undefined }
  const codesBy = (coder: string) =>
    new Map((byCoder.get(coder) ?? []).map((one) => [one.opinionId, one.codeIds]))
  const [a, b] = [codesBy(first.coder), codesBy(second.coder)]
  const units = drawn.map((id) => ({ id, first: a.get(id) ?? [], second: b.get(id) ?? [] }))
  return { coders, isDone, agreement: coderAgreement(units) }
}

/** κ in words (Landis and Koch 1977), beside the number and never instead of it. */
export function kappaWords(kappa: number | undefined): string {
  if (kappa === undefined) return '求められない（2人とも同じ判断だけ）'
  if (kappa < 0) return '偶然より低い'
  if (kappa <= 0.2) return 'わずか'
  if (kappa <= 0.4) return '低い'
  if (kappa <= 0.6) return '中くらい'
  return kappa <= 0.8 ? '高い' : 'とても高い'
}

/** What the assembly resolved (議決). */
export const billOutcomeLabels = {
  carried: '原案可決',
  'carried-amended': '修正可決',
  rejected: '否決',
  withdrawn: '撤回',
} as const
export type BillOutcome = keyof typeof billOutcomeLabels
export const billOutcomes = Object.keys(billOutcomeLabels) as [BillOutcome]

export const amendmentOutcomeLabels = { carried: '可決', rejected: '否決', withdrawn: '撤回' } as const
export type AmendmentOutcome = keyof typeof amendmentOutcomeLabels
export const amendmentOutcomes = Object.keys(amendmentOutcomeLabels) as [AmendmentOutcome]

/** 議案: a frozen version of the plan as it was put before the assembly, and what became of it. */
export type Bill = {
  id: string
  bodyId: string
  /** 議案第12号 */
  number: string
  title: string
  submittedOn: string
  versionId: string
  /** The committee it was referred to (付託先); empty where there was none. */
  committee: string
  outcome: BillOutcome | ''
  resolvedOn: string | undefined
  votesFor: number | undefined
  votesAgainst: number | undefined
  revision: number
}

/** 修正案. One that passed points to the frozen version that contains it, so that the difference can be shown. */
export type Amendment = {
  id: string
  billId: string
  proposer: string
  proposedOn: string
  words: string
  outcome: AmendmentOutcome | ''
  versionId: string | undefined
}

export const isPassed = ({ outcome }: Pick<Bill, 'outcome'>) =>
  outcome === 'carried' || outcome === 'carried-amended'

/** 提出, 付託, 議決: where the bill stands. */
export function billStanding({ outcome, committee }: Pick<Bill, 'outcome' | 'committee'>): string {
  if (outcome) return billOutcomeLabels[outcome]
  return committee ? `${committee}に付託` : '提出済み'
}

/** What keeps an outcome from being recorded, in a sentence; undefined where nothing does. */
export function outcomeProblem(outcome: BillOutcome, amendments: readonly Amendment[]): string | undefined {
  const open = amendments.filter((one) => one.outcome === '')
  if (outcome !== 'withdrawn' && open.length > 0) return '先に、修正案それぞれの結果を記録してください'
  const carried = amendments.filter((one) => one.outcome === 'carried')
  if (outcome === 'carried' && carried.length > 0)
    return '可決した修正案があるので、「修正可決」を選んでください'
  if (outcome === 'carried-amended' && carried.length === 0) return '可決した修正案がありません'
  return undefined
}

/** How the decision is named when the adopted version is frozen: 令和9年3月定例会 議案第12号（修正可決）. */
export const decisionWords = ({ number, title, outcome }: Pick<Bill, 'number' | 'title' | 'outcome'>) =>
  outcome ? `${number}「${title}」${billOutcomeLabels[outcome]}` : `${number}「${title}」`

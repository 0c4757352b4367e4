import { percentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import type { AnswerMode } from '../labels.ts'

export type ReceivedCount = {
  receivedOn: string
  mode: AnswerMode | 'kept-out'
  stratum: string
  count: number
}
export type SentCount = { stratum: string; sent: number }

export type ResponseLine = { label: string; sent: number | undefined; received: number; rate: string }

/** 回収状況: in all, by stratum, by day and by mode. */
export type ResponseStatistics = {
  whole: ResponseLine
  strata: ResponseLine[]
  days: { day: string; byMode: Record<AnswerMode, number>; total: number; soFar: number }[]
  keptOut: number
}

/** The counts of what came in against what was sent. A rate stands only where something was sent. */
export function responseStatistics(
  received: readonly ReceivedCount[],
  sent: readonly SentCount[],
): ResponseStatistics {
  const counted = received.flatMap((one) => (one.mode === 'kept-out' ? [] : [{ ...one, mode: one.mode }]))
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)
  const sentInAll = sent.reduce((total, one) => total + one.sent, 0)
  const names = [
    ...new Set([...sent.map(({ stratum }) => stratum), ...counted.map(({ stratum }) => stratum)]),
  ]
  let soFar = 0
  const days = [...Map.groupBy(counted, ({ receivedOn }) => receivedOn)].map(([day, rows]) => {
    const of = (mode: AnswerMode) => sum(rows.filter((row) => row.mode === mode))
    const total = sum(rows)
    soFar += total
    return { day, byMode: { web: of('web'), paper: of('paper'), import: of('import') }, total, soFar }
  })
  return {
    whole: lineOf('全体', sentInAll, sum(counted)),
    strata: names.map((name) =>
      lineOf(
        name || '（層なし・不明）',
        sent.find(({ stratum }) => stratum === name)?.sent ?? 0,
        sum(counted.filter(({ stratum }) => stratum === name)),
      ),
    ),
    days,
    keptOut: sum(received.filter(({ mode }) => mode === 'kept-out')),
  }
}

const lineOf = (label: string, sent: number, received: number): ResponseLine => ({
  label,
  sent: sent > 0 ? sent : undefined,
  received,
  rate: sent > 0 ? percentWords(received, sent) : '',
})

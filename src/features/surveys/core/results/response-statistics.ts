import { percentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { type AnswerMode, isAnswerMode, keptOutLabel, type TallyMode } from '../labels.ts'

export type ReceivedCount = {
  receivedOn: string
  mode: TallyMode
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
  /** Answers by way they came, of everybody and of each stratum. */
  modes: { label: string; byMode: Record<AnswerMode, number>; total: number }[]
  /** Every answer that was kept out: its code had answered before. */
  keptOutLines: { day: string; way: string; stratum: string; count: number }[]
  /** Letters that came back, and forms without an answer. */
  undeliverable: number
  blank: number
  /** Valid answers against the letters that arrived. */
  arrivedRate: string
}

/** The counts of what came in against what was sent. A rate stands only where something was sent. */
export function responseStatistics(
  received: readonly ReceivedCount[],
  sent: readonly SentCount[],
): ResponseStatistics {
  const counted = received.flatMap(({ mode, ...one }) => (isAnswerMode(mode) ? [{ ...one, mode }] : []))
  const undeliverable = sum(received.filter(({ mode }) => mode === 'undeliverable'))
  const sentInAll = sent.reduce((total, one) => total + one.sent, 0)
  const names = [
    ...new Set([...sent.map(({ stratum }) => stratum), ...counted.map(({ stratum }) => stratum)]),
  ]
  const arrived = sentInAll - undeliverable
  let soFar = 0
  const days = [...Map.groupBy(counted, ({ receivedOn }) => receivedOn)].map(([day, rows]) => {
    const total = sum(rows)
    soFar += total
    return { day, byMode: byModeOf(rows), total, soFar }
  })
  return {
    whole: lineOf('全体', sentInAll, sum(counted)),
    strata: names.map((name) =>
      lineOf(
        name || noStratum,
        sent.find(({ stratum }) => stratum === name)?.sent ?? 0,
        sum(counted.filter(({ stratum }) => stratum === name)),
      ),
    ),
    days,
    keptOut: sum(received.filter(({ mode }) => keptOutLabel(mode))),
    modes: [
      modesOf('全体', counted),
      ...names.map((name) =>
        modesOf(
          name || noStratum,
          counted.filter(({ stratum }) => stratum === name),
        ),
      ),
    ],
    keptOutLines: received.flatMap(({ mode, receivedOn: day, stratum, count }) => {
      const way = keptOutLabel(mode)
      return way ? [{ day, way, stratum: stratum || noStratum, count }] : []
    }),
    undeliverable,
    blank: sum(received.filter(({ mode }) => mode === 'blank')),
    arrivedRate: arrived > 0 ? percentWords(sum(counted), arrived) : '',
  }
}

const noStratum = '（層なし・不明）'
const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)

type Counted = { mode: AnswerMode; count: number }

function byModeOf(rows: readonly Counted[]): Record<AnswerMode, number> {
  const of = (mode: AnswerMode) => sum(rows.filter((row) => row.mode === mode))
  return { web: of('web'), paper: of('paper'), import: of('import') }
}

const modesOf = (label: string, rows: readonly Counted[]) => ({
  label,
  byMode: byModeOf(rows),
  total: sum(rows),
})

const lineOf = (label: string, sent: number, received: number): ResponseLine => ({
  label,
  sent: sent > 0 ? sent : undefined,
  received,
  rate: sent > 0 ? percentWords(received, sent) : '',
})

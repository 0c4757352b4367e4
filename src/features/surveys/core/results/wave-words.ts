import type { WaveChange } from '#src/lib/statistics/test-of-tables/compare-waves.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Source } from '../report/make-stamp.ts'
import type { ReportChapter, ReportTable } from '../report/report-format.ts'
import { shared } from '../report/report-tables.ts'
import { type Stamp, shortHash, weightWords } from '../report/stamp.ts'
import { comparabilityLabels } from './wave-items.ts'
import type { WaveLine, WaveLines } from './waves.ts'

export const waveHeads = ['前回', '今回', 'n', '差', '差の95％の幅', '調整したp', '判定'] as const

/** What is printed of a line, kept or published. */
export type WaveFigures = Pick<WaveLine, 'measure' | 'comparability'> & {
  /** `answers`: how many it is of; the oldest publications do not say. */
  before: { estimate: number; answers?: number | undefined } | undefined
  after: { estimate: number; answers?: number | undefined } | undefined
  change?: (Pick<WaveChange, 'adjustedP' | 'mark'> & { interval: { low: number; high: number } }) | undefined
}

/** The figures of a line in words, in the order of the heads. */
export function waveCells({ measure, before, after, change, comparability }: WaveFigures): string[] {
  const isShare = measure === 'share' || measure === 'first'
  const number = (value: number) => groupedNumber(isShare ? value * 100 : value, isShare ? 1 : 2)
  const signed = (value: number) => `${value > 0 ? '＋' : ''}${number(value)}`
  const isShown = comparability !== 'not-comparable'
  return [
    before ? number(before.estimate) : '',
    after ? number(after.estimate) : '',
    before?.answers !== undefined && after?.answers !== undefined
      ? `${groupedNumber(before.answers, 0)}→${groupedNumber(after.answers, 0)}`
      : '',
    before && after && isShown ? signed(after.estimate - before.estimate) : '',
    change ? `${signed(change.interval.low)}〜${signed(change.interval.high)}` : '',
    change?.adjustedP === undefined ? '' : change.adjustedP < 0.001 ? '＜0.001' : change.adjustedP.toFixed(3),
    markWords({ measure, change, comparability }),
  ]
}

function markWords({
  measure,
  change,
  comparability,
}: Pick<WaveFigures, 'measure' | 'change' | 'comparability'>): string {
  if (comparability !== 'comparable') return comparabilityLabels[comparability]
  if (!change) return ''
  // Of a mean place less is higher.
  if (measure === 'place' && change.mark !== 'none')
    return change.mark === 'down' ? '▲ 上位になった' : '▼ 下位になった'
  return { up: '▲ 上がった', down: '▼ 下がった', none: '変わったとは言えない' }[change.mark]
}

/** The tables of a comparison in their order. Those of the report and of both screens have the same titles. */
export const waveTables = <Line>({ scores, shares, firsts, places }: Record<keyof WaveLines, Line[]>) => [
  { id: 'scores', title: '得点の変化（＋2〜−2）', lines: scores },
  { id: 'shares', title: '割合の変化（％、ポイント）', lines: shares },
  { id: 'firsts', title: '1位に選んだ人の割合の変化（％、ポイント）', lines: firsts },
  { id: 'places', title: '平均順位の変化（小さいほど上位）', lines: places },
]

const nameOf = ({ number, label, answer }: WaveLine) => `${number} ${label}${answer ? `「${answer}」` : ''}`

type Waves = {
  source: Source
  earlier: { title: string; hash: string }
  lines: WaveLines
  notes: readonly string[]
}

/** 経年比較 as a chapter of the report. */
export function waveChapter({ source, earlier, lines, notes }: Waves): ReportChapter {
  const table = (title: string, kept: readonly WaveLine[]): ReportTable[] =>
    kept.length === 0
      ? []
      : [
          {
            title,
            subtitle: '',
            finding: '',
            head: ['項目', ...waveHeads],
            widths: shared([32, 9, 9, 14, 9, 16, 11, 20]),
            numeric: [1, 2, 3, 4, 5, 6],
            rows: kept.map((line) => [nameOf(line), ...waveCells(line)]),
            stamp: waveStamp({ source, earlier, lines: kept }),
            chart: undefined,
          },
        ]
  return {
    title: '経年比較',
    lead: [`「${earlier.title}」と比べました。`, ...notes.map((note) => `${note}。`)],
    tables: waveTables(lines).flatMap(({ title, lines: kept }) => table(title, kept)),
  }
}

/** What a comparison rests on: both data sets. */
export function waveStamp({
  source: { work, hash },
  earlier,
  lines,
}: Pick<Waves, 'source' | 'earlier'> & { lines: readonly WaveLine[] }): Stamp {
  return {
    question: `「${earlier.title}」との比較`,
    n: Math.max(0, ...lines.map(({ after }) => after?.answers ?? 0)),
    domain: '両方の調査で聞いた項目（文と選択肢が同じか、人が比較できるとしたもの）',
    base: '得点は点のある答え、割合は聞かれた人（無回答を含む）、平均順位はその選択肢に順位を付けた人',
    weights: weightWords(work),
    formula: `差＝今回−前回。標準誤差は2つの分散の和の平方根（独立な標本）、t分布。検定は表ごとに、項目全体でホルムの方法により調整し、5％で▲▼。前回のデータ版 ${shortHash(earlier.hash)}`,
    test: 't検定（ホルムの調整）',
    dataHash: hash,
  }
}

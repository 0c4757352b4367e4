import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { exactNumber, measured } from './facts/value-words.ts'
import type { FactsOf, TargetState } from './plan-change.ts'

type TargetFacts = FactsOf<'target-weakened' | 'target-strengthened' | 'target-set' | 'target-changed'>

const partWords = { target: '目標', interim: '中間値' } as const

/** A target as words: 60％, 40～60％, 経過を見る. */
export function targetWords(target: TargetState | null, unit: string): string {
  if (!target) return 'なし'
  const { kind, value, low, high } = target
  if (kind === 'monitor-only') return '経過を見る'
  if (kind === 'range' && (low !== undefined || high !== undefined)) return rangeWords(low, high, unit)
  return value === null ? '未定' : measured(value, unit)
}

function rangeWords(low: number | undefined, high: number | undefined, unit: string): string {
  if (high === undefined) return `${measured(low ?? 0, unit)}以上`
  return low === undefined ? `${measured(high, unit)}以下` : `${exactNumber(low)}～${measured(high, unit)}`
}

export function targetSentence(facts: TargetFacts): string {
  const { subject, part, unit, before, after } = facts
  const year = part === 'interim' ? fiscalYearLabel((after ?? before)?.fiscalYear ?? 0) : ''
  const named = `指標「${subject.name}」の${year ? `${year}の` : ''}${partWords[part]}`
  if (!after) return `${named}を取りやめました（${targetWords(before, unit)}）。`
  if (!before || facts.kind === 'target-set') {
    const deadline = part === 'target' ? `（${fiscalYearLabel(after.fiscalYear)}）` : ''
    return `${named}を${targetWords(after, unit)}${deadline}と定めました。`
  }
  if (after.kind === 'monitor-only')
    return `${named}を${targetWords(before, unit)}から「経過を見る」に改め、値を置かないことにしました。`
  const [from, to] = [targetWords(before, unit), targetWords(after, unit)]
  if (from === to) return `${named}の表し方を改めました（${to}）。`
  return `${named}を${from}から${to}に${verbOf(facts)}。`
}

/** 引き下げ・引き上げ for indicators to increase; where less is better these words would mislead. */
function verbOf({ kind, direction, before, after }: TargetFacts): string {
  if (kind === 'target-changed' || kind === 'target-set') return '改めました'
  const isWeaker = kind === 'target-weakened'
  if (direction === 'increase') return isWeaker ? '引き下げました' : '引き上げました'
  if (before?.kind === 'range' || after?.kind === 'range') return isWeaker ? '広げました' : '狭めました'
  return isWeaker ? '緩めました' : '厳しくしました'
}

/** 目標年度を令和9年度から令和11年度に延ばしました。 */
export function deadlineSentence({ subject, part, before, after }: FactsOf<'deadline-moved'>): string {
  const verb = after > before ? '延ばしました' : '早めました'
  const word = part === 'target' ? '目標年度' : '中間値の年度'
  return `指標「${subject.name}」の${word}を${fiscalYearLabel(before)}から${fiscalYearLabel(after)}に${verb}。`
}

export function baselineSentence({ subject, unit, before, after }: FactsOf<'baseline-changed'>): string {
  const words = ({ fiscalYear, value }: { fiscalYear: number; value: number | null }) =>
    `${value === null ? '未定' : measured(value, unit)}（${fiscalYearLabel(fiscalYear)}）`
  const named = `指標「${subject.name}」の基準値`
  if (before.value === null && after.value !== null) return `${named}を${words(after)}と定めました。`
  return `${named}を${words(before)}から${words(after)}に改めました。`
}

export function valueSentence(facts: FactsOf<'value-updated'>): string {
  const { subject, part, unit, before, after, fiscalYear = 0 } = facts
  const words = (value: number | null) => (value === null ? 'なし' : measured(value, unit))
  if (part === 'data-point')
    return `統計値「${subject.name}」を${words(before)}から${words(after)}に更新しました。`
  const named = `指標「${subject.name}」の${fiscalYearLabel(fiscalYear)}の実績値`
  if (before === null && after !== null) return `${named}（${words(after)}）を加えました。`
  if (after === null)
    return before === null ? `${named}の欄を改めました。` : `${named}（${words(before)}）を取り消しました。`
  if (facts.isRestated) return `${named}を${words(before)}から${words(after)}に訂正しました。`
  return `${named}を速報値の${words(before)}から${words(after)}に更新しました。`
}

import { valueText } from '#src/features/plan/core/indicator-series.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { NoValue } from '#src/ui/parts.tsx'

/** A value with its unit. */
export function Value({ indicator, value }: { indicator: Indicator; value: number }) {
  return (
    <>
      {valueText(indicator, value)}
      <small>{indicator.unit}</small>
    </>
  )
}

export function Baseline({ indicator }: { indicator: Indicator }) {
  const { value, missingReason } = indicator.baseline
  if (value === null) return <NoValue words={missingReason || 'データなし'} />
  return <Value indicator={indicator} value={value} />
}

export function Target({ indicator }: { indicator: Indicator }) {
  const { target } = indicator
  if (target?.kind === 'monitor-only') return <small>経過を見る</small>
  if (target?.kind === 'range' && target.low !== undefined && target.high !== undefined) {
    return (
      <>
        {valueText(indicator, target.low)}〜<Value indicator={indicator} value={target.high} />
      </>
    )
  }
  if (!target || target.value === null) return <NoValue words="まだ決まっていません" />
  return <Value indicator={indicator} value={target.value} />
}

/** 18人 → 0人 in one line of text. */
export function fromToText(indicator: Indicator): string {
  const { baseline, target, unit } = indicator
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? '―' : `${valueText(indicator, value)}${unit}`
  if (!target || target.kind === 'monitor-only') return say(baseline.value)
  const isRange = target.kind === 'range' && target.low !== undefined && target.high !== undefined
  const goal = isRange ? `${valueText(indicator, target.low ?? 0)}〜${say(target.high)}` : say(target.value)
  return `${say(baseline.value)} → ${goal}`
}

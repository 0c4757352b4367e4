import type { Indicator } from '#src/formats/plan-indicator.ts'
import { decimalNumber } from '#src/lib/form/decimal-number.ts'
import type { Entered, Problems } from './entered.ts'

type Criterion = NonNullable<Indicator['note']['changeCriterion']>
type Change = Criterion['improve']

/** How much change counts (判定の基準) as fields: the kind, and an amount for each way. */
export function criterionEntered(criterion: Indicator['note']['changeCriterion']): Record<string, string> {
  if (!criterion) return { criterion: '', criterionImprove: '', criterionWorsen: '' }
  return {
    criterion: kindOf(criterion.improve),
    criterionImprove: amountOf(criterion.improve),
    criterionWorsen: amountOf(criterion.worsen),
  }
}

const kindOf = (change: Change) => ('abs' in change ? 'abs' : 'rel' in change ? 'rel' : 'moe')
const amountOf = (change: Change) =>
  'abs' in change ? String(change.abs) : 'rel' in change ? String(change.rel * 100) : ''

/** Reads them back; shares are typed as percent. */
export function readCriterion(entered: Entered, problems: Problems): Indicator['note']['changeCriterion'] {
  const kind = entered['criterion'] ?? ''
  if (kind === 'moe') return { improve: { moe: true }, worsen: { moe: true } }
  if (kind !== 'abs' && kind !== 'rel') return null
  const amount = (name: string): number => {
    const result = decimalNumber('数字で書いてください').safeParse(entered[name] ?? '')
    const value = result.success ? result.data : null
    if (value === null || value <= 0) problems[name] = '0より大きい数字で書いてください'
    return value ?? 0
  }
  const change = (value: number): Change => (kind === 'abs' ? { abs: value } : { rel: value / 100 })
  return { improve: change(amount('criterionImprove')), worsen: change(amount('criterionWorsen')) }
}

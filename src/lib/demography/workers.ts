import { refuse } from './projection-error.ts'
import type { AgeValues } from './projection-inputs.ts'
import { weightedSum } from './weighted-sum.ts'

/** Shares of workers by industry, 0–1; what could not be classified (分類不能) is a share of its own. */
export type IndustryShares = { primary: number; secondary: number; tertiary: number; unclassified: number }

export type Workers = IndustryShares & { total: number }

/**
 * Workers (就業者): residents times participation by sex and age (0–1, length n), and by industry where shares
 * are given. Unclassified workers are kept apart and never distributed; shares that do not add up to 1, and
 * participation above 1 (E-RANGE), are refused.
 */
export function workersByParticipation(
  state: AgeValues,
  { participation, shares }: { participation: AgeValues; shares: IndustryShares },
): Workers {
  const { primary, secondary, tertiary, unclassified } = shares
  const sum = primary + secondary + tertiary + unclassified
  if (Math.abs(sum - 1) > 1e-6) throw new RangeError(`産業別の割合の合計が${sum}です（1のはずです）`)
  const highest = Math.max(...participation.M, ...participation.F)
  if (highest > 1 + 1e-9)
    refuse('E-RANGE', 'participation', `就業率が${highest}の年齢があります（1までです）`)
  const total = weightedSum(state, participation)
  return {
    total,
    primary: total * primary,
    secondary: total * secondary,
    tertiary: total * tertiary,
    unclassified: total * unclassified,
  }
}

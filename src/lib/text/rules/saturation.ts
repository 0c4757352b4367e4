import type { CodeResult } from './apply-coding-rules.ts'

/**
 * Saturation (理論的飽和): how many different codes are expected in 1, 2, … of the voices, whichever they are.
 * Where the curve is flat, more voices of the same kind bring nothing new. Exact mean over all choices, Σ 1 −
 * C(N − Nᵢ, n) / C(N, n) (rarefaction; Hurlbert 1971), so the order of the voices does not matter. Codes
 * nobody got are left out.
 */
export function saturationCurve(results: readonly Pick<CodeResult, 'matches' | 'others'>[]): number[] {
  const all = Math.max(0, ...results.map(({ matches, others }) => matches.length + others.length))
  const counts = results.map(({ matches }) => matches.length).filter((count) => count > 0)
  const missing = counts.map(() => 1)
  return Array.from({ length: all }, (_, chosen) => {
    for (const [code, count] of counts.entries()) {
      missing[code] = (missing[code] as number) * (Math.max(0, all - count - chosen) / (all - chosen))
    }
    return missing.reduce((sum, chance) => sum + 1 - chance, 0)
  })
}

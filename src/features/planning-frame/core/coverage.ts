import { sizeClassOf } from '#src/lib/demography/backtest.ts'
import { sdAfterFiveYears } from '#src/lib/demography/error-model.ts'
import type { AreaBackTest, Method } from './backtest-methods.ts'

/**
 * Half the width of the 80 % band in standard deviations: Student's t with 4 degrees of freedom, variance 1.
 */
const halfBand = 1.5332 * Math.SQRT1_2

/**
 * Share of areas (0–1) whose count five years ahead lies inside the 80 % band that the fan of a projection
 * would have had. A band that is right holds four of five.
 */
export function errorModelCoverage(areas: readonly AreaBackTest[], method: Method): number {
  const inside = areas.filter(({ base, actual, projected }) => {
    const sd = sdAfterFiveYears[sizeClassOf(base)] as number
    return Math.abs(Math.log((projected[method] ?? Number.NaN) / actual)) <= halfBand * sd
  })
  return inside.length / areas.length
}

import { survivalBetween } from '#src/lib/demography/life-table.ts'
import { sexes } from '#src/lib/demography/projection-inputs.ts'

/**
 * Survival ratios of the nation over five years, birth → 0–4 first and the pooled 85+ → 90+ last, as formula 3.1 gives
 * them from the complete life tables (完全生命表, 厚生労働省) of 2015 and 2020.
 */
const tables = [
  {
    year: 2015,
    M: [
      0.997644, 0.999232, 0.999577, 0.999173, 0.997997, 0.997312, 0.997104, 0.996417, 0.99494, 0.992054,
      0.987111, 0.979334, 0.967396, 0.947148, 0.918022, 0.873621, 0.787193, 0.64384, 0.378355,
    ],
    F: [
      0.997924, 0.999381, 0.99964, 0.999516, 0.999165, 0.998823, 0.998471, 0.997988, 0.996994, 0.995343,
      0.992784, 0.9894, 0.985155, 0.977737, 0.965232, 0.941901, 0.890748, 0.789716, 0.478839,
    ],
  },
  {
    year: 2020,
    M: [
      0.99794, 0.999479, 0.999676, 0.999132, 0.997999, 0.997502, 0.997356, 0.996621, 0.995451, 0.992791,
      0.988295, 0.981127, 0.969917, 0.951606, 0.921858, 0.877121, 0.804205, 0.675187, 0.397674,
    ],
    F: [
      0.998136, 0.999529, 0.9997, 0.999446, 0.99897, 0.998755, 0.998646, 0.998136, 0.997162, 0.995625,
      0.99308, 0.990043, 0.986162, 0.979442, 0.967394, 0.945832, 0.901316, 0.810253, 0.496583,
    ],
  },
] as const

/** The survival of a period: that of its middle, on the straight line between the two tables and constant outside. */
export function nationalSurvival({ from, to }: { from: number; to: number }): { M: number[]; F: number[] } {
  const [first, second] = tables
  const [M, F] = sexes.map((sex) =>
    survivalBetween(
      { year: first.year, ratios: first[sex] },
      { year: second.year, ratios: second[sex] },
      (from + to) / 2,
    ),
  ) as [number[], number[]]
  return { M, F }
}

export const survivalSource = {
  table: '完全生命表（第22回・第23回）',
  edition: '厚生労働省',
  note: '生残率は、2015年と2020年の全国の表から計算しました。市の生残率ではありません。',
}

import { fertileGroups } from './age-groups.ts'
import { type Flag, refuse } from './projection-error.ts'
import type { AgeGroups, AgeValues, PeriodInputs, ProjectionInputs } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'

/** Two counts of one area, one step apart and on the same basis. */
export type CountPair = { earlier: AgeValues; later: AgeValues }

/**
 * Cohort change ratios (コーホート変化率), aligned like survival ratios with a pooled open group; index 0 is unused.
 */
export type ChangeRatios = {
  M: number[]
  F: number[]
  /** Children of group 0 per woman of 15–49, and boys per girl, at the later count. */
  cwr: number
  sexRatio04: number
  flags: Flag[]
}

export type RatioOptions = {
  /** Ratios of the area around it: used for empty cells, and for shrinkage. */
  parent?: Pick<ChangeRatios, 'M' | 'F' | 'cwr' | 'sexRatio04'>
  /**
   * Persons at which own ratio and parent's weigh the same: R* = wR + (1−w)R_parent, w = P/(P + kappa). 0:
   * none.
   */
  kappa?: number
  /** Least and greatest ratio allowed. */
  band?: readonly [number, number]
}

/**
 * Cohort change ratios R_i = P_i(t)/P_{i−1}(t−z), the open group over its two sources (Hamilton & Perry
 * 1962), as the mean over the pairs. A cell where nobody was takes the parent's ratio and is flagged; without
 * parent E-RANGE.
 */
export function changeRatios(
  pairs: readonly CountPair[],
  ages: AgeGroups,
  options: RatioOptions = {},
): ChangeRatios {
  const flags: Flag[] = []
  const last = pairs.at(-1)
  if (!last) return refuse('E-RANGE', 'pairs', '変化率を求める2時点の人口がありません')
  const [M, F] = sexes.map((sex) =>
    last.later[sex].map((_, move) => (move === 0 ? 1 : ratioAt(pairs, { sex, move, options, flags }))),
  ) as [number[], number[]]
  return { M, F, ...childrenOf(last.later, ages, options), flags }
}

type Cell = { sex: 'M' | 'F'; move: number; options: RatioOptions; flags: Flag[] }

function ratioAt(pairs: readonly CountPair[], { sex, move, options, flags }: Cell): number {
  const { parent, kappa = 0, band } = options
  const known = pairs.flatMap(({ earlier, later }) => {
    const source = sourceOf(earlier[sex], move)
    return source > 0 ? [(later[sex][move] as number) / source] : []
  })
  const around = parent?.[sex][move]
  if (known.length === 0) {
    const path = `${sex}.${move}`
    if (around === undefined) {
      return refuse(
        'E-RANGE',
        path,
        `${path}の元の人口が0人なので、変化率が求められません（周辺地域の率が必要です）`,
      )
    }
    flags.push({
      code: 'W-EMPTY',
      path,
      message: `${path}の元の人口が0人なので、周辺地域の変化率を使いました`,
    })
    return around
  }
  const own = known.reduce((sum, ratio) => sum + ratio, 0) / known.length
  const source = sourceOf((pairs.at(-1) as CountPair).earlier[sex], move)
  const weight = around === undefined ? 1 : source / (source + kappa || 1)
  const ratio = weight * own + (1 - weight) * (around ?? own)
  return band ? Math.min(band[1], Math.max(band[0], ratio)) : ratio
}

function sourceOf(persons: readonly number[], move: number): number {
  const open = persons.length - 1
  return (persons[move - 1] as number) + (move === open ? (persons[open] as number) : 0)
}

function childrenOf({ M, F }: AgeValues, ages: AgeGroups, { parent }: RatioOptions) {
  const { first, last } = fertileGroups(ages)
  const women = F.slice(first, last + 1).reduce((sum, persons) => sum + persons, 0)
  const [boys, girls] = [M[0] as number, F[0] as number]
  return {
    cwr: women > 0 ? (boys + girls) / women : (parent?.cwr ?? 0),
    sexRatio04: girls > 0 ? boys / girls : (parent?.sexRatio04 ?? 1.05),
  }
}

export type ChangePlan = Pick<ProjectionInputs, 'area' | 'basis' | 'baseDate' | 'ages' | 'base'> & {
  ratios: Pick<ChangeRatios, 'M' | 'F' | 'cwr' | 'sexRatio04'>
  until: number
}

/**
 * Inputs that carry the ratios forward from a base until a year. Each sex of group 0 keeps its ratio to women
 * of 15–49, which is the same as one child–woman ratio with a fixed sex ratio.
 */
export function changeInputs({ ratios, until, ...plan }: ChangePlan): ProjectionInputs {
  const from = Number(plan.baseDate.slice(0, 4))
  const step = plan.ages.width
  const count = Math.ceil((until - from) / step)
  const period: Omit<PeriodInputs, 'from' | 'to'> = {
    openGroup: 'pooled',
    survival: { M: ratios.M, F: ratios.F },
    migration: { kind: 'none' },
    fertility: { kind: 'cwr', cwr: ratios.cwr, women: [15, 49], sexRatio04: ratios.sexRatio04 },
  }
  const periods = Array.from({ length: count }, (_, at) => ({
    from: from + at * step,
    to: from + (at + 1) * step,
    ...period,
  }))
  return { schema: 'shirube-projection/1', step, ...plan, periods }
}

import {
  dissimilarity,
  type ErrorSummary,
  type Hindcast,
  sizeClasses,
  sizeClassOf,
  summarizeErrors,
} from '#src/lib/demography/backtest.ts'
import { type ChangeRatios, changeInputs, changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { project } from '#src/lib/demography/project.ts'
import { type Count, type CountTable, tableAges, totalOf } from './count-table.ts'

export const methodLabels = {
  'cohort-change': 'コーホート変化率法',
  linear: '直線延長',
  'no-change': '変化なし',
  published: '公表された推計',
} as const
export type Method = keyof typeof methodLabels

export type BacktestRequest = {
  census: CountTable
  /** The two census years a method may know; the step between them is that of the projection. */
  earlier: number
  base: number
  target: number
  /** What was counted at the target, by area; and by sex and age where the census has it. */
  actual: ReadonlyMap<string, number>
  published?: CountTable | undefined
}

export type AreaBacktest = {
  code: string
  base: number
  actual: number
  projected: Partial<Record<Method, number>>
  /** ½Σ|p − q| of the age structure by cohort change, where the count by age is known. */
  dissimilarity?: number
}

export type MethodErrors = {
  method: Method
  all: ErrorSummary
  bySize: { label: string; errors: ErrorSummary | undefined }[]
}

export type Backtest = { areas: AreaBacktest[]; methods: MethodErrors[]; left: number }

/**
 * Projects every area from a past census to a year that was counted since, by simple methods and beside a published
 * projection (検証). Unknown ages are distributed; empty cells take the ratio of all areas together. Only areas all
 * methods have are compared; `left` says how many were left out.
 */
export function backtest(request: BacktestRequest): Backtest {
  const { census, earlier, base, target, published, actual } = request
  const pairs = [...census.counts].flatMap(([code, counts]) => {
    const [first, second] = [counts.get(earlier), counts.get(base)]
    return first && second ? [{ code, earlier: first, later: second }] : []
  })
  const nation = changeRatios([summed(pairs)], tableAges)
  const areas = pairs.flatMap(({ code, ...pair }) => {
    const counted = actual.get(code)
    const other = published?.counts.get(code)?.get(target)
    const [before, now] = [totalOf(pair.earlier), totalOf(pair.later)]
    if (!counted || now === 0 || before === 0 || (published && !other)) return []
    const later = cohortChange({ code, pair, nation, request })
    const known = census.counts.get(code)?.get(target)
    const projected: AreaBacktest['projected'] = {
      'cohort-change': totalOf(later),
      linear: now + ((now - before) * (target - base)) / (base - earlier),
      'no-change': now,
      ...(other ? { published: totalOf(other) } : {}),
    }
    const structure = known ? { dissimilarity: dissimilarity(later, known) } : {}
    return [{ code, base: now, actual: counted, projected, ...structure }]
  })
  const methods = (Object.keys(methodLabels) as Method[]).filter(
    (method) => method !== 'published' || published,
  )
  return {
    areas,
    methods: methods.map((method) => errorsOf(areas, method)),
    left: pairs.length - areas.length,
  }
}

type AreaToProject = {
  code: string
  pair: { earlier: Count; later: Count }
  nation: ChangeRatios
  request: BacktestRequest
}

function cohortChange({ code, pair, nation, request: { base, target } }: AreaToProject): Count {
  const inputs = changeInputs({
    area: { code, name: code, level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: `${base}-10-01`,
    ages: tableAges,
    base: pair.later,
    ratios: changeRatios([pair], tableAges, { parent: nation }),
    until: target,
  })
  const state = project(inputs).population[target]
  if (!state) throw new RangeError(`${target}年は、${base}年から5年ごとの年ではありません`)
  return state
}

function summed(pairs: readonly { earlier: Count; later: Count }[]): { earlier: Count; later: Count } {
  const zeros = () => Array<number>(tableAges.openFrom / tableAges.width + 1).fill(0)
  const sum = { earlier: { M: zeros(), F: zeros() }, later: { M: zeros(), F: zeros() } }
  for (const pair of pairs) {
    for (const when of ['earlier', 'later'] as const) {
      for (const sex of ['M', 'F'] as const) {
        const into = sum[when][sex]
        for (const [group, persons] of pair[when][sex].entries())
          into[group] = (into[group] as number) + persons
      }
    }
  }
  return sum
}

function errorsOf(areas: readonly AreaBacktest[], method: Method): MethodErrors {
  const hindcasts = areas.map(({ code, actual, base, projected }) => ({
    code,
    actual,
    base,
    projected: projected[method] ?? Number.NaN,
  }))
  const summary = (some: readonly Hindcast[]) => (some.length > 0 ? summarizeErrors(some) : undefined)
  return {
    method,
    all: summarizeErrors(hindcasts),
    bySize: sizeClasses.map(({ label }, at) => ({
      label,
      errors: summary(hindcasts.filter(({ base }) => sizeClassOf(base) === at)),
    })),
  }
}

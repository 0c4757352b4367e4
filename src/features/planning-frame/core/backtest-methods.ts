import {
  dissimilarity,
  type ErrorSummary,
  type Hindcast,
  sizeClasses,
  sizeClassOf,
  summarizeErrors,
} from '#src/lib/demography/backtest.ts'
import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { type ChangeRatios, changeInputs, changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { sexes } from '#src/lib/demography/projection-inputs.ts'
import { type PastPeriod, temperedRatios } from '#src/lib/demography/tempered-ratios.ts'
import { type Count, type CountTable, tableAges, totalOf } from './count-table.ts'

export const methodLabels = {
  'cohort-change': 'コーホート変化率法',
  tempered: 'ならしたコーホート変化率法',
  linear: '直線延長',
  'no-change': '変化なし',
  published: '公表された推計',
} as const
export type Method = keyof typeof methodLabels

export type BackTestRequest = {
  census: CountTable
  /** The two census years a method may know; the step between them is that of the projection. */
  earlier: number
  base: number
  target: number
  /** What was counted at the target, by area; and by sex and age where the census has it. */
  actual: ReadonlyMap<string, number>
  published?: CountTable | undefined
}

export type AreaBackTest = {
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

export type BackTest = { areas: AreaBackTest[]; methods: MethodErrors[]; left: number }

/**
 * Projects every area from a past census to a year that was counted since, by simple methods and beside a
 * published projection (検証). Unknown ages are distributed; empty cells take the ratio of all areas together.
 * Only areas all methods have are compared; `left` says how many were left out.
 */
export function backTest(request: BackTestRequest): BackTest {
  const pairs = pairsBetween(request.census, request.earlier, request.base)
  const olderPairs = pairsBetween(request.census, request.earlier - 5, request.earlier)
  const around: Around = {
    nation: changeRatios([summed([...pairs.values()])], tableAges),
    newest: byPrefecture(pairs),
    older: byPrefecture(olderPairs),
  }
  const areas = [...pairs].flatMap(([code, pair]) => {
    const one = backTestArea({ code, pair, older: olderPairs.get(code), around, request })
    return one ? [one] : []
  })
  const methods = (Object.keys(methodLabels) as Method[]).filter(
    (method) => method !== 'published' || request.published,
  )
  return {
    areas,
    methods: methods.map((method) => errorsOf(areas, method)),
    left: pairs.size - areas.length,
  }
}

type Pair = { earlier: Count; later: Count }
type Pairs = Map<string, Pair>
type Around = { nation: ChangeRatios; newest: Pairs; older: Pairs }

function pairsBetween({ counts }: CountTable, earlier: number, later: number): Pairs {
  const pairs: Pairs = new Map()
  for (const [code, byYear] of counts) {
    const [first, second] = [byYear.get(earlier), byYear.get(later)]
    if (first && second) pairs.set(code, { earlier: first, later: second })
  }
  return pairs
}

/** The prefecture is in the first two digits of a code. */
const prefectureOf = (code: string) => code.slice(0, 2)

function byPrefecture(pairs: Pairs): Pairs {
  const members = Map.groupBy(pairs, ([code]) => prefectureOf(code))
  return new Map([...members].map(([prefecture, list]) => [prefecture, summed(list.map(([, pair]) => pair))]))
}

type AreaToTest = {
  code: string
  pair: Pair
  older: Pair | undefined
  around: Around
  request: BackTestRequest
}

function backTestArea(area: AreaToTest): AreaBackTest | undefined {
  const { code, pair, around, request } = area
  const { earlier, base, target, published, actual } = request
  const counted = actual.get(code)
  const other = published?.counts.get(code)?.get(target)
  const [before, now] = [totalOf(pair.earlier), totalOf(pair.later)]
  if (!counted || now === 0 || before === 0 || (published && !other)) return undefined
  const later = carriedOn(area, changeRatios([pair], tableAges, { parent: around.nation }))
  const tempered = carriedOn(area, temperedRatios(pastOf(area), tableAges))
  const known = request.census.counts.get(code)?.get(target)
  const projected: AreaBackTest['projected'] = {
    'cohort-change': totalOf(later),
    tempered: totalOf(tempered),
    linear: now + ((now - before) * (target - base)) / (base - earlier),
    'no-change': now,
    ...(other ? { published: totalOf(other) } : {}),
  }
  const structure = known ? { dissimilarity: dissimilarity(later, known) } : {}
  return { code, base: now, actual: counted, projected, ...structure }
}

/**
 * Past periods of an area with its prefecture, newest first; one only where the older census is not in the
 * table.
 */
function pastOf({ code, pair, older, around }: AreaToTest): PastPeriod[] {
  const prefecture = prefectureOf(code)
  const [newest, before] = [around.newest.get(prefecture) ?? pair, around.older.get(prefecture)]
  return [{ own: pair, around: newest }, ...(older && before ? [{ own: older, around: before }] : [])]
}

function carriedOn({ code, pair, request: { base, target } }: AreaToTest, ratios: ChangeRatios): Count {
  const inputs = changeInputs({
    area: { code, name: code, level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: `${base}-10-01`,
    ages: tableAges,
    base: pair.later,
    ratios,
    until: target,
  })
  const state = projectByCohortComponent(inputs).population[target]
  if (!state) throw new RangeError(`${target}年は、${base}年から5年ごとの年ではありません`)
  return state
}

function summed(pairs: readonly Pair[]): Pair {
  const zeros = () => Array<number>(tableAges.openFrom / tableAges.width + 1).fill(0)
  const sum: Pair = { earlier: { M: zeros(), F: zeros() }, later: { M: zeros(), F: zeros() } }
  for (const pair of pairs) {
    for (const when of ['earlier', 'later'] as const) {
      for (const sex of sexes) {
        const into = sum[when][sex]
        for (const [group, persons] of pair[when][sex].entries())
          into[group] = (into[group] as number) + persons
      }
    }
  }
  return sum
}

function errorsOf(areas: readonly AreaBackTest[], method: Method): MethodErrors {
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

import { type AgeBackTest, ageBackTest, type CountedClasses } from './age-back-test.ts'
import { personsInYear, stateInYear } from './age-table.ts'
import { tableAges, totalOf } from './count-table.ts'
import type { PublishedProjection } from './published-projections.ts'
import type { ScenarioRun } from './run-scenario.ts'
import type { ResidentCount } from './scenario.ts'
import { carriedOn } from './simple-methods.ts'

/** One projection beside what was counted. */
export type BackTestRow = {
  method: string
  from: number
  year: number
  projected: number
  counted: number
  /** (projected − counted) / counted, in percent. */
  percent: number
}

export type ScenarioBackTest = { rows: BackTestRow[]; ages: AgeBackTest | undefined }

type Counted = {
  name: string
  counts: readonly ResidentCount[]
  /** Projections that were published, and age classes that were counted, as the statistics keep them. */
  published?: readonly PublishedProjection[]
  classes?: readonly CountedClasses[]
}

/**
 * What is known about the trust a scenario earns (検証): the scenario itself and published projections at the years
 * counted since their base, and simple methods from earlier counts of the same city at the years that followed.
 */
export function backTestScenario(
  { result }: ScenarioRun,
  { name, counts, published = [], classes = [] }: Counted,
): ScenarioBackTest {
  const [base = 0] = result.years
  const own = counts.flatMap(({ year, persons }) => {
    const projected = year > base ? personsInYear(result, year) : undefined
    return projected === undefined ? [] : [rowOf(name, { from: base, year, projected, counted: persons })]
  })
  const others = published.flatMap(({ title, from, byYear }) =>
    counts.flatMap(({ year, persons }) => {
      const projected = year > from ? byYear.get(year)?.persons : undefined
      return projected === undefined ? [] : [rowOf(title, { from, year, projected, counted: persons })]
    }),
  )
  const known = new Map(counts.map((count) => [count.year, count]))
  const methods = counts.flatMap((target) => simpleMethods(target, known)).slice(-9)
  const stateOf = (year: number) =>
    result.ages.width === tableAges.width && result.ages.openFrom === tableAges.openFrom
      ? stateInYear(result, year)
      : undefined
  const ages = ageBackTest({ own: { name, from: base, stateOf }, counts, classes, published })
  return { rows: [...own, ...others, ...methods], ages }
}

type Compared = { from: number; year: number; projected: number; counted: number }

const rowOf = (method: string, compared: Compared): BackTestRow => ({
  method,
  ...compared,
  percent: (compared.projected / compared.counted - 1) * 100,
})

type Known = ReadonlyMap<number, ResidentCount>

function simpleMethods({ year, persons: counted }: ResidentCount, known: Known): BackTestRow[] {
  const [base, earlier] = [known.get(year - 5), known.get(year - 10)]
  if (!base || !earlier) return []
  const at = { from: base.year, year, counted }
  const change = carriedOn(earlier, base, year)
  return [
    ...(change ? [rowOf('コーホート変化率法', { ...at, projected: totalOf(change) })] : []),
    rowOf('直線延長', { ...at, projected: 2 * base.persons - earlier.persons }),
    rowOf('変化なし', { ...at, projected: base.persons }),
  ]
}

import { projectByCohortComponent } from '#src/lib/demography/cohort-component.ts'
import { changeInputs, changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import type { AgeGroups } from '#src/lib/demography/projection-inputs.ts'
import { ageBands, personsIn } from '#src/lib/demography/weighted-sum.ts'
import { personsInYear, stateIn } from './age-table.ts'
import { type Count, tableAges } from './count-table.ts'
import type { ScenarioRun } from './run-scenario.ts'
import type { ResidentCount } from './scenario.ts'

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

/** By age class, where the count has ages. */
export type AgeErrorRow = { label: string; projected: number; counted: number; percent: number | undefined }

export type ScenarioBackTest = {
  rows: BackTestRow[]
  /** The change-ratio method at the latest year counted by age. */
  ages: { from: number; year: number; rows: AgeErrorRow[] } | undefined
}

/**
 * What is known about the trust a scenario earns (検証): the scenario itself at the years counted since its
 * base, and simple methods from earlier counts of the same city at the years that followed.
 */
export function backTestScenario(
  { result }: ScenarioRun,
  { name, counts }: { name: string; counts: readonly ResidentCount[] },
): ScenarioBackTest {
  const [base = 0] = result.years
  const own = counts.flatMap(({ year, persons }) => {
    const projected = year > base ? personsInYear(result, year) : undefined
    return projected === undefined ? [] : [rowOf(name, { from: base, year, projected, counted: persons })]
  })
  const known = new Map(counts.map((count) => [count.year, count]))
  const methods = counts.flatMap((target) => simpleMethods(target, known)).slice(-9)
  return { rows: [...own, ...methods], ages: agesOf(counts, known) }
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

const totalOf = ({ M, F }: Count) => [...M, ...F].reduce((sum, persons) => sum + persons, 0)

/** The cohort change of the five years before, carried on to a year; nothing without ages or with empty cells. */
function carriedOn(earlier: ResidentCount, base: ResidentCount, year: number): Count | undefined {
  if (!earlier.ages || !base.ages || hasEmptySource(earlier.ages)) return undefined
  const inputs = changeInputs({
    area: { code: '', name: '', level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: `${base.year}-10-01`,
    ages: tableAges,
    base: base.ages,
    ratios: changeRatios([{ earlier: earlier.ages, later: base.ages }], tableAges),
    until: year,
  })
  return stateIn(projectByCohortComponent(inputs), year)
}

const hasEmptySource = ({ M, F }: Count) => [M, F].some((values) => values.slice(0, -1).includes(0))

const classes = [
  ['0～14歳', ageBands.child],
  ['15～64歳', ageBands.workingAge],
  ['65歳以上', ageBands.elderly],
  ['75歳以上', ageBands.lateElderly],
  ['20～39歳の女性', ageBands.women20to39],
] as const

function agesOf(counts: readonly ResidentCount[], known: Known): ScenarioBackTest['ages'] {
  for (const { year, ages } of counts.toReversed()) {
    const [base, earlier] = [known.get(year - 5), known.get(year - 10)]
    const projected = base && earlier && carriedOn(earlier, base, year)
    if (!ages || !projected) continue
    return {
      from: year - 5,
      year,
      rows: classes.map(([label, band]) => ageError(label, [projected, ages], { band, ages: tableAges })),
    }
  }
  return undefined
}

type Band = { band: (typeof classes)[number][1]; ages: AgeGroups }

function ageError(label: string, [projected, counted]: [Count, Count], { band, ages }: Band): AgeErrorRow {
  const [was, is] = [personsIn(projected, band, ages), personsIn(counted, band, ages)]
  return { label, projected: was, counted: is, percent: is > 0 ? (was / is - 1) * 100 : undefined }
}

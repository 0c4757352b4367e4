import { ageLabels } from '#src/lib/demography/age-groups.ts'
import type { StateBySex } from '#src/lib/demography/cohort-component.ts'
import { type District, districtPrintRules, projectDistricts } from '#src/lib/demography/districts.ts'
import { changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { roundForPrint, roundToSum } from '#src/lib/demography/print-rounding.ts'
import { ProjectionError } from '#src/lib/demography/projection-error.ts'
import { stateIn } from './age-table.ts'
import type { Assumptions } from './assumptions.ts'
import { type Count, tableAges, totalOf } from './count-table.ts'
import { type DistrictSet, districtBasisLabels } from './district-set.ts'
import type { ScenarioRun } from './run-scenario.ts'

type AgeClasses = { child: number; workingAge: number; elderly: number }

/** One district by year in whole persons: the totals of all districts add up to that of the city. */
export type DistrictCourse = {
  name: string
  years: { year: number; total: number; classes: AgeClasses }[]
  population: Record<string, StateBySex>
}
export type DistrictRun = { districts: DistrictCourse[]; notes: string[] }

type Given = { run: ScenarioRun; assumptions: Assumptions; set: DistrictSet }

/** Persons at which the own change of a district weighs as much as that of the city (planning frame 3.8). */
const kappa = 50

/**
 * The districts under one case (地区別推計): each by its own cohort change, drawn towards that of the city where few
 * people live, with the entrants of sites of its name, then fitted to the city's sex and age in every year.
 */
export function runDistricts(given: Given): DistrictRun | { problem: string } {
  const problem = whyNot(given)
  if (problem) return { problem }
  const { run, assumptions, set } = given
  const { result, inputs } = run
  const [base = 0] = result.years
  const around = cityChange(given)
  const districts = set.districts.map(({ name, counts }, at): District => {
    const [earlier, later] = [counts.find(({ year }) => year === base - inputs.step), countIn(counts, base)]
    const ratios = earlier ? changeRatios([{ earlier, later }], tableAges, { parent: around, kappa }) : around
    const area = { code: String(at + 1), name, level: 'district' } as const
    return { area, base: later, ratios, additions: additionsOf(name, given) }
  })
  try {
    const { ages, basis, baseDate } = inputs
    const city = { ages, basis, baseDate, years: result.years, population: result.population }
    const states = projectDistricts(districts, city)
    return {
      districts: printed(
        states.map(({ area, population }) => ({ name: area.name, population })),
        run,
      ),
      notes: [...gapNote(given), ...siteNotes(assumptions, set)],
    }
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error
    return { problem: error.problems.map(({ message }) => message).join('。') }
  }
}

function whyNot({ run: { inputs, result }, set }: Given): string | undefined {
  const { ages, basis } = inputs
  const [base] = result.years
  if (ages.width !== tableAges.width || ages.openFrom !== tableAges.openFrom) {
    return '地区の推計は、5歳階級・90歳以上までのケースでできます'
  }
  if (basis !== set.basis && !(basis === 'census' && set.basis === 'census-adjusted')) {
    return `地区の人口は${districtBasisLabels[set.basis]}、ケースは別の基準の人口です。数え方が違う人口は、1つの計算に混ぜません`
  }
  const without = set.districts.filter(({ counts }) => !counts.some(({ year }) => year === base))
  if (without.length === 0) return undefined
  return `推計の始まりの${base}年の人口が、地区の表にありません（${without.map(({ name }) => name).join('、')}）`
}

const countIn = (counts: DistrictSet['districts'][number]['counts'], year: number): Count =>
  counts.find((count) => count.year === year) ?? { M: [], F: [] }

/** The change of all districts together; where no earlier count is, what the case says of its first step. */
function cityChange({ run: { result, inputs }, set }: Given) {
  const [base = 0, next = 0] = result.years
  const before = base - inputs.step
  const hasEarlier = set.districts.every(({ counts }) => counts.some(({ year }) => year === before))
  const pair = hasEarlier
    ? { earlier: summed(set, before), later: summed(set, base) }
    : { earlier: stateIn(result, base), later: stateIn(result, next) }
  return changeRatios([pair], tableAges)
}

function summed({ districts }: DistrictSet, year: number): Count {
  const add = (sex: 'M' | 'F') =>
    ageLabels(tableAges).map((_, age) =>
      districts.reduce((sum, { counts }) => sum + (countIn(counts, year)[sex][age] ?? 0), 0),
    )
  return { M: add('M'), F: add('F') }
}

/** The entrants of the sites that bear the name of the district, a list a period. */
function additionsOf(name: string, { run: { inputs }, assumptions }: Given) {
  const ids = new Set(assumptions.sites.flatMap((site, at) => (site.name === name ? [`site-${at + 1}`] : [])))
  return inputs.periods.map(({ additions = [] }) => additions.filter(({ id }) => ids.has(id)))
}

function siteNotes({ sites }: Assumptions, { districts }: DistrictSet): string[] {
  const names = new Set(districts.map(({ name }) => name))
  const elsewhere = sites.filter(({ name }) => !names.has(name))
  if (elsewhere.length === 0) return []
  return [
    `開発の地区「${elsewhere.map(({ name }) => name).join('」「')}」は、地区の表にない名前なので、その入居者は市全体の人口に合わせるときに、すべての地区に分かれています。`,
  ]
}

/** Districts that are not the whole city are scaled to it: said where it is more than a percent. */
function gapNote({ run: { result }, set }: Given): string[] {
  const [base = 0] = result.years
  const [all, city] = [totalOf(summed(set, base)), totalOf(stateIn(result, base))]
  const percent = (all / city - 1) * 100
  if (Math.abs(percent) <= 1) return []
  const words = `${Math.abs(Math.round(percent * 10) / 10)}％${percent > 0 ? '多い' : '少ない'}`
  return [`地区の${base}年の人口の合計は、市より${words}ので、市に合うように直しています。`]
}

type Fitted = { name: string; population: Record<string, StateBySex> }

function printed(fitted: readonly Fitted[], { result }: ScenarioRun): DistrictCourse[] {
  const byYear = new Map(
    result.years.map((year) => {
      const exact = fitted.map(({ population }) => totalOf(stateIn({ population }, year)))
      return [year, roundToSum(exact, Math.round(totalOf(stateIn(result, year))))]
    }),
  )
  return fitted.map(({ name, population }, at) => ({
    name,
    population,
    years: result.years.map((year) => {
      const total = byYear.get(year)?.[at] ?? 0
      return { year, total, classes: classesOf(stateIn({ population }, year), total) }
    }),
  }))
}

/** The three classes of a district, adding up to its printed total. */
function classesOf(state: StateBySex, total: number): AgeClasses {
  const { classes, total: own } = roundForPrint(state, tableAges)
  return { ...classes, workingAge: classes.workingAge + total - own }
}

/** What is shown of an age group of a district: its persons, or that they are too few to be shown. */
export type ShownCell = number | 'few'

/**
 * A district by five-year age, both sexes together, where it may be shown: not under 1,000 residents, and no cell under
 * 20 (too uncertain, and close to single people).
 */
export function shownAges(course: DistrictCourse): { label: string; cells: ShownCell[] }[] | undefined {
  if (course.years.some(({ total }) => total < districtPrintRules.fewestForAges)) return undefined
  return ageLabels(tableAges).map((label, age) => ({
    label,
    cells: course.years.map(({ year }) => {
      const { M, F } = stateIn(course, year)
      const persons = Math.round((M[age] ?? 0) + (F[age] ?? 0))
      return persons < districtPrintRules.fewestForCell ? 'few' : persons
    }),
  }))
}

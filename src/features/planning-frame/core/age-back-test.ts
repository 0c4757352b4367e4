import { type AgeBand, ageBands, personsIn } from '#src/lib/demography/weighted-sum.ts'
import { type Count, tableAges } from './count-table.ts'
import type { PublishedProjection } from './published-projections.ts'
import type { ResidentCount } from './scenario.ts'
import { carriedOn } from './simple-methods.ts'

/** Counted residents of one year by age class, as far as they are known. */
export type CountedClasses = {
  year: number
  child: number
  workingAge: number
  elderly: number
  note: string
}

/** What one method said of an age class, and its error in percent. */
export type AgeErrorCell = { projected: number; percent: number | undefined }
export type AgeErrorRow = { label: string; counted: number; cells: AgeErrorCell[] }
export type AgeBackTest = { year: number; methods: string[]; rows: AgeErrorRow[]; note: string }

const classes = [
  ['0～14歳', 'child'],
  ['15～64歳', 'workingAge'],
  ['65歳以上', 'elderly'],
] as const
const finer = [
  ['75歳以上', ageBands.lateElderly],
  ['20～39歳の女性', ageBands.women20to39],
] as const satisfies readonly (readonly [string, AgeBand])[]

type Given = {
  /** The scenario itself, where it began before the year. */
  own: { name: string; from: number; stateOf: (year: number) => Count | undefined }
  counts: readonly ResidentCount[]
  classes: readonly CountedClasses[]
  published: readonly PublishedProjection[]
}

/**
 * The error by age in the latest year that was counted by age class: of the scenario, of published projections, and of
 * simple methods that knew the counts ten and five years before.
 */
export function ageBackTest(given: Given): AgeBackTest | undefined {
  const known = new Map(given.counts.map((count) => [count.year, count]))
  const years = [...given.counts.filter(({ ages }) => ages), ...given.classes].map(({ year }) => year)
  for (const year of [...new Set(years)].sort((a, b) => b - a)) {
    const methods = methodsOf(given, known, year)
    const target = targetOf(given, known, year)
    if (methods.length === 0 || !target) continue
    const rows = target.rows.map(({ label, band, counted }) => ({
      label,
      counted,
      cells: methods.map(({ persons }) => {
        const projected = persons(band)
        return { projected, percent: counted > 0 ? (projected / counted - 1) * 100 : undefined }
      }),
    }))
    return { year, methods: methods.map(({ name }) => name), rows, note: target.note }
  }
  return undefined
}

type Method = { name: string; persons: (band: AgeBand) => number }
type Known = ReadonlyMap<number, ResidentCount>

function methodsOf({ own, published }: Given, known: Known, year: number): Method[] {
  const method = (name: string, count: Count | undefined): Method[] =>
    count ? [{ name, persons: (band) => personsIn(count, band, tableAges) }] : []
  const [base, earlier] = [known.get(year - 5), known.get(year - 10)]
  const simple =
    base?.ages && earlier?.ages
      ? [
          ...method('コーホート変化率法', carriedOn(earlier, base, year)),
          ...method('直線延長', extended(earlier.ages, base.ages)),
        ]
      : []
  return [
    ...(year > own.from ? method(own.name, own.stateOf(year)) : []),
    ...published.flatMap(({ title, from, byYear }) =>
      year > from ? method(title, byYear.get(year)?.ages) : [],
    ),
    ...simple,
    ...method('変化なし', base?.ages),
  ]
}

/** Every age goes on as it changed; groups that would become negative are at zero. */
function extended(earlier: Count, base: Count): Count {
  const on = (sex: 'M' | 'F') =>
    base[sex].map((persons, age) => Math.max(0, 2 * persons - (earlier[sex][age] ?? 0)))
  return { M: on('M'), F: on('F') }
}

type Target = { rows: { label: string; band: AgeBand; counted: number }[]; note: string }

function targetOf({ classes: counted }: Given, known: Known, year: number): Target | undefined {
  const ages = known.get(year)?.ages
  if (ages) {
    const bands = [...classes.map(([label, key]) => [label, ageBands[key]] as const), ...finer]
    const rows = bands.map(([label, band]) => ({ label, band, counted: personsIn(ages, band, tableAges) }))
    return { rows, note: '' }
  }
  const found = counted.find((one) => one.year === year)
  if (!found) return undefined
  const rows = classes.map(([label, key]) => ({ label, band: ageBands[key], counted: found[key] }))
  return { rows, note: found.note }
}

import { groupCount } from './age-groups.ts'
import type { AgeGroups } from './projection-inputs.ts'

/**
 * A life table by single years, radix 1: survivors l_x, person-years L_x and T_x, from age 0 to where nobody
 * is left.
 */
export type LifeTable = { survivors: Float64Array; years: Float64Array; yearsAbove: Float64Array }

/**
 * Life table from probabilities of death q_x by single year: l_{x+1} = l_x(1 − q_x), L_x = (l_x + l_{x+1})/2,
 * and in the first year L_0 = l_1 + 0.2(l_0 − l_1), a crude rule for early deaths. The last q has to be 1,
 * else what lies beyond would be lost; RangeError then, or when a q is outside 0–1.
 */
export function lifeTable(deaths: readonly number[]): LifeTable {
  if (deaths.at(-1) !== 1) throw new RangeError('生命表の最後の死亡率は1でなければなりません')
  const count = deaths.length
  const survivors = new Float64Array(count + 1)
  const years = new Float64Array(count)
  survivors[0] = 1
  for (const [age, dying] of deaths.entries()) {
    if (!(dying >= 0 && dying <= 1)) throw new RangeError(`${age}歳の死亡率が${dying}です`)
    const alive = survivors[age] as number
    const later = alive * (1 - dying)
    survivors[age + 1] = later
    years[age] = age === 0 ? later + 0.2 * (alive - later) : (alive + later) / 2
  }
  const yearsAbove = new Float64Array(count + 1)
  for (let age = count - 1; age >= 0; age -= 1) {
    yearsAbove[age] = (yearsAbove[age + 1] as number) + (years[age] as number)
  }
  return { survivors, years, yearsAbove }
}

/** Life expectancy at birth in years: T_0 / l_0. */
export const lifeExpectancy = ({ yearsAbove, survivors }: LifeTable): number =>
  (yearsAbove[0] as number) / (survivors[0] as number)

/**
 * Survival ratios for one sex, as `PeriodInputs.survival` wants them (planning frame 3.1): S_0 = zL_0/z,
 * S_i = zL_i/zL_{i−1}; open group pooled T_o/T_{o−z}, or split zL_o/zL_{o−z} and T_{o+z}/T_o.
 */
export function survivalRatios(table: LifeTable, ages: AgeGroups, openGroup: 'pooled' | 'split'): number[] {
  const { width, openFrom } = ages
  const above = (age: number) => table.yearsAbove[Math.min(age, table.yearsAbove.length - 1)] as number
  const lived = (from: number) => above(from) - above(from + width)
  const closed = Array.from({ length: groupCount(ages) - 1 }, (_, group) =>
    group === 0 ? lived(0) / width : lived(group * width) / lived((group - 1) * width),
  )
  if (openGroup === 'pooled') return [...closed, above(openFrom) / above(openFrom - width)]
  return [...closed, lived(openFrom) / lived(openFrom - width), above(openFrom + width) / above(openFrom)]
}

/**
 * Ratios of a year between two tables, linear in calendar time; before the first and after the second they
 * stay.
 */
export function survivalBetween(
  first: { year: number; ratios: readonly number[] },
  second: { year: number; ratios: readonly number[] },
  year: number,
): number[] {
  const part = Math.min(1, Math.max(0, (year - first.year) / (second.year - first.year)))
  return first.ratios.map((ratio, at) => ratio + part * ((second.ratios[at] as number) - ratio))
}

/**
 * Splits an open group into closed groups and a later open one, in proportion to the person-years of a life
 * table: 85歳以上 into 85–89 and 90歳以上. The result is an estimate (推計) and to be called so.
 */
export function splitOpenGroup(persons: readonly number[], table: LifeTable, wanted: AgeGroups): number[] {
  const { width, openFrom } = wanted
  const from = (persons.length - 1) * width
  if (from >= openFrom) throw new RangeError(`${from}歳以上を、${openFrom}歳以上に分けることはできません`)
  const open = persons.at(-1) as number
  const parts: number[] = []
  for (let age = from; age < openFrom; age += width) {
    parts.push(open * (shareAbove(table, from, age) - shareAbove(table, from, age + width)))
  }
  return [...persons.slice(0, -1), ...parts, open * shareAbove(table, from, openFrom)]
}

/**
 * The share of persons above `from` who are above `to`, for a split of an open group (85歳以上 → 90歳以上):
 * T_to/T_from.
 */
export const shareAbove = (table: LifeTable, from: number, to: number): number =>
  (table.yearsAbove[to] as number) / (table.yearsAbove[from] as number)

import { bandShares } from './age-groups.ts'
import type { AgeGroups, AgeValues } from './projection-inputs.ts'

/**
 * Whole numbers that add up to `total`, by largest remainder (Hamilton's method); at a tie the lower index
 * wins. A total further from the sum than the values could give or take one each is refused with RangeError.
 */
export function roundToSum(values: readonly number[], total: number): number[] {
  const rounded = values.map((value) => Math.floor(value))
  const missing = total - rounded.reduce((sum, value) => sum + value, 0)
  if (!Number.isInteger(missing) || missing < 0 || missing > values.length) {
    throw new RangeError(`端数処理：合計を${total}にできません`)
  }
  const byRemainder = values
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, missing)) rounded[at] = (rounded[at] as number) + 1
  return rounded
}

/** Residents in whole persons that add up in every way they are printed. */
export type PrintedPopulation = {
  total: number
  /** 年少・生産年齢・老年人口 */
  classes: { child: number; workingAge: number; elderly: number }
  M: number[]
  F: number[]
}

/** Rounds for print: first the total, then the three age classes, then the cells within each class. */
export function roundForPrint(state: AgeValues, ages: AgeGroups): PrintedPopulation {
  const groups = state.M.length
  const cells = [...state.M, ...state.F]
  const classOf = classesByGroup(ages)
  const sums = [0, 0, 0]
  for (const [cell, persons] of cells.entries()) {
    const at = classOf[cell % groups] as number
    sums[at] = (sums[at] as number) + persons
  }
  const total = Math.round(cells.reduce((sum, persons) => sum + persons, 0))
  const [child, workingAge, elderly] = roundToSum(sums, total) as [number, number, number]
  const printed = new Array<number>(cells.length).fill(0)
  for (const [at, goal] of [child, workingAge, elderly].entries()) {
    const members = [...cells.keys()].filter((cell) => classOf[cell % groups] === at)
    const whole = roundToSum(
      members.map((cell) => cells[cell] as number),
      goal,
    )
    for (const [position, cell] of members.entries()) printed[cell] = whole[position] as number
  }
  return {
    total,
    classes: { child, workingAge, elderly },
    M: printed.slice(0, groups),
    F: printed.slice(groups),
  }
}

/** 0 child, 1 working age, 2 elderly, for each group. */
function classesByGroup(ages: AgeGroups): number[] {
  const young = bandShares(ages, 0, 15)
  const old = bandShares(ages, 65, Number.POSITIVE_INFINITY)
  return Array.from(young, (share, group) => (share === 1 ? 0 : old[group] === 1 ? 2 : 1))
}

import { groupCount } from './age-groups.ts'
import { termsOf } from './period-terms.ts'
import type { AgeGroups, ProjectionInputs } from './projection-inputs.ts'
import type { StepPlan } from './step-plan.ts'

/** A case as it was given and as numbers, with its base of males and females. */
export type RunToModel = { inputs: ProjectionInputs; plan: StepPlan; base: Float64Array }

/**
 * The city's own pattern of moves: absolute net rates averaged over the periods, smoothed over three groups,
 * scaled so that a unit moves as many people as the base has. Where a case holds no moves of its own, young
 * adults and children.
 */
export function migrationShape({ inputs, plan, base }: RunToModel): Float64Array {
  const { groups } = plan
  const rates = new Float64Array(2 * groups)
  for (const period of inputs.periods) {
    const terms = termsOf(period)
    for (const [sex, at] of [
      ['M', 0],
      ['F', groups],
    ] as const) {
      const { rate, inflow, half, halfShare, end, endShare } = terms[sex]
      for (let group = 1; group < groups; group += 1) {
        const source = base[at + group - 1] as number
        const persons = (inflow[group] as number) + 2 * (half[group] as number) + (end[group] as number)
        const share = 2 * (halfShare[group] as number) + (endShare[group] as number)
        const net = (rate[group] as number) + share + (source > 0 ? persons / source : 0)
        rates[at + group] = (rates[at + group] as number) + Math.abs(net)
      }
    }
  }
  const pattern = rates.some((rate) => rate > 0) ? smoothed(rates, groups) : usualPattern(inputs.ages)
  return scaledToBase(pattern, base, groups)
}

function smoothed(rates: Float64Array, groups: number): Float64Array {
  return rates.map((rate, cell) => {
    const group = cell % groups
    if (group === 0) return 0
    const before = group > 1 ? (rates[cell - 1] as number) : rate
    const after = group < groups - 1 ? (rates[cell + 1] as number) : rate
    return (before + 2 * rate + after) / 4
  })
}

/**
 * Moves are most common at 20–34 and among small children, and rare with age. Used only where nothing is
 * known.
 */
function usualPattern(ages: AgeGroups): Float64Array {
  const groups = groupCount(ages)
  return Float64Array.from({ length: 2 * groups }, (_, cell) => {
    const age = (cell % groups) * ages.width
    if (age === 0) return 0
    return 0.15 + Math.exp(-age / 8) + 1.5 * Math.exp(-(((age - 26) / 8) ** 2))
  })
}

function scaledToBase(pattern: Float64Array, base: Float64Array, groups: number): Float64Array {
  let moved = 0
  let persons = 0
  for (const [cell, count] of base.entries()) {
    persons += count
    const isOpen = cell % groups === groups - 1
    moved += count * (pattern[isOpen ? cell : cell + 1] as number)
  }
  return pattern.map((value) => (value * persons) / moved)
}

/** 1 − S of every transition; nothing where the ratio holds moves and is above 1. */
export function mortalityOf({ inputs, plan }: RunToModel): Float64Array {
  const deaths = new Float64Array(plan.steps * 2 * plan.groups)
  for (const [step, { survival }] of inputs.periods.entries()) {
    for (const [sex, at] of [
      ['M', 0],
      ['F', plan.groups],
    ] as const) {
      for (let group = 1; group < plan.groups; group += 1) {
        const cell = step * 2 * plan.groups + at + group
        deaths[cell] = Math.max(0, 1 - (survival[sex][group] as number))
      }
    }
  }
  return deaths
}

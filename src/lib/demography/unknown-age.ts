import type { AgeValues } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'

/** Residents with unknown ages distributed, how many there were, and their share of all (0–1). */
export type DistributedAges = {
  base: { M: number[]; F: number[] }
  unknownPersons: number
  unknownShare: number
  /** More than 3 %: the age structure rests on a guess to be told beside the result. */
  isLarge: boolean
}

/**
 * Distributes residents of unknown age (年齢不詳按分) over the groups of their sex in proportion: P_i·(ΣP + U)/ΣP.
 * The basis of the result is `census-adjusted`. RangeError where there are only unknown ages.
 */
export function distributeUnknown(known: AgeValues, unknown: { M: number; F: number }): DistributedAges {
  const base: { M: number[]; F: number[] } = { M: [], F: [] }
  let persons = 0
  for (const sex of sexes) {
    const sum = known[sex].reduce((total, value) => total + value, 0)
    if (sum === 0 && unknown[sex] > 0) throw new RangeError('全員の年齢が不詳なので、按分できません')
    const factor = sum === 0 ? 1 : (sum + unknown[sex]) / sum
    base[sex] = known[sex].map((value) => value * factor)
    persons += sum + unknown[sex]
  }
  const unknownPersons = unknown.M + unknown.F
  const unknownShare = persons === 0 ? 0 : unknownPersons / persons
  return { base, unknownPersons, unknownShare, isLarge: unknownShare > 0.03 }
}

/**
 * Factors from one basis to another by sex and age (planning frame 3.12): census-adjusted over register of
 * one day.
 */
export function basisFactors(wanted: AgeValues, given: AgeValues): { M: number[]; F: number[] } {
  const ratios = (sex: 'M' | 'F') =>
    given[sex].map((persons, at) => {
      const goal = wanted[sex][at] as number
      if (persons === 0 && goal > 0) throw new RangeError('0人の年齢区分は、換算できません')
      return persons === 0 ? 1 : goal / persons
    })
  return { M: ratios('M'), F: ratios('F') }
}

/** Residents times factors by sex and age. */
export function convertBasis(given: AgeValues, factors: AgeValues): { M: number[]; F: number[] } {
  const times = (sex: 'M' | 'F') => given[sex].map((persons, at) => persons * (factors[sex][at] as number))
  return { M: times('M'), F: times('F') }
}

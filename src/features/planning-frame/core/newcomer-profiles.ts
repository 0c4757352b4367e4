import { groupCount } from '#src/lib/demography/age-groups.ts'
import type { AgeGroups, AgeValues } from '#src/lib/demography/projection-inputs.ts'

/** Who comes, by age: shares of five-year groups of one sex, which are examples and no counted figures. */
const exampleShares = {
  family: { 0: 22, 5: 14, 10: 6, 20: 4, 25: 12, 30: 20, 35: 13, 40: 6, 45: 3 },
  young: { 15: 8, 20: 46, 25: 36, 30: 10 },
} as const

export const profileLabels = {
  family: '子育て世帯（例）',
  young: '若者（例）',
  residents: 'いまの住民と同じ',
} as const
export type ProfileName = keyof typeof profileLabels
export const profileNames = Object.keys(profileLabels) as ProfileName[]

/** One newcomer by sex and age (Σ = 1): an example profile, or the age structure of the residents. */
export function newcomerProfile(name: ProfileName, ages: AgeGroups, residents: AgeValues): AgeValues {
  if (name === 'residents') return shares(residents)
  const values = Array.from({ length: groupCount(ages) }, (_, group) => {
    const from = group * ages.width
    const five = Math.floor(from / 5) * 5
    return from >= ages.openFrom ? 0 : ((exampleShares[name] as Record<number, number>)[five] ?? 0)
  })
  return shares({ M: values, F: values })
}

function shares({ M, F }: AgeValues): AgeValues {
  const sum = [...M, ...F].reduce((total, value) => total + value, 0)
  if (!(sum > 0)) throw new RangeError('人口が0人なので、年齢構成がありません')
  return { M: M.map((value) => value / sum), F: F.map((value) => value / sum) }
}

import { z } from 'zod'
import { groupCount } from '#src/lib/demography/age-groups.ts'
import type { AgeGroups, AgeValues } from '#src/lib/demography/projection-inputs.ts'
import { pastedRows } from '#src/lib/table/pasted-rows.ts'
import { readByAge, tableByAge } from './table-by-age.ts'

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

/** The label of a built-in profile; the city's own are called as they are named. */
export const profileLabel = (name: string): string => profileLabels[name as ProfileName] ?? name

/** どんな人か of the city's own records: persons by sex and age, whose shares are what counts. */
export const ownProfile = z.strictObject({
  name: z.string(),
  M: z.array(z.number().min(0)),
  F: z.array(z.number().min(0)),
})
export type OwnProfile = z.infer<typeof ownProfile>

type Among = { ages: AgeGroups; residents: AgeValues; own?: readonly OwnProfile[] }

/** One newcomer by sex and age (Σ = 1): the city's own profile, an example, or the age structure of the residents. */
export function newcomerProfile(name: string, { ages, residents, own = [] }: Among): AgeValues {
  const recorded = own.find((one) => one.name === name)
  if (recorded) return shares(recorded)
  if (name === 'residents') return shares(residents)
  const example: Record<number, number> = exampleShares[name as keyof typeof exampleShares]
  if (!example) throw new RangeError(`「${name}」という年齢構成はありません`)
  const values = Array.from({ length: groupCount(ages) }, (_, group) => {
    const from = group * ages.width
    const five = Math.floor(from / 5) * 5
    return from >= ages.openFrom ? 0 : (example[five] ?? 0)
  })
  return shares({ M: values, F: values })
}

const profileHead = ['名前', '性別', '年齢', '人数']

/** The city's own profiles as a table to paste from and into a spreadsheet; ages without anybody have no row. */
export function profileTable({ ages }: { ages: AgeGroups }, own: readonly OwnProfile[]): string {
  const rows = own.flatMap((profile) =>
    tableByAge([], ages, (sex, group) => {
      const persons = profile[sex][group] ?? 0
      return persons > 0 ? [String(persons)] : undefined
    })
      .split('\n')
      .slice(1)
      .map((row) => `${profile.name}\t${row}`),
  )
  return own.length === 0 ? '' : [profileHead.join('\t'), ...rows].join('\n')
}

/** Reads the city's own profiles, a row a name, sex and age: ages that are left out have nobody. */
export function readProfileTable(
  text: string,
  { ages }: { ages: AgeGroups },
): { rows: OwnProfile[]; problem?: undefined } | { rows?: undefined; problem: string } {
  const own: OwnProfile[] = []
  const named = Map.groupBy(pastedRows(text), ({ cells }) => cells[0] ?? '')
  for (const [name, rows] of named) {
    const line = rows[0]?.line
    if (name === '' || name.length > 40) return { problem: `${line}行目：名前を40字以内で書いてください` }
    if (profileNamed(name)) return { problem: `${line}行目：「${name}」は、はじめからある名前です` }
    const cells = rows.map((row) => ({ ...row, cells: row.cells.slice(1) }))
    const read = readByAge(cells, { ages, columns: ['人数'], least: 0, isNeeded: () => false })
    if (typeof read === 'string') return { problem: read }
    const [persons] = read
    if (!persons || [...persons.M, ...persons.F].every((count) => count === 0)) {
      return { problem: `${line}行目：「${name}」の人数が、すべて0人です` }
    }
    own.push({ name, ...persons })
  }
  return { rows: own }
}

/** A built-in profile by its label, with or without 「（例）」. */
export const profileNamed = (words: string): ProfileName | undefined => {
  const bare = (label: string) => label.normalize('NFKC').replace(/\(例\)$/, '')
  return profileNames.find((name) => bare(profileLabels[name]) === bare(words))
}

function shares({ M, F }: Pick<AgeValues, 'M' | 'F'>): AgeValues {
  const sum = [...M, ...F].reduce((total, value) => total + value, 0)
  if (!(sum > 0)) throw new RangeError('人口が0人なので、年齢構成がありません')
  return { M: M.map((value) => value / sum), F: F.map((value) => value / sum) }
}

import { readSex } from '#src/lib/demography/read-age-label.ts'
import { canonicalAge, type Sex } from './age-items.ts'

/** A dimension of a table of e-Stat beside area and time: its name and those of its classes. */
export type Dimension = { name: string; classes: ReadonlyMap<string, string> }

/** Which sex and age a value is about, by the codes of its dimensions; nothing where it is about something else besides. */
export type AgeReader = (codes: readonly string[]) => { sex: Sex; age: string } | undefined

/**
 * Residents by sex and age among the tables of e-Stat: one dimension is 男女, one is 年齢, and every other says 総数, 人口 or
 * has a single class. Then the figures are the same items as those of a table by sex and age.
 */
export function ageReaderOf(dimensions: readonly Dimension[]): AgeReader | undefined {
  const sexAt = dimensions.findIndex(({ name, classes }) => /男女/.test(name) && everySex(classes))
  const ageAt = dimensions.findIndex(({ name }, at) => at !== sexAt && /年齢/.test(name))
  if (sexAt < 0 || ageAt < 0) return undefined
  const nameAt = (codes: readonly string[], at: number) => dimensions[at]?.classes.get(codes[at] ?? '') ?? ''
  return (codes) => {
    const isWhole = dimensions.every(
      ({ classes }, at) =>
        at === sexAt || at === ageAt || classes.size === 1 || isEverybody(nameAt(codes, at)),
    )
    const sex = sexOf(nameAt(codes, sexAt))
    const age = canonicalAge(plain(nameAt(codes, ageAt)))
    return isWhole && sex && age !== undefined ? { sex, age } : undefined
  }
}

const everySex = (classes: ReadonlyMap<string, string>) =>
  [...classes.values()].every((name) => sexOf(name) !== undefined)

function sexOf(name: string): Sex | undefined {
  return /^(総数|男女計|計)(（.*）)?$/.test(name) ? 'T' : readSex(name)
}

/** 国籍総数（年齢・国籍不詳を含む）, 総数, 人口: nobody is left out. */
const isEverybody = (name: string) => /^([^・]*総数|人口)(（.*）)?$/.test(name)

/** 総数（年齢） or 総数（国籍・年齢不詳を含む） is the total. */
const plain = (name: string) => name.replace(/（.*）$/, '')

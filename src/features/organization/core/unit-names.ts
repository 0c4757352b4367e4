import { parentsOn } from './unit-tree.ts'
import { hasEnded, type OrganizationUnit } from './units.ts'

/** A unit as files name it: its name, and the name of the unit above. */
export type NamedUnit = { id: string; name: string; above: string }

/** The units as they are named on a day. */
export function namedUnits(units: readonly OrganizationUnit[], day: string): NamedUnit[] {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const parentOf = parentsOn(units, day)
  return units.map((unit) => ({
    id: unit.id,
    name: unit.name,
    above: names.get(parentOf(unit) ?? '') ?? '',
  }))
}

/** The name of the unit above and the own name: 総務部／庶務係 gives ['総務部', '庶務係']. */
export const nameParts = (text: string) => text.split(/[／/]/).map((part) => part.trim())

/**
 * Finds the one unit a file means by a name, or by 上の組織／名前 where a name occurs twice. `others` are looked at only when
 * none of `units` has the name.
 */
export function lookUpUnit(
  units: readonly NamedUnit[],
  text: string,
  others: readonly NamedUnit[] = [],
): { id: string; problem?: undefined } | { problem: string } {
  const parts = nameParts(text)
  const [above, name] = [parts.at(-2), parts.at(-1) ?? '']
  const isMeant = (unit: NamedUnit) => unit.name === name && (above === undefined || unit.above === above)
  const first = units.filter(isMeant)
  const fitting = first.length > 0 ? first : others.filter(isMeant)
  const [only, ...more] = fitting
  if (!only) return { problem: `「${text}」という組織がありません` }
  if (more.length === 0) return { id: only.id }
  const choices = fitting.map((unit) => `「${unit.above}／${unit.name}」`).join('')
  return { problem: `「${name}」は${fitting.length}つあります。${choices}のように書いてください` }
}

/** The name of a unit as a file should write it: with the unit above where the name occurs twice. */
export function writtenName(units: readonly NamedUnit[], unitId: string): string {
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) return ''
  const isDoubled = units.some(({ id, name }) => id !== unitId && name === unit.name)
  return isDoubled && unit.above ? `${unit.above}／${unit.name}` : unit.name
}

/** How files name units on one day or another. */
export type NamesOnDays = ReturnType<typeof namesOnDays>

/**
 * Reads and writes the names of units as of the day a line is about.
 *
 * Units are often written down with a later first day than they had: a name that no unit has on the day is looked for
 * among those to come.
 */
export function namesOnDays(units: readonly OrganizationUnit[]) {
  const days = new Map<string, { valid: NamedUnit[]; coming: NamedUnit[] }>()
  const namesOn = (day: string) => {
    const remembered = days.get(day)
    if (remembered) return remembered
    const begin = new Map(
      units.filter((unit) => !hasEnded(unit, day)).map((unit) => [unit.id, unit.validFrom]),
    )
    const named = namedUnits(units, day)
    const isFitting = (test: (first: string) => boolean) =>
      named.filter(({ id }) => {
        const first = begin.get(id)
        return first !== undefined && test(first)
      })
    const names = { valid: isFitting((first) => first <= day), coming: isFitting((first) => first > day) }
    days.set(day, names)
    return names
  }
  return {
    lookUp(text: string, day: string) {
      const { valid, coming } = namesOn(day)
      return lookUpUnit(valid, text, coming)
    },
    write(unitId: string, day: string) {
      const { valid, coming } = namesOn(day)
      const plain = units.find(({ id }) => id === unitId)?.name ?? ''
      return writtenName(valid, unitId) || writtenName(coming, unitId) || plain
    },
  }
}

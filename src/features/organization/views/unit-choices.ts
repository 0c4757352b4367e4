import type { Choice } from '#src/ui/field.tsx'
import { flattened, unitTree } from '../core/unit-tree.ts'
import { byId, type OrganizationUnit } from '../core/units.ts'

/**
 * The units of a day as choices, in the order of the tree, those below another further in. `keep` are units that stay to be
 * chosen though they are not there that day: what is saved must not change by opening a form.
 */
export function unitChoices(
  units: readonly OrganizationUnit[],
  day: string,
  keep: readonly (string | null | undefined)[] = [],
): Choice[] {
  const choices = flattened(unitTree(units, day)).map(({ unit, depth }) => ({
    value: unit.id,
    label: `${'　'.repeat(depth)}${unit.name}`,
  }))
  const known = byId(units)
  const kept = [...new Set(keep)].flatMap((id) => {
    const unit = id ? known.get(id) : undefined
    return unit && !choices.some(({ value }) => value === unit.id) ? [keptChoice(unit, day)] : []
  })
  return [...choices, ...kept]
}

const keptChoice = ({ id, name, validFrom }: OrganizationUnit, day: string): Choice => ({
  value: id,
  label: `${name}（${validFrom > day ? '準備中' : '廃止'}）`,
})

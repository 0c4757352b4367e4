import type { Json } from '../edits/edit.ts'
import { fieldWord } from '../field-words.ts'
import type { PlanSides } from '../plan-sides.ts'
import type { FieldRule } from './found.ts'
import { valuesOf } from './found.ts'

/** Another unit is responsible; told apart from 組織改編, where the new one took over from the old. */
export const ownerChanged: FieldRule = (found, field, edits) => {
  const values = valuesOf(edits[0])
  const [before, after] = [idsOf(values.before), idsOf(values.after)]
  return [
    {
      kind: 'owner-changed',
      subject: found.subject,
      field,
      label: fieldWord(found.address.type, field),
      before,
      after,
      byReorganization: isReorganization(found.sides, before, after),
      edits: [...edits],
    },
  ]
}

function idsOf(value: Json | undefined): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((id) => typeof id === 'string')
}

/** Every unit that left handed over to one that came, and every one that came took over from one that left. */
function isReorganization(sides: PlanSides, before: readonly string[], after: readonly string[]): boolean {
  const left = before.filter((id) => !after.includes(id))
  const came = after.filter((id) => !before.includes(id))
  const heirs = left.map((id) => heirsOf(sides, id))
  return (
    left.length > 0 &&
    came.length > 0 &&
    heirs.every((ids) => after.some((id) => ids.has(id))) &&
    came.every((id) => heirs.some((ids) => ids.has(id)))
  )
}

/** All units that took over from one, also by way of others. */
function heirsOf({ before, after }: PlanSides, unitId: string): Set<string> {
  const heirs = new Set<string>()
  const open = [unitId]
  for (const id of open) {
    const unit = after.members.units.get(id) ?? before.members.units.get(id)
    for (const { unitId: heir } of unit?.successors ?? []) {
      if (heirs.has(heir)) continue
      heirs.add(heir)
      open.push(heir)
    }
  }
  return heirs
}

import type { ChangeFacts } from '../plan-change.ts'
import { type HeldList, positionIn } from '../plan-side.ts'
import { fieldChanged } from './field-facts.ts'
import type { FieldRule } from './found.ts'

/** Another parent is a move; another place among the siblings a reordering; anything else a mere number. */
export const placeChanged =
  (list: HeldList): FieldRule =>
  (found, field, edits): ChangeFacts[] => {
    const { address, sides, subject } = found
    const before = positionIn(sides.before, list, address.key)
    const after = positionIn(sides.after, list, address.key)
    if (!before || !after) return fieldChanged(found, field, edits)
    const facts = { subject, before, after, edits: [...edits] }
    if (before.parentId !== after.parentId) return [{ kind: 'moved', ...facts }]
    const hasMoved = sides.hasChangedPlace(list, after.parentId ?? '', address.key)
    return [{ kind: hasMoved ? 'reordered' : 'renumbered', ...facts }]
  }

/** Parent and order are one: where it stands. */
export const placeGroup = (field: string) => (field === 'parentId' || field === 'itemId' ? 'order' : field)

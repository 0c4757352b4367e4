import { fieldWord } from '../diff/field-words.ts'
import type { SubjectType } from '../diff/plan-change.ts'

/** Fields that are lines although an element says them too, so that nothing of them is lost to other readers. */
const alsoElements: ReadonlySet<string> = new Set([
  'plan.planId',
  'plan.period',
  'policy.lead',
  'policy.support',
  'measure.lead',
  'measure.support',
  'measure.districts',
  'measure.situation',
  'program.lead',
  'program.support',
  'program.text',
])

/** Whether StratML has an element for a field (`measure.lead`); the others are kept as `key: value` lines only. */
export const hasElement = (path: string) => alsoElements.has(path)

const rooms: Readonly<Record<string, { type: SubjectType; label: string }>> = {
  plan: { type: 'plan', label: '計画' },
  concept: { type: 'grand-design', label: '基本構想' },
  item: { type: 'item', label: '体系' },
  policy: { type: 'item', label: '政策' },
  measure: { type: 'item', label: '施策' },
  program: { type: 'item', label: '基本事業' },
  indicator: { type: 'indicator', label: '指標' },
  project: { type: 'project', label: '事務事業' },
}

/** A field of the plan in words: `measure.lead` is 施策の主管課. */
export function fieldLabel(path: string): string {
  const [name = '', field] = path.split('.')
  const room = rooms[name]
  if (!room || !field) return room?.label ?? '根拠の記録者'
  return `${room.label}の${fieldWord(room.type, field)}`
}

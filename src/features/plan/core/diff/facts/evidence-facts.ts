import { isOrderEdit } from '../edits/edit.ts'
import type { ChangeFacts } from '../plan-change.ts'
import { itemName, type PlanSide } from '../plan-side.ts'
import { type Found, wholeEdit } from './found.ts'

/** 根拠: a link that came, went or was changed, with what it speaks for. */
export function evidenceChanged(found: Found): ChangeFacts[] {
  const { address, sides, subject } = found
  const whole = wholeEdit(found)
  const side = sides.after.members.evidence.has(address.key) ? sides.after : sides.before
  const from = side.members.evidence.get(address.key)?.from ?? ''
  const action = !whole || isOrderEdit(whole) ? 'changed' : 'after' in whole ? 'added' : 'removed'
  return [
    { kind: 'evidence-changed', subject, action, target: spokenFor(side, from), edits: [...found.edits] },
  ]
}

const fieldWords: Readonly<Record<string, string>> = {
  situation: '現状',
  issues: '課題',
  directions: '施策の方向',
  text: '本文',
}

/** 施策「子育て」の課題, 指標「待機児童数」 */
function spokenFor(side: PlanSide, from: string): string {
  const [id = '', field = ''] = from.split('/')
  const indicator = side.members.indicators.get(id)
  if (indicator) return `指標「${indicator.name}」`
  const word = fieldWords[field]
  return word ? `${itemName(side, id)}の${word}` : itemName(side, id)
}

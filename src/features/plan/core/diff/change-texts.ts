import { type Edit, isOrderEdit, type Json } from './edits/edit.ts'
import { isRecord } from './edits/same-json.ts'
import type { PlanChange } from './plan-change.ts'

/** The words of a text on both sides of a change, ready for `textDiff`; empty where there are none. */
export function changedTexts({ edits }: Pick<PlanChange, 'edits'>): { before: string; after: string } {
  const side = (key: 'before' | 'after') =>
    edits
      .map((edit) => wordsOf(edit, key))
      .filter(Boolean)
      .join('\n')
  return { before: side('before'), after: side('after') }
}

const wordsOf = (edit: Edit, side: 'before' | 'after') => (isOrderEdit(edit) ? '' : textIn(edit[side]))

/** A text itself, a paragraph's heading and text, or the texts of a list. */
function textIn(value: Json | undefined): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join('\n')
  if (!isRecord(value)) return ''
  return [value['heading'], value['text']]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n')
}

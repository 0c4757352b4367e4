import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { changedTexts } from './change-texts.ts'
import { measured } from './facts/value-words.ts'
import type { PlanChange } from './plan-change.ts'
import { targetWords } from './target-sentences.ts'

/** What stood before and what stands after, in words; '' where one side says nothing. */
export type Sides = { before: string; after: string }

const sidesOf = <Value>(change: { before: Value; after: Value }, words: (value: Value) => string): Sides => ({
  before: words(change.before),
  after: words(change.after),
})

/** Both sides of a change as a table of old and new (新旧対照表) shows them. */
export function changeSides(change: PlanChange): Sides {
  switch (change.kind) {
    case 'renamed':
    case 'unit-changed':
      return sidesOf(change, (words) => words)
    case 'target-weakened':
    case 'target-strengthened':
    case 'target-set':
    case 'target-changed':
      return sidesOf(change, (target) =>
        target ? `${targetWords(target, change.unit)}（${fiscalYearLabel(target.fiscalYear)}）` : '',
      )
    case 'deadline-moved':
      return sidesOf(change, fiscalYearLabel)
    case 'baseline-changed':
      return sidesOf(change, ({ value, fiscalYear }) =>
        value === null ? '未定' : `${measured(value, change.unit)}（${fiscalYearLabel(fiscalYear)}）`,
      )
    case 'value-updated':
      return sidesOf(change, (value) => (value === null ? '' : measured(value, change.unit)))
    case 'owner-changed':
      return sidesOf(change, (names) => names.join('、'))
    case 'tag-changed':
      return { before: change.removed.join('、'), after: change.added.join('、') }
    case 'added':
      return { before: '', after: change.subject.name }
    case 'removed':
      return { before: change.subject.name, after: '' }
    case 'field-changed':
    case 'definition-changed':
    case 'text-changed':
      return changedTexts(change)
    default:
      return { before: '', after: '' }
  }
}

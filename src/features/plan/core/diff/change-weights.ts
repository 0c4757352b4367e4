import type { ChangeFacts, ChangeKind, SubjectType, Weight } from './plan-change.ts'

const byKind: Partial<Record<ChangeKind, Weight>> = {
  moved: 'major',
  split: 'major',
  merged: 'major',
  replaced: 'major',
  'target-weakened': 'major',
  'baseline-changed': 'major',
  'definition-changed': 'major',
  'priority-changed': 'major',
  reordered: 'minor',
  renumbered: 'minor',
  'stored-order-changed': 'minor',
  'version-changed': 'minor',
}

/** Subjects whose coming, going and renaming everybody should see, and those that are mere apparatus. */
const majorTypes: readonly SubjectType[] = ['vision', 'guiding-principle', 'grand-design', 'indicator']
const minorTypes: readonly SubjectType[] = [
  'dataPoint',
  'unit',
  'taxonomy',
  'termNote',
  'waiver',
  'ledgerEntry',
  'decision',
]

const minorFields = [
  'titleKana',
  'status',
  'notes',
  'succeeds',
  'id',
  'schema',
  'kana',
  'frequency',
  'availableFrom',
  'dataLagMonths',
  'retrievedOn',
  'actuals',
]

/** How much a change matters to a reader: 大きな変更, 変更, 軽微な変更. */
export function weightOf(facts: ChangeFacts, itemKind?: string): Weight {
  const { type } = facts.subject
  switch (facts.kind) {
    case 'added':
    case 'removed':
      if (majorTypes.includes(type) || itemKind === 'policy' || itemKind === 'measure') return 'major'
      return minorTypes.includes(type) ? 'minor' : 'normal'
    case 'deadline-moved':
      return facts.after > facts.before ? 'major' : 'normal'
    case 'unit-changed':
      return facts.onlySpelling || type === 'dataPoint' ? 'minor' : 'major'
    case 'owner-changed':
      return facts.byReorganization ? 'minor' : 'normal'
    case 'value-updated':
      if (facts.part === 'data-point') return 'minor'
      return facts.isRestated ? 'major' : 'normal'
    case 'text-changed':
      return facts.action === 'reordered' || minorFields.includes(facts.field) ? 'minor' : 'normal'
    case 'field-changed':
      if (type === 'plan' && facts.field === 'period') return 'major'
      if (type === 'item' && facts.field === 'kind') return 'major'
      return minorTypes.includes(type) || minorFields.includes(facts.field) ? 'minor' : 'normal'
    case 'renamed':
      if (type === 'plan' || type === 'vision') return 'major'
      return minorTypes.includes(type) ? 'minor' : 'normal'
    default:
      return baselineWasSet(facts) ? 'normal' : (byKind[facts.kind] ?? 'normal')
  }
}

/** A baseline measured for the first time takes nothing back. */
const baselineWasSet = (facts: ChangeFacts) =>
  facts.kind === 'baseline-changed' && facts.before.value === null

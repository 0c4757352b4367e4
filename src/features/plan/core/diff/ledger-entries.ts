import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { isOrderEdit } from './edits/edit.ts'
import { isRecord } from './edits/same-json.ts'
import { measured } from './facts/value-words.ts'
import type { PlanChange } from './plan-change.ts'
import { targetWords } from './target-sentences.ts'

/** What the ledger of changes (変更台帳) keeps for ever. */
export const ledgerKinds = {
  'indicator-dropped': '指標の廃止',
  'target-weakened': '目標の引下げ',
  'target-moved': '目標の変更',
  'deadline-moved': '目標年度の変更',
  'baseline-changed': '基準値の変更',
  'definition-changed': '定義・算出方法の変更',
  'actual-restated': '実績値の訂正',
  'priority-dropped': '重点施策の取りやめ',
} as const
export type LedgerKind = keyof typeof ledgerKinds

/** An entry that a new version owes to the ledger: what happened to what. The reason is a person's to write. */
export type OwedEntry = { kind: LedgerKind; subjectId: string; name: string; from: string; to: string }

/** What the changes against the last version owe to the ledger, in the order of the changes. */
export function ledgerFrom(changes: readonly PlanChange[]): OwedEntry[] {
  return changes.flatMap((change) => {
    const record = recordOf(change)
    return record ? [{ ...record, subjectId: change.subject.id, name: change.subject.name }] : []
  })
}

/** The field in which a form asks why: one reason for what happened in one way to one thing. */
export const reasonName = ({ kind, subjectId }: OwedEntry) => `reason-${kind}-${subjectId}`

type LedgerRecord = { kind: LedgerKind; from: string; to: string }

/** What a change leaves in the ledger; undefined for one that needs no explanation later. */
function recordOf(change: PlanChange): LedgerRecord | undefined {
  switch (change.kind) {
    case 'removed':
      return removalRecord(change)
    case 'target-weakened':
      return { kind: 'target-weakened', ...targetSides(change) }
    case 'target-changed':
      return { kind: 'target-moved', ...targetSides(change) }
    case 'deadline-moved':
      return { kind: 'deadline-moved', ...deadlineSides(change) }
    case 'baseline-changed':
      return change.before.value === null ? undefined : { kind: 'baseline-changed', ...baselineSides(change) }
    case 'definition-changed':
      return { kind: 'definition-changed', ...definitionSides(change) }
    case 'unit-changed':
      if (change.onlySpelling || change.subject.type !== 'indicator') return undefined
      return { kind: 'definition-changed', from: `単位：${change.before}`, to: `単位：${change.after}` }
    case 'value-updated':
      return change.isRestated ? { kind: 'actual-restated', ...actualSides(change) } : undefined
    case 'priority-changed':
      if (change.after || change.subject.type === 'project') return undefined
      return { kind: 'priority-dropped', from: '重点施策', to: '' }
    default:
      return undefined
  }
}

/** An indicator is dropped; so is the priority of a measure that goes. */
function removalRecord({ subject, edits }: Of<'removed'>): LedgerRecord | undefined {
  if (subject.type === 'indicator') return { kind: 'indicator-dropped', from: subject.name, to: '' }
  const [edit] = edits
  const measure = edit && !isOrderEdit(edit) ? edit.before : undefined
  const priority = subject.type === 'item' && isRecord(measure) ? measure['priority'] : undefined
  if (!isRecord(priority) || priority['flagged'] !== true) return undefined
  return { kind: 'priority-dropped', from: `重点施策「${subject.name}」`, to: '' }
}

type Of<Kind extends PlanChange['kind']> = Extract<PlanChange, { kind: Kind }>

function targetSides({ part, unit, before, after }: Of<'target-weakened' | 'target-changed'>) {
  const words = (state: typeof before) =>
    state
      ? `${part === 'interim' ? '中間値 ' : ''}${targetWords(state, unit)}（${fiscalYearLabel(state.fiscalYear)}）`
      : ''
  return { from: words(before), to: words(after) }
}

function deadlineSides({ part, before, after }: Of<'deadline-moved'>) {
  const words = (year: number) => `${part === 'interim' ? '中間値 ' : ''}${fiscalYearLabel(year)}`
  return { from: words(before), to: words(after) }
}

function baselineSides({ unit, before, after }: Of<'baseline-changed'>) {
  const words = ({ fiscalYear, value }: typeof before) =>
    value === null ? '' : `${measured(value, unit)}（${fiscalYearLabel(fiscalYear)}）`
  return { from: words(before), to: words(after) }
}

/** The whole definition where there is one: an entry must be understood without the old document. */
function definitionSides({ label, field, edits, ...change }: Of<'definition-changed'>) {
  const [edit] = edits
  const side = (key: 'before' | 'after') => {
    const value = edit && !('places' in edit) && field === 'definition' ? edit[key] : change[key]
    return typeof value === 'string' ? `${label}：${value}`.slice(0, 20_000).toWellFormed() : label
  }
  return { from: side('before'), to: side('after') }
}

function actualSides({ unit, fiscalYear = 0, before, after }: Of<'value-updated'>) {
  const words = (value: number | null) =>
    value === null ? '' : `${fiscalYearLabel(fiscalYear)} ${measured(value, unit)}`
  return { from: words(before), to: words(after) }
}

import { z } from 'zod'
import { edit } from './edits/edit.ts'

/** What a change speaks about. */
export const subjectTypes = [
  'plan',
  'vision',
  'guiding-principle',
  'chapter',
  'grand-design',
  'design-feature',
  'item',
  'indicator',
  'project',
  'dataPoint',
  'evidence',
  'logicModel',
  'relatedPlan',
  'unit',
  'taxonomy',
  'termNote',
  'decision',
  'waiver',
  'ledgerEntry',
] as const
export type SubjectType = (typeof subjectTypes)[number]

/** `label` is what the city calls it (施策), `name` its name in the newer plan, or in the older one if it is gone. */
const subject = z.strictObject({
  type: z.enum(subjectTypes),
  id: z.string(),
  label: z.string(),
  name: z.string(),
  /** Where it stands in the newer plan, or stood in the older one. */
  policyId: z.string().optional(),
  measureId: z.string().optional(),
})

export const weights = ['major', 'normal', 'minor'] as const

/** What every change has. `edits` is all that must be done to the document; the rest is for people. */
const common = {
  subject,
  weight: z.enum(weights),
  /** For a person, in plain Japanese. */
  sentence: z.string(),
  edits: z.array(edit),
}

const position = z.strictObject({ parentId: z.string().nullable(), order: z.int(), number: z.string() })
const coming = { ...common, partOf: z.string().optional() }
const succession = { ...common, from: z.array(z.string()), into: z.array(z.string()) }
const renaming = z.strictObject({
  ...common,
  kind: z.literal('renamed'),
  before: z.string(),
  after: z.string(),
})

const targetState = z.strictObject({
  fiscalYear: z.int(),
  value: z.number().nullable(),
  kind: z.enum(['value', 'range', 'monitor-only']),
  low: z.number().optional(),
  high: z.number().optional(),
})
/** 目標値 or 中間値 */
const part = z.enum(['target', 'interim'])
const targetChange = {
  ...common,
  part,
  direction: z.enum(['increase', 'decrease', 'maintain']).nullable(),
  unit: z.string(),
  before: targetState.nullable(),
  after: targetState.nullable(),
}

const valueState = z.strictObject({ fiscalYear: z.int(), value: z.number().nullable() })
const fieldOf = { ...common, field: z.string(), label: z.string() }
const sides = { before: z.string().optional(), after: z.string().optional() }

export const planChange = z.discriminatedUnion('kind', [
  /** `partOf`: what it stands below was added or removed too. */
  z.strictObject({ ...coming, kind: z.literal('added') }),
  z.strictObject({ ...coming, kind: z.literal('removed') }),
  z.strictObject({ ...common, kind: z.literal('moved'), before: position, after: position }),
  /** Changed places with its siblings; `renumbered`: only its number is another, because a sibling came or went. */
  z.strictObject({ ...common, kind: z.literal('reordered'), before: position, after: position }),
  z.strictObject({ ...common, kind: z.literal('renumbered'), before: position, after: position }),
  renaming,
  z.strictObject({ ...succession, kind: z.literal('split') }),
  z.strictObject({ ...succession, kind: z.literal('merged') }),
  z.strictObject({ ...succession, kind: z.literal('replaced') }),
  z.strictObject({ ...targetChange, kind: z.literal('target-weakened') }),
  z.strictObject({ ...targetChange, kind: z.literal('target-strengthened') }),
  /** Set for the first time, or changed so that it cannot be said whether it asks for more or less. */
  z.strictObject({ ...targetChange, kind: z.literal('target-set') }),
  z.strictObject({ ...targetChange, kind: z.literal('target-changed') }),
  z.strictObject({ ...common, kind: z.literal('deadline-moved'), part, before: z.int(), after: z.int() }),
  z.strictObject({
    ...common,
    kind: z.literal('baseline-changed'),
    unit: z.string(),
    before: valueState,
    after: valueState,
  }),
  z.strictObject({ ...fieldOf, ...sides, kind: z.literal('definition-changed') }),
  z.strictObject({
    ...common,
    kind: z.literal('unit-changed'),
    before: z.string(),
    after: z.string(),
    onlySpelling: z.boolean(),
  }),
  z.strictObject({
    ...fieldOf,
    kind: z.literal('owner-changed'),
    before: z.array(z.string()),
    after: z.array(z.string()),
    /** 組織改編: the succession of the units explains it. */
    byReorganization: z.boolean(),
  }),
  z.strictObject({
    ...fieldOf,
    kind: z.literal('text-changed'),
    action: z.enum(['rewritten', 'added', 'removed', 'reordered']),
    paragraphId: z.string().optional(),
    /** Which paragraph of its field it is, from 1. */
    position: z.int().optional(),
  }),
  z.strictObject({
    ...fieldOf,
    kind: z.literal('tag-changed'),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('priority-changed'),
    before: z.boolean(),
    after: z.boolean(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('evidence-changed'),
    action: z.enum(['added', 'removed', 'changed']),
    /** What the evidence speaks for, in words. */
    target: z.string(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('value-updated'),
    part: z.enum(['actual', 'data-point']),
    unit: z.string(),
    fiscalYear: z.int().optional(),
    before: z.number().nullable(),
    after: z.number().nullable(),
    /** A value that was already settled became another one. */
    isRestated: z.boolean(),
  }),
  z.strictObject({ ...fieldOf, ...sides, kind: z.literal('field-changed') }),
  /** The working copy became another version. */
  z.strictObject({
    ...common,
    kind: z.literal('version-changed'),
    before: z.string(),
    after: z.string(),
  }),
  /** Only the order in which a list without meaning of order is kept. */
  z.strictObject({ ...fieldOf, kind: z.literal('stored-order-changed') }),
])

/** 新旧対照の1件: one thing that differs between two versions of a plan. */
export type PlanChange = z.infer<typeof planChange>
export type ChangeKind = PlanChange['kind']
export type ChangeSubject = PlanChange['subject']
export type Weight = PlanChange['weight']
export type TargetState = z.infer<typeof targetState>
export type ChangeOf<Kind extends ChangeKind> = Extract<PlanChange, { kind: Kind }>

type WithoutWords<Change> = Change extends PlanChange ? Omit<Change, 'weight' | 'sentence'> : never
/** A change before its weight and sentence are given. */
export type ChangeFacts = WithoutWords<PlanChange>
export type FactsOf<Kind extends ChangeKind> = Extract<ChangeFacts, { kind: Kind }>

/** A pure renumbering: never shown as a change (番号だけの変更). */
export const isOnlyNumber = ({ kind }: Pick<PlanChange, 'kind'>) => kind === 'renumbered'

/** Whether a page lists it: neither a pure renumbering nor mere bookkeeping of the document. */
export const isShown = ({ kind }: Pick<PlanChange, 'kind'>) =>
  kind !== 'renumbered' && kind !== 'stored-order-changed' && kind !== 'version-changed'

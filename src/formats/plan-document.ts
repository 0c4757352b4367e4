import { z } from 'zod'
import { day, fiscalYear, id, words } from './id.ts'
import { indicator } from './plan-indicator.ts'
import { planItem } from './plan-item.ts'
import {
  dataPoint,
  decision,
  evidenceLink,
  ledgerEntry,
  logicModel,
  planUnit,
  project,
  relatedPlan,
  waiver,
} from './plan-parts.ts'

export const planFormat = 'shirube-plan/1'

export const stages = ['outline-draft', 'preliminary-draft', 'draft', 'adopted', 'revised'] as const
export type Stage = (typeof stages)[number]

/** A version: the working one has no `frozenOn`; a frozen one never changes again. */
const version = z.strictObject({
  id,
  stage: z.enum(stages),
  number: z.int().min(1),
  label: words,
  /** Through which gate it was frozen (関門). */
  gate: z.enum(['G1', 'G2', 'G3', 'G4', 'G5']).optional(),
  basedOn: id.nullable().default(null),
  frozenOn: day.nullable().default(null),
  hash: z.string().default(''),
  decisionId: id.optional(),
  publicNote: words.default(''),
})

/** A zone, hub or axis of the land-use concept. Geometry lives in a GeoJSON file. */
const designFeature = z.strictObject({
  id,
  name: words,
  kind: words,
  text: words.default(''),
  geometryRef: z.string().default(''),
  status: z.enum(['existing', 'planned', 'concept']),
})

/** 基本構想 */
const concept = z.strictObject({
  vision: z.strictObject({ id, title: words, text: words.default('') }),
  principles: z.array(z.strictObject({ id, title: words, text: words.default('') })).default([]),
  chapters: z.array(z.strictObject({ heading: words, text: words })).default([]),
  grandDesign: z
    .strictObject({
      id,
      text: words.default(''),
      zones: z.array(designFeature).default([]),
      axes: z.array(designFeature).default([]),
      hubs: z.array(designFeature).default([]),
    })
    .nullable()
    .default(null),
})

const named = z.strictObject({
  key: z.string().regex(/^[a-zA-Z]{1,30}$/),
  label: words,
  who: words.default(''),
})

/** 自助・共助・公助, unless the city says otherwise. */
export const defaultRoleSet = [
  { key: 'self', label: '自助', who: '市民ひとりひとり' },
  { key: 'mutual', label: '共助', who: '地域・団体・事業者' },
  { key: 'public', label: '公助', who: '市' },
]

/** 策定方針の6原則, unless the city says otherwise. */
export const defaultPrincipleSet = [
  { key: 'timeliness', label: '時流の反映', who: '' },
  { key: 'futureInvestment', label: '未来投資の強化', who: '' },
  { key: 'flexibility', label: '施策の弾力化', who: '' },
  { key: 'efficiency', label: '行財政運営の効率化', who: '' },
  { key: 'collaboration', label: '市民協働の実質化', who: '' },
  { key: 'effectiveness', label: '実行性の追求', who: '' },
]

/** What the city calls the levels of its plan. */
export const defaultLabels = {
  vision: '将来像',
  policy: '政策',
  measure: '施策',
  program: '基本事業',
  project: '事務事業',
}
const labels = z.strictObject({
  vision: words.default(defaultLabels.vision),
  policy: words.default(defaultLabels.policy),
  measure: words.default(defaultLabels.measure),
  program: words.default(defaultLabels.program),
  project: words.default(defaultLabels.project),
})

/**
 * 総合計画 at one moment: what lint, diff, books, site and open data are made from.
 *
 * Values may be missing early; the lint says which are missed, and the gates demand them in time.
 */
export const planDocument = z.strictObject({
  schema: z.literal(planFormat),
  planId: id,
  /** 全国地方公共団体コード, 6 digits */
  municipalityCode: z.string().regex(/^\d{6}$/, '全国地方公共団体コードは6けたの数字です'),
  municipalityName: words.default(''),
  kind: z.enum(['comprehensive', 'strategy', 'resilience', 'land-use', 'sectoral']),
  title: words,
  /** Content made up for showing the system; every face of it says 見本（架空）. */
  isInvented: z.boolean().default(false),
  period: z.strictObject({ start: day, end: day, fiscalYears: z.tuple([fiscalYear, fiscalYear]) }),
  version,
  labels: labels.default(defaultLabels),
  roleSet: z.array(named).default(defaultRoleSet),
  principleSet: z.array(named).default(defaultPrincipleSet),
  policyDepth: z.int().min(1).max(2).default(1),
  /** Which projects (実施計画) reach the public. */
  publish: z.enum(['none', 'list', 'full']).default('none'),
  preface: z
    .strictObject({ author: words, paragraphs: z.array(words) })
    .nullable()
    .default(null),
  concept,
  items: z.array(planItem).default([]),
  projects: z.array(project).default([]),
  indicators: z.array(indicator).default([]),
  dataPoints: z.array(dataPoint).default([]),
  evidence: z.array(evidenceLink).default([]),
  logicModels: z.array(logicModel).default([]),
  relatedPlans: z.array(relatedPlan).default([]),
  units: z.array(planUnit).default([]),
  taxonomies: z
    .array(z.strictObject({ id: z.string(), validTo: day.optional(), successorId: z.string().optional() }))
    .default([]),
  /** 用語解説 */
  termNotes: z.array(z.strictObject({ term: words, kana: words.default(''), text: words })).default([]),
  decisions: z.array(decision).default([]),
  waivers: z.array(waiver).default([]),
  ledger: z.array(ledgerEntry).default([]),
})

export type PlanDocument = z.infer<typeof planDocument>
export type PlanVersion = PlanDocument['version']
export type BasicConcept = PlanDocument['concept']

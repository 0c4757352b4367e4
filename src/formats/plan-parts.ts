import { z } from 'zod'
import { day, fiscalYear, id, paragraphId, words } from './id.ts'

/** 部・局・課・室・係, from a day to a day, and who took over (組織改編). */
export const planUnit = z.strictObject({
  id,
  name: words,
  kind: z.enum(['department', 'bureau', 'section', 'office', 'subsection']),
  parentId: id.nullable(),
  validFrom: day,
  validTo: day.optional(),
  successors: z.array(z.strictObject({ unitId: id, scope: words })).default([]),
})

const thousandYen = z.int()

/** 事務事業. Amounts in thousand yen. */
export const project = z.strictObject({
  id,
  parentId: id,
  order: z.int().default(1),
  title: words,
  summary: words.default(''),
  ownerId: id.nullable().default(null),
  legalBasis: words.default(''),
  category: words.default(''),
  delivery: z.enum(['direct', 'contracted', 'designated-manager', 'subsidy', 'loan']).optional(),
  period: z.tuple([fiscalYear, fiscalYear]).nullable().default(null),
  budget: z
    .array(
      z.strictObject({
        fiscalYear,
        national: thousandYen,
        prefectural: thousandYen,
        bond: thousandYen,
        other: thousandYen,
        general: thousandYen,
        total: thousandYen,
        certainty: z.enum(['settled', 'budget', 'estimate']),
      }),
    )
    .default([]),
  hours: z.array(z.strictObject({ fiscalYear, hours: z.number() })).default([]),
  activityIndicators: z.array(id).default([]),
  newOrContinued: z.enum(['new', 'continued']).optional(),
  priority: z.boolean().default(false),
})

/** A figure that texts quote by its id, so that it can be changed in one place. */
export const dataPoint = z.strictObject({
  id,
  label: words,
  value: z.number(),
  unit: words,
  asOf: words,
  source: z.strictObject({
    kind: words,
    ref: words,
    cell: words.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
  retrievedOn: day.optional(),
  population: words.optional(),
  suppressed: z.boolean().optional(),
})

/** 根拠: why an issue, direction, indicator or priority is there. `ref` is a register address or words. */
export const evidenceLink = z.strictObject({
  id,
  from: z.union([paragraphId, id]),
  to: z.strictObject({
    kind: z.enum(['survey-cell', 'statistic', 'voice', 'evaluation', 'meeting-decision', 'document']),
    ref: words,
    row: words.optional(),
    column: words.optional(),
    n: z.int().optional(),
    asOf: words.optional(),
  }),
  stance: z.enum(['supports', 'qualifies', 'contradicts']),
  /** 5 系統的レビュー … 1 事例・専門家・市民の声, 0 未評価 (docs/formats/plan-document.md). */
  level: z.int().min(0).max(5).default(0),
  quote: words.optional(),
  note: words.default(''),
  addedBy: id.optional(),
  addedOn: day.optional(),
  supersededBy: id.optional(),
})

const logicNode = z.strictObject({
  key: z.string(),
  kind: z.enum(['input', 'activity', 'output', 'outcome-short', 'outcome-mid', 'outcome-long', 'impact']),
  text: words,
  indicatorId: id.optional(),
})

export const logicModel = z.strictObject({
  id,
  measureId: id,
  nodes: z.array(logicNode),
  arrows: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      because: words.default(''),
      evidenceIds: z.array(id).default([]),
    }),
  ),
})

export const relatedPlan = z.strictObject({
  id,
  name: words,
  tier: z.enum(['nation', 'prefecture', 'city', 'region']),
  kind: words.default(''),
  legalBasis: words.default(''),
  period: z.strictObject({ start: day, end: day }).nullable().default(null),
  ownerId: id.nullable().default(null),
  successorId: id.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  populationBasis: words.optional(),
  documentRef: words.optional(),
})

/** 決定. `ref` is the register's address of the meeting or bill (`deliberation/mt_…`), where it is kept there. */
export const decision = z.strictObject({
  id,
  kind: words,
  date: day,
  title: words,
  text: words.default(''),
  ref: words.optional(),
})

export const waiver = z.strictObject({
  id,
  ruleId: z.string(),
  fingerprint: z.string(),
  /** What the finding was about, in words, as it stood when the waiver was granted. */
  subject: words.default(''),
  reason: words,
  grantedBy: id,
  grantedOn: day,
  expiresOn: day,
})

/** 変更台帳: append-only. */
export const ledgerEntry = z.strictObject({
  id,
  kind: z.string(),
  subjectId: id,
  from: words,
  to: words,
  date: day,
  reason: words,
  decisionId: id.nullable().default(null),
  versionId: id,
})

export type PlanUnit = z.infer<typeof planUnit>
export type Project = z.infer<typeof project>
export type DataPoint = z.infer<typeof dataPoint>
export type EvidenceLink = z.infer<typeof evidenceLink>
export type LogicModel = z.infer<typeof logicModel>
export type RelatedPlan = z.infer<typeof relatedPlan>
export type Waiver = z.infer<typeof waiver>

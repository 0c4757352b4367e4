import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'

/** 計画: one row a plan being worked on. `head` is the document without its lists; `changeCount` grows with every edit. */
type PlanRow = {
  id: string
  title: string
  head: string
  revision: number
  changeCount: number
  /** The one plan the public site shows. */
  primarySince: string | null
  createdAt: string
  updatedAt: string
}

/** 政策・施策・基本事業. `content` is the item's JSON without the columns beside it. */
type ItemRow = {
  id: string
  planId: string
  kind: 'policy' | 'measure' | 'program'
  parentId: string | null
  order: number
  title: string
  content: string
  /** The highest paragraph number ever given, so that none is given twice. */
  lastParagraph: number
  revision: number
  updatedAt: string
  updatedBy: string
  deletedAt: string | null
  /** The item whose deletion took this one along: both come back together. */
  deletedWith: string | null
}

/** 指標 */
type IndicatorRow = {
  id: string
  planId: string
  itemId: string
  order: number
  name: string
  content: string
  revision: number
  updatedAt: string
  updatedBy: string
  deletedAt: string | null
  deletedWith: string | null
}

export const partLists = [
  'projects',
  'dataPoints',
  'evidence',
  'logicModels',
  'relatedPlans',
  'decisions',
  'waivers',
  'ledger',
] as const
export type PartList = (typeof partLists)[number]

/** Everything else that has an id: data points, evidence links, projects … */
type PartRow = { id: string; planId: string; list: PartList; position: number; content: string }

/** 版: written once, never changed, but for the instant of its publication and a decision that came after it. */
export type VersionRow = {
  id: string
  planId: string
  stage: string
  number: number
  label: string
  document: string
  hash: string
  publicNote: string
  frozenAt: string
  frozenBy: string
  publishedAt: string | null
  publishedBy: string | null
  /** 決定: what it was decided by. Written at freezing, or once afterwards where the decision came later. */
  decisionTitle: string | null
  decidedOn: string | null
  decisionRef: string | null
}

/** 下書き: what a person typed and has not saved. */
type DraftRow = {
  id: string
  actor: string
  form: string
  entered: string
  revision: number
  savedAt: string
}

export type PlanTables = {
  plans: PlanRow
  planItems: ItemRow
  planIndicators: IndicatorRow
  planParts: PartRow
  planVersions: VersionRow
  planDrafts: DraftRow
}

export const tables = (context: Context): Kysely<PlanTables> => context.db

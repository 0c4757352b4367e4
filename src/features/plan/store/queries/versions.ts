import { type PlanDocument, planDocument, type Stage } from '#src/formats/plan-document.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { VersionDecision } from '../../core/decided-by.ts'
import { permissions } from '../../core/permissions.ts'
import { tables, type VersionRow } from '../tables.ts'

export type VersionSummary = {
  id: string
  planId: string
  stage: Stage
  number: number
  label: string
  hash: string
  publicNote: string
  frozenAt: string
  frozenBy: string
  publishedAt: string | undefined
  decision: VersionDecision | undefined
}

const summaryColumns = [
  'id',
  'planId',
  'stage',
  'number',
  'label',
  'hash',
  'publicNote',
  'frozenAt',
  'frozenBy',
  'publishedAt',
  'decisionTitle',
  'decidedOn',
  'decisionRef',
] as const

type SummaryRow = Pick<VersionRow, (typeof summaryColumns)[number]>

function summaryOf({ decisionTitle, decidedOn, decisionRef, ...row }: SummaryRow): VersionSummary {
  return {
    ...row,
    stage: row.stage as Stage,
    publishedAt: row.publishedAt ?? undefined,
    decision: decisionIn({ decisionTitle, decidedOn, decisionRef }),
  }
}

type DecisionColumns = Pick<VersionRow, 'decisionTitle' | 'decidedOn' | 'decisionRef'>

/** The decision in the columns of a version; undefined where none was recorded. */
export const decisionIn = ({ decisionTitle, decidedOn, decisionRef }: DecisionColumns) =>
  decisionTitle && decidedOn
    ? { title: decisionTitle, date: decidedOn, ...(decisionRef ? { ref: decisionRef } : {}) }
    : undefined

export async function listVersions(context: Context, planId: string): Promise<VersionSummary[]> {
  authorize(context, permissions, 'read-working-plan')
  const rows = await tables(context)
    .selectFrom('planVersions')
    .select(summaryColumns)
    .where('planId', '=', planId)
    .orderBy('frozenAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(summaryOf)
}

export async function getVersion(context: Context, versionId: string): Promise<VersionSummary> {
  authorize(context, permissions, 'read-working-plan')
  const row = await tables(context)
    .selectFrom('planVersions')
    .select(summaryColumns)
    .where('id', '=', versionId)
    .executeTakeFirst()
  return summaryOf(found(row, '版'))
}

/** The document of a frozen version, as it was written. */
export async function getVersionDocument(context: Context, versionId: string): Promise<PlanDocument> {
  authorize(context, permissions, 'read-working-plan')
  const row = await tables(context)
    .selectFrom('planVersions')
    .select('document')
    .where('id', '=', versionId)
    .executeTakeFirst()
  return planDocument.parse(JSON.parse(found(row, '版').document))
}

const lastRead = new WeakMap<Context['db'], Map<string, PlanDocument>>()

/** The document of a plan's last version, kept in memory because a version never changes. */
export async function findLastVersion(context: Context, planId: string): Promise<PlanDocument | undefined> {
  const row = await tables(context)
    .selectFrom('planVersions')
    .select('id')
    .where('planId', '=', planId)
    .orderBy('frozenAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const kept = lastRead.get(context.db)?.get(planId)
  if (kept?.version.id === row.id) return kept
  const document = await getVersionDocument(context, row.id)
  if (!context.db.isTransaction) {
    lastRead.set(context.db, (lastRead.get(context.db) ?? new Map()).set(planId, document))
  }
  return document
}

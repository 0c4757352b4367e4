import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { quotesOf } from '../../core/quotes.ts'
import {
  type CountedVoice,
  type Orders,
  ordersOf,
  type ReportedIssue,
  type VoiceReport,
  voiceReport,
} from '../../core/voice-report.ts'
import { tables } from '../tables.ts'
import { listFields } from './plan-items.ts'
import { listCodes, listGivenCodes, listIssues } from './sorting.ts'
import { listReleased } from './trace.ts'
import { listHeard } from './voices.ts'

/** Every opinion that says something, with the fields of the plan its codes lead to. */
export async function listCounted(context: Context): Promise<{ voices: CountedVoice[]; orders: Orders }> {
  authorize(context, permissions, 'read-voices')
  const [heard, codes, given, fields, { districts }] = await Promise.all([
    listHeard(context),
    listCodes(context),
    listGivenCodes(context),
    listFields(context),
    getMunicipality(context),
  ])
  const fieldOfCode = new Map(codes.map(({ id, planItemId }) => [id, fields.get(planItemId)]))
  const codesOf = Map.groupBy(given, ({ opinionId }) => opinionId)
  const voices = heard
    .filter(({ kind }) => kind !== 'none' && kind !== 'offtopic')
    .map((one) => ({
      ...one,
      fields: [
        ...new Set((codesOf.get(one.id) ?? []).flatMap(({ codeId }) => fieldOfCode.get(codeId) ?? [])),
      ],
    }))
  return { voices, orders: ordersOf(districts, [...new Set(fields.values())]) }
}

/** Issues with what may be quoted of them: released texts only, the middle one and those that differ most. */
export async function listReportedIssues(context: Context): Promise<ReportedIssue[]> {
  const issues = (await listIssues(context)).filter(({ heard }) => heard.length > 0)
  const released = await listReleased(context, [
    ...new Set(issues.flatMap(({ heard }) => heard.map(({ id }) => id))),
  ])
  const texts = new Map(released.map(({ id, text }) => [id, text]))
  return issues.map(({ title, text, planItemId, heard }) => ({
    title,
    text,
    planItemId,
    heard,
    quotes: quotesOf(heard.map(({ id }) => texts.get(id) ?? '')),
  }))
}

export type PublishedReport = { id: string; publishedAt: string; report: VoiceReport }

/** Published reports (声のまとめ), the newest first. Those taken back are not among them. */
export async function listPublishedReports(context: Context): Promise<PublishedReport[]> {
  authorize(context, permissions, 'read-released-voices')
  const rows = await tables(context)
    .selectFrom('voiceReports')
    .select(['id', 'content', 'publishedAt'])
    .where('withdrawnAt', 'is', null)
    .orderBy('publishedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, report: voiceReport.parse(JSON.parse(content)) }))
}

export async function getPublishedReport(context: Context, reportId: string): Promise<PublishedReport> {
  return found(
    (await listPublishedReports(context)).find(({ id }) => id === reportId),
    '声のまとめ',
  )
}

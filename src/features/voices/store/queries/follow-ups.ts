import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { FollowUp } from '../../core/follow-up.ts'
import { permissions } from '../../core/permissions.ts'
import type { ChainedRequest } from '../../core/request-chain.ts'
import { type FollowUpRow, sessionTables } from '../session-tables.ts'
import { tables } from '../tables.ts'

const followUpOf = (row: FollowUpRow): FollowUp => ({
  ...row,
  repliedOn: row.repliedOn ?? undefined,
  approvedBy: row.approvedBy ?? undefined,
})

export async function findFollowUp(context: Context, submissionId: string): Promise<FollowUp | undefined> {
  authorize(context, permissions, 'read-voices')
  const row = await sessionTables(context)
    .selectFrom('voiceFollowUps')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .executeTakeFirst()
  return row && followUpOf(row)
}

/** Who answers what until when, by the submission. */
export async function listFollowUps(context: Context): Promise<Map<string, FollowUp>> {
  authorize(context, permissions, 'read-voices')
  const rows = await sessionTables(context)
    .selectFrom('voiceFollowUps')
    .selectAll()
    .orderBy('submissionId')
    .execute()
  return new Map(rows.map((row) => [row.submissionId, followUpOf(row)]))
}

/** Requests and questions by their receipt number, with the one each goes on from. */
export async function listChainedRequests(context: Context): Promise<Map<string, ChainedRequest>> {
  authorize(context, permissions, 'read-voices')
  const rows = await tables(context)
    .selectFrom('voiceSubmissions')
    .select(['id', 'receiptNumber'])
    .where('channel', 'in', ['request', 'briefing'])
    .execute()
  const followUps = await listFollowUps(context)
  return new Map(
    rows.map(({ id, receiptNumber }) => [
      receiptNumber,
      { submissionId: id, receiptNumber, continues: followUps.get(id)?.continues ?? '' },
    ]),
  )
}

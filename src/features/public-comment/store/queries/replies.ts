import { type HeardLine, listHeard } from '#src/features/voices/store/queries/voices.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { ReplyContent, TextChange } from '../../core/classes.ts'
import { permissions } from '../../core/permissions.ts'
import type { Approval, CommentRoute } from '../../core/reply-steps.ts'
import { tables } from '../tables.ts'

/** 市の考え方, with the opinions it answers. */
export type Reply = ReplyContent & {
  id: string
  caseId: string
  draftedBy: string
  checkedBy: string | undefined
  approvedBy: string | undefined
  approvals: Approval[]
  returnReason: string
  revision: number
  opinionIds: string[]
  changes: TextChange[]
  links: string[]
}

export async function listReplies(context: Context, caseId: string): Promise<Reply[]> {
  authorize(context, permissions, 'read-replies')
  const rows = await tables(context)
    .selectFrom('commentReplies')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('draftedAt')
    .orderBy('id')
    .execute()
  const links = await tables(context)
    .selectFrom('commentReplyOpinions')
    .innerJoin('commentReplies', 'commentReplies.id', 'commentReplyOpinions.replyId')
    .select(['opinionId', 'replyId'])
    .where('caseId', '=', caseId)
    .orderBy('opinionId')
    .execute()
  const places = await tables(context)
    .selectFrom('commentReplyLinks')
    .innerJoin('commentReplies', 'commentReplies.id', 'commentReplyLinks.replyId')
    .select(['ref', 'replyId'])
    .where('caseId', '=', caseId)
    .orderBy('ref')
    .execute()
  const changes = await tables(context)
    .selectFrom('commentReplyChanges')
    .innerJoin('commentReplies', 'commentReplies.id', 'commentReplyChanges.replyId')
    .select(['replyId', 'planRef', 'before', 'after'])
    .where('caseId', '=', caseId)
    .orderBy('replyId')
    .orderBy('order')
    .execute()
  const approvalsOf = await listApprovals(context, caseId)
  const changesOf = Map.groupBy(changes, ({ replyId }) => replyId)
  const byReply = Map.groupBy(links, ({ replyId }) => replyId)
  return rows.map(({ draftedAt: _, approvedAt: __, checkedAt: ___, ...row }) => ({
    ...row,
    checkedBy: row.checkedBy ?? undefined,
    approvedBy: row.approvedBy ?? undefined,
    approvals: (approvalsOf.get(row.id) ?? []).map(({ replyId: _, ...approval }) => approval),
    opinionIds: (byReply.get(row.id) ?? []).map(({ opinionId }) => opinionId),
    changes: (changesOf.get(row.id) ?? []).map(({ replyId: _, ...change }) => change),
    links: places.filter(({ replyId }) => replyId === row.id).map(({ ref }) => ref),
  }))
}

/** By reply, in the order they were given. */
async function listApprovals(context: Context, caseId: string) {
  const rows = await tables(context)
    .selectFrom('commentReplyApprovals as given')
    .innerJoin('commentReplies', 'commentReplies.id', 'given.replyId')
    .select(['given.replyId', 'given.label', 'given.approvedBy', 'given.approvedAt'])
    .where('caseId', '=', caseId)
    .orderBy('given.replyId')
    .orderBy('given.step')
    .execute()
  return Map.groupBy(rows, ({ replyId }) => replyId)
}

export async function getReply(context: Context, caseId: string, replyId: string): Promise<Reply> {
  return found(
    (await listReplies(context, caseId)).find(({ id }) => id === replyId),
    '市の考え方',
  )
}

/** The opinions of a case that ask for an answer, and those that say nothing. */
export async function listComments(context: Context, caseId: string): Promise<HeardLine[]> {
  authorize(context, permissions, 'read-replies')
  return (await listHeard(context, { sessionRef: caseId })).reverse()
}

/** 担当 of the opinions of a case, by opinion. */
export async function listRoutes(context: Context, caseId: string): Promise<Map<string, CommentRoute>> {
  authorize(context, permissions, 'read-replies')
  const rows = await tables(context)
    .selectFrom('commentRoutes')
    .select(['opinionId', 'unitId', 'dueOn'])
    .where('caseId', '=', caseId)
    .orderBy('opinionId')
    .execute()
  return new Map(rows.map((row) => [row.opinionId, row]))
}

/** Which section answers these opinions, for whoever holds their receipt number: the section, and nothing of the work. */
export async function listAnsweringUnits(
  context: Context,
  opinionIds: readonly string[],
): Promise<Map<string, string>> {
  authorize(context, permissions, 'read-published-cases')
  const rows = await tables(context)
    .selectFrom('commentRoutes')
    .select(['opinionId', 'unitId'])
    .where('opinionId', 'in', opinionIds.length > 0 ? [...opinionIds] : [''])
    .execute()
  return new Map(rows.map(({ opinionId, unitId }) => [opinionId, unitId]))
}

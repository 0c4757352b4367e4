import { listHeard } from '#src/features/voices/store/queries/voices.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { classesIn, needsChange } from '../../core/classes.ts'
import { permissions } from '../../core/permissions.ts'
import type { ResultRow } from '../../core/result.ts'
import { tables } from '../tables.ts'
import { listPublicCases } from './cases.ts'
import { listClassLists } from './classes.ts'

/** A row of a published result, with the case it stands in. */
export type AnsweredComment = { caseId: string; caseTitle: string; row: ResultRow }

/** Every published answer, the newest case first. It holds nothing that is not public. */
export async function listAnsweredComments(context: Context): Promise<AnsweredComment[]> {
  const cases = await listPublicCases(context)
  return cases.flatMap(({ id, sheet, result }) =>
    (result?.rows ?? []).map((row) => ({ caseId: id, caseTitle: sheet.title, row })),
  )
}

/** An opinion of a case that has no approved answer yet. */
export type OpenComment = {
  opinionId: string
  caseId: string
  /** The plan item or paragraph it is about; '' for the whole plan. */
  aboutRef: string
  /** Answered by a draft that waits for its approval; undefined where nobody wrote one. */
  replyId: string | undefined
}

/** 未対応の意見: what still waits for an approved answer, in one case or in all that are announced and not published. */
export async function listOpenComments(context: Context, caseId?: string): Promise<OpenComment[]> {
  authorize(context, permissions, 'read-replies')
  const cases = (await listPublicCases(context)).filter(
    ({ id, publishedAt }) => publishedAt === undefined && (caseId === undefined || id === caseId),
  )
  const links = await tables(context)
    .selectFrom('commentReplyOpinions')
    .innerJoin('commentReplies', 'commentReplies.id', 'commentReplyOpinions.replyId')
    .select(['opinionId', 'replyId', 'approvedAt'])
    .execute()
  const replies = new Map(links.map((link) => [link.opinionId, link]))
  const open: OpenComment[] = []
  for (const one of cases) {
    const heard = await listHeard(context, { sessionRef: one.id })
    for (const { id, kind, aboutRef } of heard) {
      const reply = replies.get(id)
      if (kind === 'none' || reply?.approvedAt) continue
      open.push({ opinionId: id, caseId: one.id, aboutRef, replyId: reply?.replyId })
    }
  }
  return open
}

/** How many comments stand on each plan item: all, and those still open. A comment on a paragraph counts on its item. */
export type ItemComments = { itemId: string; comments: number; open: number }

export async function countCommentsByItem(context: Context): Promise<ItemComments[]> {
  const open = new Set((await listOpenComments(context)).map(({ opinionId }) => opinionId))
  const heard = (await listHeard(context, { channel: 'comment' })).filter(
    ({ kind, aboutRef }) => kind !== 'none' && aboutRef !== '',
  )
  const byItem = Map.groupBy(heard, ({ aboutRef }) => aboutRef.split('/')[0] ?? '')
  return [...byItem].map(([itemId, own]) => ({
    itemId,
    comments: own.length,
    open: own.filter(({ id }) => open.has(id)).length,
  }))
}

/** One place an answer says was changed, as it was approved: what a later version must show. */
export type PromisedChange = {
  caseId: string
  versionId: string
  replyId: string
  planRef: string
  before: string
  after: string
}

/** Approved answers of the classes that say 反映, in all cases: each of their places, and the version that was laid open. */
export async function listPromisedChanges(context: Context): Promise<PromisedChange[]> {
  authorize(context, permissions, 'read-replies')
  const cases = new Map((await listPublicCases(context)).map((one) => [one.id, one.sheet]))
  const lists = await listClassLists(context)
  const rows = await tables(context)
    .selectFrom('commentReplies')
    .innerJoin('commentReplyChanges', 'commentReplyChanges.replyId', 'commentReplies.id')
    .select(['id', 'caseId', 'classKey', 'planRef', 'before', 'after'])
    .where('approvedAt', 'is not', null)
    .orderBy('approvedAt')
    .orderBy('id')
    .orderBy('order')
    .execute()
  return rows.flatMap(({ id, caseId, classKey, ...change }) => {
    const sheet = cases.get(caseId)
    const own = classesIn(lists, sheet?.classSet ?? '').find(({ key }) => key === classKey)
    if (!sheet || !own || !needsChange(own)) return []
    return { caseId, versionId: sheet.versionId, replyId: id, ...change }
  })
}

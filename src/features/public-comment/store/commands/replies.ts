import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { approvalStepsOf, type CaseSheet } from '../../core/case.ts'
import { type ReplyContent, replyProblems } from '../../core/classes.ts'
import { permissions } from '../../core/permissions.ts'
import { mayApprove, mayDraftFor } from '../../core/reply-steps.ts'
import { type CommentCase, getCase } from '../queries/cases.ts'
import { listClasses } from '../queries/classes.ts'
import { listChangePlaces, listLinkChoices } from '../queries/places.ts'
import { getReply, listComments, listReplies, listRoutes } from '../queries/replies.ts'
import { tables } from '../tables.ts'

type Draft = { caseId: string; opinionIds: readonly string[]; content: ReplyContent }

/** Drafts one reply for one or many opinions (市の考え方): all of them or none. Returns its id. */
export const draftReply = command(
  permissions,
  'draft-reply',
  async (context, { caseId, opinionIds, content }: Draft) => {
    const current = await openToReplies(context, caseId)
    await refuseContent(context, content, current)
    await refuseOpinions(context, { caseId, opinionIds })
    await refuseForeign(context, caseId, opinionIds)
    const { classKey, text, reason } = content
    const id = context.newId('ry')
    const draftedAt = context.now.toISOString()
    await tables(context)
      .insertInto('commentReplies')
      .values({
        classKey,
        text,
        reason,
        id,
        caseId,
        draftedBy: context.actor.id,
        draftedAt,
        ...checkedIfSecretariat(context),
        approvedBy: null,
        approvedAt: null,
        returnReason: '',
        revision: 1,
      })
      .execute()
    await link(context, id, opinionIds)
    await keepPlaces(context, id, { sheet: current.sheet, content })
    return id
  },
)

type Change = Draft & { replyId: string; revision: number }

/** Changes a reply and what it answers. What was approved must be approved again. */
export const changeReply = command(
  permissions,
  'draft-reply',
  async (context, { caseId, replyId, revision, opinionIds, content }: Change) => {
    const current = await openToReplies(context, caseId)
    const reply = await getReply(context, caseId, replyId)
    refuseIfStale(reply, revision)
    await refuseContent(context, content, current)
    await refuseOpinions(context, { caseId, opinionIds, replyId })
    await refuseForeign(context, caseId, [...opinionIds, ...reply.opinionIds])
    const { classKey, text, reason } = content
    await tables(context)
      .updateTable('commentReplies')
      .set({
        classKey,
        text,
        reason,
        draftedBy: context.actor.id,
        draftedAt: context.now.toISOString(),
        ...checkedIfSecretariat(context),
        approvedBy: null,
        approvedAt: null,
        returnReason: '',
        revision: revision + 1,
      })
      .where('id', '=', replyId)
      .execute()
    await forgetApprovals(context, replyId)
    await tables(context).deleteFrom('commentReplyOpinions').where('replyId', '=', replyId).execute()
    await link(context, replyId, opinionIds)
    await keepPlaces(context, replyId, { sheet: current.sheet, content })
  },
)

type Judging = { caseId: string; replyId: string; revision: number }

/** The secretariat has looked over what a section wrote (確認): it may be approved now. */
export const checkReply = command(
  permissions,
  'check-reply',
  async (context, { caseId, replyId, revision }: Judging) => {
    const current = await openToReplies(context, caseId)
    const reply = await getReply(context, caseId, replyId)
    refuseIfStale(reply, revision)
    if (reply.checkedBy) throw new Refusal('conflict', 'すでに確認しています')
    await refuseContent(context, reply, current)
    await tables(context)
      .updateTable('commentReplies')
      .set({ ...checkedIfSecretariat(context), returnReason: '', revision: revision + 1 })
      .where('id', '=', replyId)
      .execute()
  },
)

/**
 * Gives the next approval of a reply, by another person than those who wrote it, looked over it and approved it before. It
 * must be whole: reason and change as its class asks. With the last approval of the case it is approved.
 */
export const approveReply = command(
  permissions,
  'approve-reply',
  async (context, { caseId, replyId, revision }: Judging) => {
    const current = await openToReplies(context, caseId)
    const reply = await getReply(context, caseId, replyId)
    refuseIfStale(reply, revision)
    if (!reply.checkedBy)
      throw new Refusal('conflict', '企画（事務局）の確認が、まだです。確認のあとで承認できます')
    if (reply.approvedBy) throw new Refusal('conflict', 'すでに承認しています')
    if (!mayApprove(context.actor, reply))
      throw new Refusal('forbidden', '書いた人・確認した人・先に承認した人とは別の人が、承認します')
    await refuseContent(context, reply, current)
    if (reply.opinionIds.length === 0)
      throw new Refusal('conflict', 'この考え方は、どの意見にも結び付いていません')
    const steps = approvalStepsOf(current.sheet)
    const step = reply.approvals.length
    const approval = { approvedBy: context.actor.id, approvedAt: context.now.toISOString() }
    await tables(context)
      .insertInto('commentReplyApprovals')
      .values({ replyId, step, label: steps[step] ?? '', ...approval })
      .execute()
    await tables(context)
      .updateTable('commentReplies')
      .set({ ...(step + 1 >= steps.length ? approval : {}), returnReason: '', revision: revision + 1 })
      .where('id', '=', replyId)
      .execute()
  },
)

/** Sends a reply back (差戻し) with what has to be done. */
export const returnReply = command(
  permissions,
  'approve-reply',
  async (context, { caseId, replyId, revision, reason }: Judging & { reason: string }) => {
    await openToReplies(context, caseId)
    refuseIfStale(await getReply(context, caseId, replyId), revision)
    if (reason.trim() === '') throw new Refusal('conflict', '差し戻す理由を書いてください')
    await tables(context)
      .updateTable('commentReplies')
      .set({
        checkedBy: null,
        checkedAt: null,
        approvedBy: null,
        approvedAt: null,
        returnReason: reason,
        revision: revision + 1,
      })
      .where('id', '=', replyId)
      .execute()
    await forgetApprovals(context, replyId)
  },
)

const forgetApprovals = (context: Context, replyId: string) =>
  tables(context).deleteFrom('commentReplyApprovals').where('replyId', '=', replyId).execute()

async function openToReplies(context: Context, caseId: string): Promise<CommentCase> {
  const current = await getCase(context, caseId)
  if (!current.openedAt) throw new Refusal('conflict', 'まだ公表していない案件です')
  if (current.publishedAt) throw new Refusal('conflict', '結果を公表したので、もう変えられません')
  return current
}

async function refuseContent(context: Context, content: ReplyContent, { sheet }: CommentCase) {
  const classes = await listClasses(context, sheet.classSet)
  const [problem] = Object.values(replyProblems(content, classes))
  if (problem) throw new Refusal('conflict', problem)
}

/** Each opinion must be one of the case, and must not be answered by another reply. */
async function refuseOpinions(
  context: Context,
  { caseId, opinionIds, replyId }: { caseId: string; opinionIds: readonly string[]; replyId?: string },
) {
  if (opinionIds.length === 0) throw new Refusal('conflict', '答える意見を選んでください')
  const known = new Set((await listComments(context, caseId)).map(({ id }) => id))
  const others = (await listReplies(context, caseId)).filter(({ id }) => id !== replyId)
  const answered = new Set(others.flatMap((reply) => reply.opinionIds))
  for (const opinionId of opinionIds) {
    found(known.has(opinionId) || undefined, '意見')
    if (answered.has(opinionId))
      throw new Refusal('conflict', 'ほかの考え方で答えている意見が含まれています。1件も保存していません')
  }
}

/** A section answers what was given to it, and nothing else. */
async function refuseForeign(context: Context, caseId: string, opinionIds: readonly string[]) {
  const routes = await listRoutes(context, caseId)
  if (
    !mayDraftFor(
      await getOwner(context),
      opinionIds.map((id) => routes.get(id)),
    )
  )
    throw new Refusal(
      'forbidden',
      'あなたの課に割り当てられていない意見が含まれています。1件も保存していません',
    )
}

/** What the secretariat wrote needs no further look of the secretariat. */
const checkedIfSecretariat = ({ actor, now }: Context) =>
  actor.roles.includes('secretariat')
    ? { checkedBy: actor.id, checkedAt: now.toISOString() }
    : { checkedBy: null, checkedAt: null }

async function link(context: Context, replyId: string, opinionIds: readonly string[]) {
  for (const opinionId of new Set(opinionIds)) {
    await tables(context).insertInto('commentReplyOpinions').values({ opinionId, replyId }).execute()
  }
}

type Placed = { sheet: CaseSheet; content: ReplyContent }

/**
 * 直したところ stand in the version that is laid open or in the plan of today; 関係するところ in that version, or among
 * the plans beside it.
 */
async function keepPlaces(context: Context, replyId: string, { sheet, content }: Placed) {
  const { changes, links = [] } = content
  const places = new Set((await listChangePlaces(context, sheet.versionId)).map(({ id }) => id))
  await tables(context).deleteFrom('commentReplyChanges').where('replyId', '=', replyId).execute()
  for (const [order, { planRef, before, after }] of changes.entries()) {
    found(places.has(planRef) || undefined, '直したところ')
    await tables(context)
      .insertInto('commentReplyChanges')
      .values({ replyId, order, planRef, before, after })
      .execute()
  }
  const known = new Set((await listLinkChoices(context, sheet.versionId)).map(({ id }) => id))
  await tables(context).deleteFrom('commentReplyLinks').where('replyId', '=', replyId).execute()
  for (const ref of new Set(links)) {
    found(known.has(ref) || undefined, '関係するところ')
    await tables(context).insertInto('commentReplyLinks').values({ replyId, ref }).execute()
  }
}

import { getVersion } from '#src/features/plan/store/queries/versions.ts'
import { anchorTo } from '#src/lib/document/quote-anchor.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type CommentResolution, type DraftComment, mayStillComment } from '../core/draft-comments.ts'
import { draftParts } from '../core/draft-text.ts'
import type { CheckOutcome } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { meetingAt, setMeeting } from './commands.ts'
import { getBody, todayOf } from './queries.ts'
import { listDraftComments, listLaid } from './queries-drafts.ts'
import { getOwnDraft, getOwnMeeting, ownSeat } from './queries-members.ts'
import { tables } from './tables.ts'

type Laying = { bodyId: string; versionId: string; commentUntil: string | undefined }

/** 案を会議体に示す: from now on its members read this frozen version and comment on it. */
export const layDraft = command(
  permissions,
  'lay-drafts',
  async (context, { bodyId, versionId, commentUntil }: Laying) => {
    await getBody(context, bodyId)
    await getVersion(context, versionId)
    const laid = (await listLaid(context)).find(
      (draft) => draft.bodyId === bodyId && draft.versionId === versionId,
    )
    if (laid) throw new Refusal('conflict', 'この版は、すでにこの会議体に示してあります')
    const id = context.newId('ld')
    const row = { id, bodyId, versionId, laidOn: todayOf(context), commentUntil: commentUntil ?? null }
    await tables(context).insertInto('laidDrafts').values(row).execute()
    return id
  },
)

type NewComment = { draftId: string; paragraphId: string; quote: string; words: string }

/** 案に意見を書く: on a paragraph of the version that was laid, with the words it is about. */
export const commentOnDraft = command(
  permissions,
  'comment-on-drafts',
  async (context, { draftId, paragraphId, quote, words }: NewComment) => {
    const { member, body } = await ownSeat(context)
    const { draft, document } = await getOwnDraft(context, draftId)
    if (!mayStillComment(draft, todayOf(context))) throw new Refusal('conflict', '意見の締切を過ぎています')
    const parts = draftParts(document)
    const part = found(
      parts.find(({ paragraphs }) => paragraphs.some(({ id }) => id === paragraphId)),
      '段落',
    )
    const paragraph = found(
      part.paragraphs.find(({ id }) => id === paragraphId),
      '段落',
    )
    const anchor = anchorTo(paragraph, quote)
    if (!anchor) throw new Refusal('conflict', '引用した言葉が、段落の中にありません')
    const id = context.newId('dc')
    await tables(context)
      .insertInto('draftComments')
      .values({
        id,
        draftId,
        bodyId: body.id,
        membershipId: member.id,
        itemId: part.id,
        anchor: JSON.stringify(anchor),
        words,
        writtenAt: context.now.toISOString(),
        resolution: '',
        note: '',
        resolvedAt: null,
        revision: 1,
      })
      .execute()
    return id
  },
)

type Withdrawal = { draftId: string; commentId: string }

/** Takes one's own comment back, as long as nobody has answered it. */
export const withdrawComment = command(
  permissions,
  'comment-on-drafts',
  async (context, { commentId }: Withdrawal) => {
    const { member, body } = await ownSeat(context)
    const comment = await commentIn(context, body.id, commentId)
    found(comment.membershipId === member.id ? comment : undefined, '意見')
    if (comment.resolution !== '') throw new Refusal('conflict', '対応が記録された意見は、取り下げられません')
    await tables(context).deleteFrom('draftComments').where('id', '=', commentId).execute()
  },
)

type Resolving = {
  bodyId: string
  commentId: string
  revision: number
  resolution: CommentResolution
  note: string
}

/** 意見への対応を記録する: what became of it and why, read by the member who wrote it. */
export const resolveComment = command(
  permissions,
  'resolve-draft-comments',
  async (context, { bodyId, commentId, revision, resolution, note }: Resolving) => {
    refuseIfStale(await commentIn(context, bodyId, commentId), revision)
    if (!note) throw new Refusal('conflict', '対応の説明を書いてください')
    const resolvedAt = context.now.toISOString()
    await tables(context)
      .updateTable('draftComments')
      .set({ resolution, note, resolvedAt, revision: revision + 1 })
      .where('id', '=', commentId)
      .execute()
  },
)

async function commentIn(context: Context, bodyId: string, commentId: string): Promise<DraftComment> {
  return found(
    (await listDraftComments(context, bodyId)).find(({ id }) => id === commentId),
    '意見',
  )
}

type Asking = { meetingId: string; revision: number; checkUntil: string }

/** 会議録の確認を委員に頼む: members read the draft and say until a day whether it is right. */
export const askForCheck = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, checkUntil }: Asking) => {
    const { agenda } = await meetingAt(context, { meetingId, revision }, ['held'])
    if (agenda.every(({ minutes }) => minutes === ''))
      throw new Refusal('conflict', '会議録がまだ書かれていません')
    await setMeeting(context, meetingId, { checkUntil, revision })
  },
)

type Check = { meetingId: string; outcome: CheckOutcome; words: string }

/** 会議録の案を確かめる: once said it can be said anew until the last day. */
export const checkMinutes = command(
  permissions,
  'check-minutes',
  async (context, { meetingId, outcome, words }: Check) => {
    const { member } = await ownSeat(context)
    const { mayCheck } = await getOwnMeeting(context, meetingId)
    if (!mayCheck) throw new Refusal('conflict', '会議録の確認の期間ではありません')
    if (outcome === 'corrections' && !words)
      throw new Refusal('conflict', '直してほしいところを書いてください')
    await tables(context)
      .deleteFrom('minutesChecks')
      .where('meetingId', '=', meetingId)
      .where('membershipId', '=', member.id)
      .execute()
    const checkedAt = context.now.toISOString()
    await tables(context)
      .insertInto('minutesChecks')
      .values({ meetingId, membershipId: member.id, outcome, words, checkedAt })
      .execute()
  },
)

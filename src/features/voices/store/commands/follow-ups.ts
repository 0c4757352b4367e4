import { command } from '#src/platform/command.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { FollowUpContent } from '../../core/follow-up.ts'
import { permissions } from '../../core/permissions.ts'
import { continuationProblem } from '../../core/request-chain.ts'
import { keepHistory } from '../history.ts'
import { findFollowUp, listChainedRequests } from '../queries/follow-ups.ts'
import { getSubmission } from '../queries/voices.ts'
import { sessionTables } from '../session-tables.ts'

type Kept = { submissionId: string; revision: number; content: FollowUpContent }

/**
 * Keeps who answers a request or a question, until when, and the reply (対応の記録). A changed reply asks for a new
 * approval. `revision` is 0 for the first.
 */
export const keepFollowUp = command(
  permissions,
  'answer-requests',
  async (context, { submissionId, revision, content }: Kept) => {
    const { channel, receiptNumber } = await getSubmission(context, submissionId)
    if (channel !== 'request' && channel !== 'briefing')
      throw new Refusal('conflict', '対応の記録は、要望と説明会の質問に付けます')
    const known = await findFollowUp(context, submissionId)
    refuseIfStale({ revision: known?.revision ?? 0 }, revision)
    const wrong = continuationProblem(await listChainedRequests(context), {
      submissionId,
      receiptNumber,
      continues: content.continues,
    })
    if (wrong) throw new Refusal('conflict', wrong)
    const isSameReply =
      known?.reply === content.reply && known.outcome === content.outcome && known.timing === content.timing
    const row = {
      ...content,
      repliedOn: content.repliedOn ?? null,
      writtenBy: isSameReply ? known.writtenBy : context.actor.id,
      approvedBy: isSameReply ? (known.approvedBy ?? null) : null,
      revision: revision + 1,
    }
    await keepHistory(context, {
      submissionId,
      what: '対応の記録を書きました',
      before: known ? [known.outcome, known.dueOn, known.reply].join('｜') : '',
    })
    if (known)
      await sessionTables(context)
        .updateTable('voiceFollowUps')
        .set(row)
        .where('submissionId', '=', submissionId)
        .execute()
    else
      await sessionTables(context)
        .insertInto('voiceFollowUps')
        .values({ ...row, submissionId })
        .execute()
  },
)

/** Approves a reply: another person than the one who wrote it. */
export const approveFollowUp = command(
  permissions,
  'approve-request-replies',
  async (context, { submissionId, revision }: { submissionId: string; revision: number }) => {
    const known = found(await findFollowUp(context, submissionId), '対応の記録')
    refuseIfStale(known, revision)
    if (known.outcome === 'open') throw new Refusal('conflict', '回答が、まだ書かれていません')
    if (known.writtenBy === context.actor.id)
      throw new Refusal('forbidden', '回答を書いた人とは別の人が、承認します')
    await keepHistory(context, { submissionId, what: '回答を承認しました' })
    await sessionTables(context)
      .updateTable('voiceFollowUps')
      .set({ approvedBy: context.actor.id, revision: revision + 1 })
      .where('submissionId', '=', submissionId)
      .execute()
  },
)

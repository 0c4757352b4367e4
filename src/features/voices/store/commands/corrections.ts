import { searchForm } from '#src/lib/japanese/search-form.ts'
import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { carrySpans, lostOpinionWords } from '../../core/correction.ts'
import { permissions } from '../../core/permissions.ts'
import { isTranscribed } from '../../core/submission.ts'
import { keepHistory } from '../history.ts'
import { getSubmission, listOpinionsOf } from '../queries/voices.ts'
import { sessionTables } from '../session-tables.ts'
import { tables } from '../tables.ts'
import { undecided } from './sorting.ts'

type Correction = { submissionId: string; revision: number; original: string; reason: string }

/**
 * Corrects what was keyed in wrongly from paper or speech (書き起こしの訂正); the old text, who and why stay in the history.
 * Opinions keep their places; where their words change, masking and release are to be done again, and another person compares it
 * with the paper anew. What a person typed is never changed.
 */
export const correctTranscription = command(
  permissions,
  'sort-voices',
  async (context, { submissionId, revision, original, reason }: Correction) => {
    const submission = await getSubmission(context, submissionId)
    refuseIfStale(submission, revision)
    if (submission.textPurgedAt) throw new Refusal('conflict', '保存の期限が過ぎて、文は廃棄されています')
    if (submission.withdrawnAt) throw new Refusal('conflict', '取り下げられた声です')
    if (!isTranscribed(submission)) throw new Refusal('conflict', '本人が打った文は、直せません')
    if (reason.trim() === '') throw new Refusal('conflict', '直す理由を書いてください')
    if (original === submission.original) throw new Refusal('conflict', '文が変わっていません')
    const opinions = await listOpinionsOf(context, submissionId)
    const spans = carrySpans(submission.original, original, opinions)
    const lost = lostOpinionWords({ before: submission.original, after: original }, opinions)
    if (lost) throw new Refusal('conflict', lost)
    for (const [at, opinion] of opinions.entries()) {
      const span = spans[at] ?? opinion
      const verbatim = original.slice(span.start, span.end)
      const isSame = verbatim === opinion.verbatim
      await tables(context)
        .updateTable('voiceOpinions')
        .set({
          start: span.start,
          end: span.end,
          revision: opinion.revision + 1,
          ...(isSame ? {} : { ...undecided, verbatim, searchForm: searchForm(verbatim).form }),
        })
        .where('id', '=', opinion.id)
        .execute()
    }
    await keepHistory(context, {
      submissionId,
      what: `書き起こしを直しました（理由：${reason}）`,
      before: submission.original,
    })
    await tables(context)
      .updateTable('voiceSubmissions')
      .set({ original, enteredBy: context.actor.id, checkedBy: null, revision: revision + 1 })
      .where('id', '=', submissionId)
      .execute()
    await sessionTables(context)
      .updateTable('voiceNotes')
      .set(({ eb }) => ({ text: original, revision: eb('revision', '+', 1) }))
      .where('submissionId', '=', submissionId)
      .execute()
    await sessionTables(context)
      .updateTable('voiceSessions')
      .set(({ eb }) => ({ boardSeq: eb('boardSeq', '+', 1) }))
      .where('id', '=', submission.sessionRef)
      .execute()
  },
)

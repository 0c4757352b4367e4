import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { Disclosure } from '../../core/labels.ts'
import { mayRelease, permissions } from '../../core/permissions.ts'
import { isCutFrom } from '../../core/redaction.ts'
import { keepHistory } from '../history.ts'
import { waitsForSpeaker } from '../queries/sessions.ts'
import { getOpinion, getSubmission } from '../queries/voices.ts'
import { tables } from '../tables.ts'

type Redaction = { opinionId: string; revision: number; redacted: string }

/** Writes the text that may be shown (墨消し). It only leaves out: words that nobody said are refused. */
export const redactOpinion = command(
  permissions,
  'redact-voices',
  async (context, { opinionId, revision, redacted }: Redaction) => {
    const opinion = await getOpinion(context, opinionId)
    refuseIfStale(opinion, revision)
    if (redacted.trim() === '')
      throw new Refusal('conflict', '公開する文が空です。公開しないときは、別の人が「公開しない」と決めます')
    if (!isCutFrom(opinion.verbatim, redacted))
      throw new Refusal('conflict', '原文にない言葉があります。伏せることだけができます')
    await keepHistory(context, {
      submissionId: opinion.submissionId,
      opinionId,
      what: '個人情報を確かめました',
      before: opinion.redacted ?? '',
    })
    await tables(context)
      .updateTable('voiceOpinions')
      .set({
        redacted,
        redactedBy: context.actor.id,
        disclosure: 'undecided',
        releasedBy: null,
        revision: revision + 1,
      })
      .where('id', '=', opinionId)
      .execute()
  },
)

type Release = {
  opinionId: string
  revision: number
  disclosure: Exclude<Disclosure, 'undecided'>
  reason: string
}

/** Decides whether the redacted text goes out (公開の可否), by another person than the one who redacted it. */
export const releaseOpinion = command(
  permissions,
  'release-voices',
  async (context, { opinionId, revision, disclosure, reason }: Release) => {
    const opinion = await getOpinion(context, opinionId)
    refuseIfStale(opinion, revision)
    const { consent, sessionRef } = await getSubmission(context, opinion.submissionId)
    if (!mayRelease(context.actor, opinion)) {
      throw new Refusal('forbidden', '個人情報を確かめた人とは別の人が、公開してよいか決めます')
    }
    if (disclosure === 'withheld' && reason.trim() === '')
      throw new Refusal('conflict', '公開しない理由を書いてください')
    if (disclosure !== 'withheld' && consent === 'internal')
      throw new Refusal('conflict', '公開の同意がない声です。公開できません')
    if (disclosure === 'summary-only' && opinion.summary === '')
      throw new Refusal('conflict', '要約がありません。先に要約を書いてください')
    if (disclosure === 'public' && (await waitsForSpeaker(context, sessionRef))) throw unconfirmedRecord()
    await keepHistory(context, {
      submissionId: opinion.submissionId,
      opinionId,
      what: '公開の可否を決めました',
      before: opinion.disclosure,
    })
    await tables(context)
      .updateTable('voiceOpinions')
      .set({ disclosure, disclosureReason: reason, releasedBy: context.actor.id, revision: revision + 1 })
      .where('id', '=', opinionId)
      .execute()
  },
)

const unconfirmedRecord = () =>
  new Refusal(
    'conflict',
    '本人が、まだ記録を確かめていません。言葉どおりには公開できません。要旨（要約）だけなら公開できます',
  )

/**
 * Writes down that a submission was taken back (取り下げ). Its number goes on answering; its words are no
 * longer shown.
 */
export const withdrawSubmission = command(
  permissions,
  'withdraw-voice',
  async (context, { submissionId, revision }: { submissionId: string; revision: number }) => {
    const submission = await getSubmission(context, submissionId)
    refuseIfStale(submission, revision)
    if (submission.withdrawnAt) throw new Refusal('conflict', 'すでに取り下げられています')
    await keepHistory(context, { submissionId, what: '取り下げを記録しました' })
    await tables(context)
      .updateTable('voiceSubmissions')
      .set({ withdrawnAt: context.now.toISOString(), revision: revision + 1 })
      .where('id', '=', submissionId)
      .execute()
  },
)

/**
 * A person looked at a submission that waited because many came from one place, and takes it as any other.
 */
export const clearHeld = command(
  permissions,
  'sort-voices',
  async (context, { submissionId, revision }: { submissionId: string; revision: number }) => {
    const submission = await getSubmission(context, submissionId)
    refuseIfStale(submission, revision)
    await keepHistory(context, { submissionId, what: '確認しました', before: submission.heldReason })
    await tables(context)
      .updateTable('voiceSubmissions')
      .set({ heldReason: '', revision: revision + 1 })
      .where('id', '=', submissionId)
      .execute()
  },
)

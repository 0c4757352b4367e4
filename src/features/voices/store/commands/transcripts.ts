import { command } from '#src/platform/command.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { Sealer } from '#src/platform/sealing.ts'
import { permissions } from '../../core/permissions.ts'
import { mayCheck } from '../../core/transcript.ts'
import { keepHistory } from '../history.ts'
import { getSubmission } from '../queries/voices.ts'
import { tables } from '../tables.ts'

/** A scan on its way in. */
export type NewScan = { name: string; contentType: string; bytes: Uint8Array; sealer: Sealer }

/** Keeps the scan of a letter beside its words (原本の写し), sealed: letters carry names. Returns its id. */
export const keepScan = command(
  permissions,
  'take-in-voice',
  async (context, { submissionId, scan }: { submissionId: string; scan: NewScan }) => {
    const row = await tables(context)
      .selectFrom('voiceSubmissions')
      .select(['textPurgedAt', 'contactsUntil'])
      .where('id', '=', submissionId)
      .executeTakeFirst()
    const { textPurgedAt, contactsUntil } = found(row, '声')
    if (textPurgedAt) throw new Refusal('conflict', '保存の期限が過ぎて、文は廃棄されています')
    const id = context.newId('vs')
    const { name, contentType, bytes, sealer } = scan
    await tables(context)
      .insertInto('voiceScans')
      .values({
        id,
        submissionId,
        name,
        contentType,
        size: bytes.length,
        sealed: sealer.seal(id, Buffer.from(bytes).toString('base64')),
        purgeAfter: contactsUntil,
        addedBy: context.actor.id,
        addedAt: context.now.toISOString(),
      })
      .execute()
    context.trail.objects.push(submissionId)
    return id
  },
)

type Look = { submissionId: string; scanId: string; sealer: Sealer }

/** Opens a scan. A command, because each look leaves an entry. */
export const readScan = command(
  permissions,
  'check-transcripts',
  async (context, { submissionId, scanId, sealer }: Look) => {
    const row = await tables(context)
      .selectFrom('voiceScans')
      .selectAll()
      .where('id', '=', scanId)
      .where('submissionId', '=', submissionId)
      .executeTakeFirst()
    const { name, contentType, sealed } = found(row, '原本の写し')
    context.trail.objects.push(scanId)
    return { name, contentType, bytes: new Uint8Array(Buffer.from(sealer.open(scanId, sealed), 'base64')) }
  },
)

type Checking = { submissionId: string; revision: number }

/** A second person compared what was typed with the paper (原本との照合). */
export const checkTranscript = command(
  permissions,
  'check-transcripts',
  async (context, { submissionId, revision }: Checking) => {
    const submission = await getSubmission(context, submissionId)
    refuseIfStale(submission, revision)
    if (submission.checkedBy) throw new Refusal('conflict', 'すでに照らし合わせています')
    if (!mayCheck(context.actor, submission))
      throw new Refusal('forbidden', '打った人とは別の人が、原本と照らし合わせます')
    await keepHistory(context, { submissionId, what: '原本と照らし合わせました' })
    await tables(context)
      .updateTable('voiceSubmissions')
      .set({ checkedBy: context.actor.id, revision: revision + 1 })
      .where('id', '=', submissionId)
      .execute()
  },
)

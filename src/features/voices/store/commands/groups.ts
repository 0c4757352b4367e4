import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import type { RepresentativeVoices } from '../../core/grouping.ts'
import { permissions } from '../../core/permissions.ts'
import { listHeard } from '../queries/voices.ts'
import { tables } from '../tables.ts'

type Confirmation = {
  kind: 'wording' | 'topic'
  label: string
  reason: string
  opinionIds: readonly string[]
  /** Of a topic; they stay as they are, whatever a later run finds. */
  representatives?: RepresentativeVoices | undefined
}

/**
 * A person says that these opinions are one wording, or speak of one matter. What they were in before, they
 * leave.
 */
export const confirmGroup = command(
  permissions,
  'group-voices',
  async (context, { kind, label, reason, opinionIds, representatives }: Confirmation) => {
    if (opinionIds.length < 2) throw new Refusal('conflict', 'まとめる意見を、2つ以上選んでください')
    const known = new Set((await listHeard(context)).map(({ id }) => id))
    for (const opinionId of opinionIds) found(known.has(opinionId) || undefined, '意見')
    const id = context.newId('vg')
    await tables(context)
      .insertInto('voiceGroups')
      .values({
        id,
        kind,
        label,
        reason,
        confirmedBy: context.actor.id,
        confirmedAt: context.now.toISOString(),
        representatives: representatives ? JSON.stringify(representatives) : null,
      })
      .execute()
    const column = kind === 'wording' ? 'wordingId' : 'topicId'
    for (const opinionId of opinionIds) {
      await tables(context)
        .updateTable('voiceOpinions')
        .set({ [column]: id })
        .where('id', '=', opinionId)
        .execute()
    }
    return id
  },
)

/** Takes one opinion out of its group: a hand that a later proposal does not undo. */
export const leaveGroup = command(
  permissions,
  'group-voices',
  async (context, { opinionId, kind }: { opinionId: string; kind: 'wording' | 'topic' }) => {
    const change = kind === 'wording' ? { wordingId: null } : { topicId: null }
    await tables(context).updateTable('voiceOpinions').set(change).where('id', '=', opinionId).execute()
  },
)

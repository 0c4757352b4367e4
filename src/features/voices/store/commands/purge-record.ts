import { hashOf } from '#src/formats/canonical-json.ts'
import type { AuditTrail, Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { mayPurge } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

type Subject = 'contacts' | 'texts'

/** Writes down that somebody asked for a destruction (廃棄の申し出). Returns its id. */
export async function recordProposal(context: Context, subject: Subject, dueOn: string): Promise<string> {
  const id = context.newId('vp')
  await tables(context)
    .insertInto('voicePurges')
    .values({
      id,
      subject,
      dueOn,
      proposedBy: context.actor.id,
      proposedAt: context.now.toISOString(),
      confirmedBy: null,
      confirmedAt: null,
      countBefore: null,
      countPurged: null,
      countAfter: null,
      hash: null,
    })
    .execute()
  return id
}

type Wanted = { purgeId: string; subject: Subject }

/** A proposal that this person may carry out: not done yet, and asked for by somebody else. */
export async function purgeToConfirm(context: Context, { purgeId, subject }: Wanted) {
  const row = await tables(context)
    .selectFrom('voicePurges')
    .selectAll()
    .where('id', '=', purgeId)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const purge = found(row, '廃棄の申し出')
  if (purge.confirmedAt) throw new Refusal('conflict', 'すでに廃棄しました')
  if (!mayPurge(context.actor, purge))
    throw new Refusal('forbidden', '廃棄を申し出た人とは別の人が、廃棄します')
  return purge
}

type Done = { purgeId: string; countBefore: number; due: readonly string[] }

/** The record of a destruction: who, when, how many, and a hash of the ids that went; never the ids. */
export async function recordPurge(
  context: Context & { trail: AuditTrail },
  { purgeId, countBefore, due }: Done,
) {
  const hash = hashOf(due)
  context.trail.beforeHash = hash
  await tables(context)
    .updateTable('voicePurges')
    .set({
      confirmedBy: context.actor.id,
      confirmedAt: context.now.toISOString(),
      countBefore,
      countPurged: due.length,
      countAfter: countBefore - due.length,
      hash,
    })
    .where('id', '=', purgeId)
    .execute()
}

import { hashOf } from '#src/formats/canonical-json.ts'
import type { AuditTrail, Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { markPurged } from '#src/platform/purges/purge-marks.ts'
import { mayPurge } from '../../core/permissions.ts'
import type { PurgeSubject } from '../../core/purge.ts'
import { tables } from '../tables.ts'

/** Writes down that somebody asked for a destruction (廃棄の申し出). Returns its id. */
export const recordProposal = (context: Context, subject: PurgeSubject, dueOn: string): Promise<string> =>
  insertPurge(context, { subject, dueOn, proposedBy: context.actor.id, orderId: null })

type NewPurge = { subject: PurgeSubject; dueOn: string; proposedBy: string; orderId: string | null }

/** A destruction that is asked for, by a person or by an order of two. Returns its id. */
export async function insertPurge(context: Context, purge: NewPurge): Promise<string> {
  const id = context.newId('vp')
  await tables(context)
    .insertInto('voicePurges')
    .values({
      ...purge,
      id,
      proposedAt: context.now.toISOString(),
      confirmedBy: null,
      confirmedAt: null,
      countBefore: null,
      countPurged: null,
      countAfter: null,
      hash: null,
      remainsHash: null,
    })
    .execute()
  return id
}

type Wanted = { purgeId: string; subject: PurgeSubject }

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

type Done = { purgeId: string; subject: PurgeSubject; due: readonly string[]; remains: readonly string[] }

/** By what the marks of destroyed things are named. */
export const markNames: Readonly<Record<PurgeSubject, string>> = {
  contacts: 'voice-contacts',
  texts: 'voice-texts',
}

/** The record of a destruction: who, when, how many, and hashes of the ids that went and remain; never the ids. */
export async function recordPurge(
  context: Context & { trail: AuditTrail },
  { purgeId, subject, due, remains }: Done,
) {
  await markPurged(context, markNames[subject], due)
  const hash = hashOf(due)
  const remainsHash = hashOf(remains)
  context.trail.beforeHash = hash
  context.trail.afterHash = remainsHash
  await tables(context)
    .updateTable('voicePurges')
    .set({
      confirmedBy: context.actor.id,
      confirmedAt: context.now.toISOString(),
      countBefore: due.length + remains.length,
      countPurged: due.length,
      countAfter: remains.length,
      hash,
      remainsHash,
    })
    .where('id', '=', purgeId)
    .execute()
}

/** Ends the order of a subject, asked for or in force. Inside a command. */
export const endOrders = (context: Context, subject: PurgeSubject) =>
  tables(context)
    .updateTable('voicePurgeOrders')
    .set({ endedAt: context.now.toISOString(), endedBy: context.actor.id })
    .where('subject', '=', subject)
    .where('endedAt', 'is', null)
    .execute()

import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { AuditTrail, Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import type { Sealer } from '#src/platform/sealing.ts'
import { permissions } from '../../core/permissions.ts'
import { listContacts, listDueContacts } from '../queries/people.ts'
import { tables } from '../tables.ts'
import type { Contact } from './intake.ts'
import { purgeToConfirm, recordProposal, recordPurge } from './purge-record.ts'

export const contactReasons = {
  reply: '本人への連絡のため',
  disclosure: '開示・訂正の請求のため',
  check: '提出者の要件を確かめるため',
} as const
export type ContactReason = keyof typeof contactReasons

/** Reads the contact data of one submitter. A command, because each look leaves an entry with its reason. */
export const readContact = command(
  permissions,
  'read-contact',
  async (
    context,
    { submissionId, reason, sealer }: { submissionId: string; reason: ContactReason; sealer: Sealer },
  ): Promise<Contact | undefined> => {
    context.trail.reason = reason
    const row = await tables(context)
      .selectFrom('voiceSubmissions')
      .select('personId')
      .where('id', '=', submissionId)
      .executeTakeFirst()
    const { personId } = found(row, '声')
    if (!personId) return undefined
    context.trail.objects.push(personId)
    const person = await tables(context)
      .selectFrom('voicePeople')
      .select('sealed')
      .where('id', '=', personId)
      .executeTakeFirst()
    return person ? (JSON.parse(sealer.open(personId, person.sealed)) as Contact) : undefined
  },
)

/** Says until when the contact data and scans of some submissions are kept. Called with the publication of results. */
export const setPurgeDay = command(
  permissions,
  'release-voices',
  async (context, { sessionRef, day }: { sessionRef: string; day: string }) => {
    const rows = await tables(context)
      .selectFrom('voiceSubmissions')
      .select(['id', 'personId'])
      .where('sessionRef', '=', sessionRef)
      .execute()
    await tables(context)
      .updateTable('voiceSubmissions')
      .set({ contactsUntil: day })
      .where('sessionRef', '=', sessionRef)
      .execute()
    for (const { id, personId } of rows) {
      await tables(context)
        .updateTable('voiceScans')
        .set({ purgeAfter: day })
        .where('submissionId', '=', id)
        .execute()
      if (!personId) continue
      await tables(context)
        .updateTable('voicePeople')
        .set({ purgeAfter: day })
        .where('id', '=', personId)
        .execute()
    }
  },
)

/** Asks for the destruction of contact data past their day (廃棄の申し出). Returns its id. */
export const proposePurge = command(
  permissions,
  'propose-purge',
  async (context, { day }: { day: string }) => {
    if (day > tokyoDay(context.now)) throw new Refusal('conflict', 'まだ来ていない日では、廃棄できません')
    const due = await listDueContacts(context, day)
    if (due.length === 0) throw new Refusal('conflict', '期限を過ぎた連絡先はありません')
    return recordProposal(context, 'contacts', day)
  },
)

/**
 * Destroys contact data past their day, by another person than the one who asked. The record keeps counts
 * and a hash of the ids that went; opinions, their numbers and their way stay.
 */
export const confirmPurge = command(
  permissions,
  'purge-contacts',
  async (context, { purgeId }: { purgeId: string }) => {
    const purge = await purgeToConfirm(context, { purgeId, subject: 'contacts' })
    await destroyContacts(context, { purgeId, due: await listDueContacts(context, purge.dueOn) })
  },
)

/** Deletes the contact data of these people, and writes the record. Inside a command. */
export async function destroyContacts(
  context: Context & { trail: AuditTrail },
  { purgeId, due }: { purgeId: string; due: readonly string[] },
) {
  for (const id of due) {
    await tables(context).deleteFrom('voiceScans').where('id', '=', id).execute()
    await tables(context).deleteFrom('voicePeople').where('id', '=', id).execute()
    await tables(context)
      .updateTable('voiceSubmissions')
      .set({ personId: null })
      .where('personId', '=', id)
      .execute()
  }
  await recordPurge(context, { purgeId, subject: 'contacts', due, remains: await listContacts(context) })
}

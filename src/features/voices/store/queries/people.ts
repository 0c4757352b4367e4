import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { PurgeSubject } from '../../core/purge.ts'
import { tables } from '../tables.ts'

/** Contact data and scans of letters that are past their day (廃棄の対象), by the ids of their rows. */
export async function listDueContacts(context: Context, day: string): Promise<string[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context)
    .selectFrom('voicePeople')
    .select('id')
    .where('purgeAfter', '<', day)
    .unionAll(tables(context).selectFrom('voiceScans').select('id').where('purgeAfter', '<', day))
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** All contact data and scans that are kept, by the ids of their rows. */
export async function listContacts(context: Context): Promise<string[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context)
    .selectFrom('voicePeople')
    .select('id')
    .unionAll(tables(context).selectFrom('voiceScans').select('id'))
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** Where contact data came in, how many they are, and the last day they are kept. */
export type ContactDay = { label: string; contacts: number; keptUntil: string }

/** The days of all contact data, the next one first. */
export async function listContactDays(context: Context): Promise<ContactDay[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context)
    .selectFrom('voicePeople')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.personId', 'voicePeople.id')
    .select(['sessionRef', 'sessionLabel', 'purgeAfter'])
    .select(({ fn }) => fn.count<number>('voicePeople.id').as('contacts'))
    .groupBy(['sessionRef', 'sessionLabel', 'purgeAfter'])
    .orderBy('purgeAfter')
    .orderBy('sessionRef')
    .execute()
  return rows.map(({ sessionLabel, purgeAfter, contacts }) => ({
    label: sessionLabel,
    contacts: Number(contacts),
    keptUntil: purgeAfter ?? '',
  }))
}

export type Purge = {
  id: string
  subject: PurgeSubject
  dueOn: string
  proposedBy: string
  proposedAt: string
  confirmedAt: string | undefined
  countBefore: number
  countPurged: number
  countAfter: number
  hash: string
  /** Of the ids that remain; '' in records of before it was kept. */
  remainsHash: string
  /** By the system on the day, under an order of two people. */
  isByOrder: boolean
}

export async function listPurges(context: Context): Promise<Purge[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context)
    .selectFrom('voicePurges')
    .selectAll()
    .orderBy('proposedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ confirmedBy: _, orderId, ...row }) => ({
    ...row,
    isByOrder: orderId !== null,
    confirmedAt: row.confirmedAt ?? undefined,
    countBefore: row.countBefore ?? 0,
    countPurged: row.countPurged ?? 0,
    countAfter: row.countAfter ?? 0,
    hash: row.hash ?? '',
    remainsHash: row.remainsHash ?? '',
  }))
}

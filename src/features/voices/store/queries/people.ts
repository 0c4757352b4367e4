import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { PurgeSubject } from '../../core/purge.ts'
import { tables } from '../tables.ts'

/** Contact data by their row, still sealed: only who holds the key reads them. */
export type SealedPerson = { id: string; sealed: string; purgeAfter: string | undefined }

/** People whose contact data are past their day (廃棄の対象). */
export async function listDuePeople(context: Context, day: string): Promise<string[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context)
    .selectFrom('voicePeople')
    .select('id')
    .where('purgeAfter', '<', day)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Everybody whose contact data are kept. */
export async function listPersonIds(context: Context): Promise<string[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context).selectFrom('voicePeople').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Contact data whose day is not known yet: the result of their case is not published. */
export async function countUndatedPeople(context: Context): Promise<number> {
  authorize(context, permissions, 'propose-purge')
  const row = await tables(context)
    .selectFrom('voicePeople')
    .select(({ fn }) => fn.count<number>('id').as('count'))
    .where('purgeAfter', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function countPeople(context: Context): Promise<number> {
  authorize(context, permissions, 'propose-purge')
  const row = await tables(context)
    .selectFrom('voicePeople')
    .select(({ fn }) => fn.count<number>('id').as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
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
  }))
}

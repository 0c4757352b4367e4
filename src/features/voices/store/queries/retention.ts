import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { isPastRetention, type Retention } from '../../core/retention.ts'
import { tables } from '../tables.ts'

/** For how many years the words of each channel are kept; those without a rule are kept for good. */
export async function listRetention(context: Context): Promise<Retention[]> {
  authorize(context, permissions, 'propose-purge')
  return tables(context).selectFrom('voiceRetention').selectAll().orderBy('channel').execute()
}

/** Submissions whose words are past their day. What a case of public comment still needs is decided by its rule. */
export async function listDueTexts(context: Context, day: string): Promise<string[]> {
  const rules = await listRetention(context)
  if (rules.length === 0) return []
  const years = new Map(rules.map((rule) => [rule.channel, rule.years]))
  const rows = await tables(context)
    .selectFrom('voiceSubmissions')
    .select(['id', 'channel', 'receivedOn'])
    .where('textPurgedAt', 'is', null)
    .where('channel', 'in', [...years.keys()])
    .orderBy('id')
    .execute()
  return rows
    .filter(({ channel, receivedOn }) => isPastRetention(receivedOn, years.get(channel) ?? 0, day))
    .map(({ id }) => id)
}

/** Every submission whose words are kept. */
export async function listKeptTexts(context: Context): Promise<string[]> {
  authorize(context, permissions, 'propose-purge')
  const rows = await tables(context)
    .selectFrom('voiceSubmissions')
    .select('id')
    .where('textPurgedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many submissions keep their words. */
export async function countTexts(context: Context): Promise<number> {
  authorize(context, permissions, 'propose-purge')
  const row = await tables(context)
    .selectFrom('voiceSubmissions')
    .select(({ fn }) => fn.count<number>('id').as('count'))
    .where('textPurgedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

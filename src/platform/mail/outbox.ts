import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { inTransaction } from '../database/transaction.ts'
import { found, Refusal } from '../errors.ts'
import type { Sealer } from '../sealing.ts'

export const mailStateLabels = {
  waiting: '送信待ち',
  sending: '送信中',
  sent: '送信済み',
  failed: '送れませんでした',
  expired: '古くなったので送りません',
} as const
export type MailState = keyof typeof mailStateLabels

/**
 * メール waiting to go out or gone. Address and text are sealed together under the row's id; `recipient` says in words of
 * the office who gets it (a unit, a seat), never a name or an address.
 */
type MailRow = {
  id: string
  recipient: string
  subject: string
  sealed: string
  /** A code works once and is worth a secret: its text goes when it was sent. */
  keeping: 'keep' | 'forget-when-sent'
  state: MailState
  tries: number
  /** The number with which the server refused (550), or a word for why it was not reached. */
  problem: string
  createdAt: string
  nextTryAt: string
  sentAt: string | null
}

const outbox = (context: Pick<Context, 'db'>): Kysely<{ outboxMails: MailRow }> => context.db

export type NewMail = {
  to: string
  recipient: string
  subject: string
  text: string
  isSecret?: boolean
}

/** Puts a mail into the outbox, inside the command that asks for it. Returns its id. */
export async function queueMail(context: Context, sealer: Sealer, mail: NewMail): Promise<string> {
  const { to, recipient, subject, text, isSecret } = mail
  const id = context.newId('ob')
  const at = context.now.toISOString()
  await outbox(context)
    .insertInto('outboxMails')
    .values({
      id,
      recipient,
      subject: oneLine(subject),
      sealed: sealer.seal(id, JSON.stringify({ to: oneLine(to), text })),
      keeping: isSecret ? 'forget-when-sent' : 'keep',
      state: 'waiting',
      tries: 0,
      problem: '',
      createdAt: at,
      nextTryAt: at,
      sentAt: null,
    })
    .execute()
  return id
}

const oneLine = (words: string) => words.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()

export type Mail = Omit<MailRow, 'sealed' | 'nextTryAt' | 'keeping' | 'sentAt'> & {
  sentAt: string | undefined
  /** Whether its text is still there, so that it can be read and sent again. */
  isKept: boolean
}

const mailOf = ({ sealed, nextTryAt: _, keeping: __, sentAt, ...row }: MailRow): Mail => ({
  ...row,
  sentAt: sentAt ?? undefined,
  isKept: sealed !== '',
})

/** The mails of the outbox, the newest first. The caller has checked who asks. */
export async function listMails(context: Context, most = 200): Promise<Mail[]> {
  const rows = await outbox(context)
    .selectFrom('outboxMails')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(mailOf)
}

/** What became of some mails, by id. Those older than what is kept are not among them. */
export async function findMailStates(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, MailState>> {
  if (ids.length === 0) return new Map()
  const rows = await outbox(context)
    .selectFrom('outboxMails')
    .select(['id', 'state'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

export const letterOf = z.object({ to: z.string(), text: z.string() })

/** One mail with its text. The address stays sealed. */
export async function readMail(
  context: Context,
  sealer: Sealer,
  mailId: string,
): Promise<Mail & { text: string }> {
  const row = await mailRow(context, mailId)
  const text = row.sealed ? letterOf.parse(JSON.parse(sealer.open(row.id, row.sealed))).text : ''
  return { ...mailOf(row), text: row.keeping === 'keep' ? text : '' }
}

/** Sends a mail once more, from the first try on. */
export async function requeueMail(context: Context, mailId: string) {
  const { sealed, state } = await mailRow(context, mailId)
  if (!sealed) throw new Refusal('conflict', 'このメールの中身は、もう残していません')
  if (state === 'sending') throw new Refusal('conflict', 'いま送っているところです')
  const again = { state: 'waiting' as const, tries: 0, problem: '', nextTryAt: context.now.toISOString() }
  await outbox(context).updateTable('outboxMails').set(again).where('id', '=', mailId).execute()
}

async function mailRow(context: Context, mailId: string): Promise<MailRow> {
  const row = await outbox(context)
    .selectFrom('outboxMails')
    .selectAll()
    .where('id', '=', mailId)
    .executeTakeFirst()
  return found(row, 'メール')
}

/** A mail taken for sending: nobody else takes it before `untilMinutes` are over. */
export type TakenMail = { id: string; subject: string; sealed: string; tries: number }

const leaseMinutes = 10
const minute = 60_000
const staleAfter = 2 * 24 * 60 * minute

/** Takes the oldest mail that is due, once. What lay there for two days is not sent any more: it would only surprise. */
export function takeMail(context: Context): Promise<TakenMail | undefined> {
  return inTransaction(context, async (inside) => {
    const at = (shift: number) => new Date(inside.now.getTime() + shift).toISOString()
    await outbox(inside)
      .updateTable('outboxMails')
      .set({ state: 'expired' })
      .where('state', '=', 'waiting')
      .where('tries', '=', 0)
      .where('nextTryAt', '<', at(-staleAfter))
      .execute()
    const mail = await outbox(inside)
      .selectFrom('outboxMails')
      .select(['id', 'subject', 'sealed', 'tries'])
      .where('state', 'in', ['waiting', 'sending'])
      .where('nextTryAt', '<=', at(0))
      .orderBy('nextTryAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!mail) return undefined
    await outbox(inside)
      .updateTable('outboxMails')
      .set({ state: 'sending', tries: mail.tries + 1, nextTryAt: at(leaseMinutes * minute) })
      .where('id', '=', mail.id)
      .execute()
    return { ...mail, tries: mail.tries + 1 }
  })
}

const pauseMinutes = [5, 30, 120, 360]

/** What became of a try: sent, refused for good, or to be tried again later and then given up. */
export async function noteTry(
  context: Context,
  { id, tries }: Pick<TakenMail, 'id' | 'tries'>,
  outcome: { isSent: true } | { isSent: false; isFinal: boolean; problem: string },
) {
  const { db } = context
  const set = (values: Partial<MailRow>) =>
    outbox({ db }).updateTable('outboxMails').set(values).where('id', '=', id)
  if (outcome.isSent) {
    const sent = { state: 'sent' as const, sentAt: context.now.toISOString(), problem: '' }
    await set(sent).execute()
    await set({ sealed: '' }).where('keeping', '=', 'forget-when-sent').execute()
    return
  }
  const pause = outcome.isFinal ? undefined : pauseMinutes[tries - 1]
  const nextTryAt = new Date(context.now.getTime() + (pause ?? 0) * minute).toISOString()
  const state = pause === undefined ? ('failed' as const) : ('waiting' as const)
  await set({ state, nextTryAt, problem: outcome.problem }).execute()
}

const keptFor = 90 * 24 * 60 * minute

/** Mails older than 90 days go, with the addresses in them. */
export async function forgetOldMails(context: Context) {
  const before = new Date(context.now.getTime() - keptFor).toISOString()
  await outbox(context).deleteFrom('outboxMails').where('createdAt', '<', before).execute()
}

import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { searchForm } from '#src/lib/japanese/search-form.ts'
import { command } from '#src/platform/command.ts'
import type { AuditTrail, Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Channel } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import { keepHistory } from '../history.ts'
import { listDueTexts, listTexts } from '../queries/retention.ts'
import { sessionTables } from '../session-tables.ts'
import { tables } from '../tables.ts'
import { endOrders, purgeToConfirm, recordProposal, recordPurge } from './purge-record.ts'

/**
 * Says for how many years the words of a channel are kept (保存の期限); 0 for good. An order to destroy them by the day
 * was agreed on for the rules as they were, so it ends: one person alone never brings destruction about.
 */
export const setRetention = command(
  permissions,
  'set-retention',
  async (context, { channel, years }: { channel: Channel; years: number }) => {
    await tables(context).deleteFrom('voiceRetention').where('channel', '=', channel).execute()
    if (years > 0) await tables(context).insertInto('voiceRetention').values({ channel, years }).execute()
    await endOrders(context, 'texts')
  },
)

/** Asks for the destruction of words past their day (文の廃棄の申し出). Returns its id. */
export const proposeTextPurge = command(permissions, 'propose-purge', async (context, _: object) => {
  const dueOn = tokyoDay(context.now)
  if ((await listDueTexts(context, dueOn)).length === 0)
    throw new Refusal('conflict', '期限を過ぎた文はありません')
  return recordProposal(context, 'texts', dueOn)
})

const mostAtOnce = 500

/**
 * Destroys words past their day, by another person than the one who asked: the letter and its scan, what was not released, what stood
 * before in the history, and the note it came from. What is published stays, and so do number, state and codes. The
 * record keeps counts and a hash of the ids.
 */
export const confirmTextPurge = command(
  permissions,
  'purge-contacts',
  async (context, { purgeId }: { purgeId: string }) => {
    const purge = await purgeToConfirm(context, { purgeId, subject: 'texts' })
    await destroyTexts(context, { purgeId, due: await listDueTexts(context, purge.dueOn) })
  },
)

/** Destroys the words of these submissions, and writes the record. Inside a command. */
export async function destroyTexts(
  context: Context & { trail: AuditTrail },
  { purgeId, due }: { purgeId: string; due: readonly string[] },
) {
  for (let from = 0; from < due.length; from += mostAtOnce)
    await forgetWords(context, due.slice(from, from + mostAtOnce))
  await recordPurge(context, { purgeId, subject: 'texts', due, remains: await listTexts(context) })
}

async function forgetWords(context: Context, submissionIds: readonly string[]) {
  const ids = [...submissionIds]
  await tables(context)
    .updateTable('voiceSubmissions')
    .set({ original: '', textPurgedAt: context.now.toISOString() })
    .where('id', 'in', ids)
    .execute()
  await tables(context).deleteFrom('voiceScans').where('submissionId', 'in', ids).execute()
  await tables(context)
    .updateTable('voiceHistory')
    .set({ before: '' })
    .where('submissionId', 'in', ids)
    .execute()
  await forgetPhotos(context, ids)
  await sessionTables(context)
    .updateTable('voiceNotes')
    .set({ text: '' })
    .where('submissionId', 'in', ids)
    .execute()
  const opinions = await tables(context)
    .selectFrom('voiceOpinions')
    .select(['id', 'redacted', 'summary', 'disclosure', 'releasedBy', 'endedAt'])
    .where('submissionId', 'in', ids)
    .execute()
  for (let from = 0; from < opinions.length; from += mostAtOnce) {
    const some = opinions.slice(from, from + mostAtOnce).map(({ id }) => id)
    await tables(context).deleteFrom('voicePlaces').where('opinionId', 'in', some).execute()
  }
  for (const { id, redacted, summary, disclosure, releasedBy, endedAt } of opinions) {
    const isReleased = releasedBy !== null && endedAt === null
    const verbatim = isReleased && disclosure === 'public' ? (redacted ?? '') : ''
    const isShown = isReleased && (disclosure === 'public' || disclosure === 'summary-only')
    await tables(context)
      .updateTable('voiceOpinions')
      .set({
        verbatim,
        redacted: verbatim === '' ? null : verbatim,
        searchForm: searchForm(verbatim).form,
        summary: isShown ? summary : '',
        start: 0,
        end: 0,
      })
      .where('id', '=', id)
      .execute()
  }
  for (const submissionId of ids)
    await keepHistory(context, { submissionId, what: '保存の期限が過ぎたので、文を廃棄しました' })
}

/** Photographs show the cards as they were written: they go with the first words of their session that go. */
async function forgetPhotos(context: Context, submissionIds: readonly string[]) {
  const sessions = sessionTables(context)
    .selectFrom('voiceNotes')
    .select('sessionId')
    .where('submissionId', 'in', [...submissionIds])
  await sessionTables(context).deleteFrom('voiceSessionPhotos').where('sessionId', 'in', sessions).execute()
}

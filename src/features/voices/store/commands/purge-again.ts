import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import type { PurgeAgain, PurgingAgain } from '#src/platform/purges/purge-marks.ts'
import { openWhatOpens } from '#src/platform/sealing.ts'
import { permissions } from '../../core/permissions.ts'
import { type PurgeSubject, purgeSubjects } from '../../core/purge.ts'
import { listContacts } from '../queries/people.ts'
import { listTexts } from '../queries/retention.ts'
import { tables } from '../tables.ts'
import type { Contact } from './intake.ts'
import { destroy, listDue } from './purge-orders.ts'
import { insertPurge, markNames } from './purge-record.ts'

const listKept = { contacts: listContacts, texts: listTexts }

type Listening = NonNullable<PurgingAgain['listen']>

/** Contact data of people who go, for a search that names nobody. */
async function tellContacts(context: Context, { folder, tell }: Listening, ids: readonly string[]) {
  const rows = await tables(context)
    .selectFrom('voicePeople')
    .select(['id', 'sealed'])
    .where('id', 'in', ids.length > 0 ? [...ids] : [''])
    .execute()
  const { texts, closed } = openWhatOpens(folder, rows)
  tell(
    texts.flatMap((text) => Object.values(JSON.parse(text) as Contact)),
    closed,
  )
}

type Again = { subject: PurgeSubject; due: readonly string[]; today: string }

/** Destroys what came back from a backup, with the same record as by hand. */
const destroyAgain = command(
  permissions,
  'purge-contacts',
  async (context, { subject, due, today }: Again) => {
    const purge = { subject, dueOn: today, proposedBy: context.actor.id, orderId: null }
    const purgeId = await insertPurge(context, purge)
    context.trail.objects.push(purgeId)
    context.trail.reason = 'restore'
    await destroy[subject](context, { purgeId, due })
  },
)

/**
 * After a restore, before anybody sees the data: what was destroyed before, and what is past its day. Nobody is asked: it
 * does not come back, and the data from before the restore are kept for whoever has to keep something.
 */
export const purgeAgain: PurgeAgain = async (context, { isPurged, today, listen }) => {
  const officer = { ...context, actor: { ...context.actor, roles: ['privacy-officer' as const] } }
  let count = 0
  for (const subject of purgeSubjects) {
    const past = new Set(await listDue[subject](officer, today))
    const kept = await listKept[subject](officer)
    const due = kept.filter((id) => past.has(id) || isPurged(markNames[subject], id))
    if (subject === 'contacts' && listen) await tellContacts(officer, listen, due)
    if (due.length > 0) await destroyAgain(officer, { subject, due, today })
    count += due.length
  }
  return count
}

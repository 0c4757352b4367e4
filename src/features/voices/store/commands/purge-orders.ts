import { command } from '#src/platform/command.ts'
import type { DailyWork } from '#src/platform/daily.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { type PurgeSubject, purgeSubjects } from '../../core/purge.ts'
import { isInForce, mayAgree } from '../../core/purge-order.ts'
import { listDueContacts } from '../queries/people.ts'
import { findPurgeOrder } from '../queries/purge-orders.ts'
import { listDueTexts } from '../queries/retention.ts'
import { tables } from '../tables.ts'
import { destroyContacts } from './people.ts'
import { endOrders, insertPurge } from './purge-record.ts'
import { destroyTexts } from './retention.ts'

/** Asks that what is past its day be destroyed every morning by itself (自動廃棄の申し出). Returns the id of the order. */
export const orderPurges = command(
  permissions,
  'propose-purge',
  async (context, { subject }: { subject: PurgeSubject }) => {
    if (await findPurgeOrder(context, subject)) throw new Refusal('conflict', 'すでに申し出があります')
    const id = context.newId('vq')
    await tables(context)
      .insertInto('voicePurgeOrders')
      .values({
        id,
        subject,
        orderedBy: context.actor.id,
        orderedAt: context.now.toISOString(),
        agreedBy: null,
        agreedAt: null,
        endedBy: null,
        endedAt: null,
      })
      .execute()
    return id
  },
)

/** Agrees to an order, by another person than the one who asked: from the next morning on it is carried out. */
export const agreeToPurges = command(
  permissions,
  'purge-contacts',
  async (context, { orderId }: { orderId: string }) => {
    const rows = await tables(context)
      .selectFrom('voicePurgeOrders')
      .select(['orderedBy', 'agreedAt'])
      .where('id', '=', orderId)
      .where('endedAt', 'is', null)
      .execute()
    const order = found(rows[0], '自動廃棄の申し出')
    if (order.agreedAt) throw new Refusal('conflict', 'すでに取り決めました')
    if (!mayAgree(context.actor, order))
      throw new Refusal('forbidden', '申し出た人とは別の人が、自動廃棄を決めます')
    await tables(context)
      .updateTable('voicePurgeOrders')
      .set({ agreedBy: context.actor.id, agreedAt: context.now.toISOString() })
      .where('id', '=', orderId)
      .execute()
  },
)

/** Ends the order of a subject at once: one person is enough to keep something. */
export const endPurgeOrder = command(
  permissions,
  'propose-purge',
  async (context, { subject }: { subject: PurgeSubject }) => {
    const order = found(await findPurgeOrder(context, subject), '自動廃棄の取り決め')
    context.trail.objects.push(order.id)
    await endOrders(context, subject)
  },
)

export const listDue = { contacts: listDueContacts, texts: listDueTexts }
export const destroy = { contacts: destroyContacts, texts: destroyTexts }

/** Destroys what is past its day under the order of its subject, with the same record as by hand. */
const destroyByOrder = command(
  permissions,
  'purge-contacts',
  async (context, { subject, orderId, today }: { subject: PurgeSubject; orderId: string; today: string }) => {
    const order = found(await findPurgeOrder(context, subject), '自動廃棄の取り決め')
    const purge = { subject, dueOn: today, proposedBy: order.orderedBy, orderId }
    const purgeId = await insertPurge(context, purge)
    context.trail.objects.push(purgeId)
    await destroy[subject](context, { purgeId, due: await listDue[subject](context, today) })
  },
)

/** Every morning: what two people ordered to be destroyed on its day, by the system itself in the place of the privacy officer. */
export const purgeDaily: DailyWork = async (context, { today }) => {
  const officer = {
    ...context,
    actor: { id: 'system', roles: ['privacy-officer' as const] },
    source: 'daily',
  }
  for (const subject of purgeSubjects) {
    const order = await findPurgeOrder(officer, subject)
    if (!order || !isInForce(order)) continue
    if ((await listDue[subject](officer, today)).length === 0) continue
    await destroyByOrder(officer, { subject, orderId: order.id, today })
  }
}

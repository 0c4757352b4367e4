import { expect, test } from 'vitest'
import { hashOf } from '#src/formats/canonical-json.ts'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { receiveVoice, takeInVoice } from './commands/intake.ts'
import { setPurgeDay } from './commands/people.ts'
import { agreeToPurges, endPurgeOrder, orderPurges, purgeDaily } from './commands/purge-orders.ts'
import { setRetention } from './commands/retention.ts'
import { listContacts, listPurges } from './queries/people.ts'
import { findPurgeOrder } from './queries/purge-orders.ts'
import { getSubmission } from './queries/voices.ts'

const content: SubmissionContent = {
  original: 'バスを増やしてください。',
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2020-03-30',
  method: 'post',
  district: '谷和原',
  ageBand: '40代',
  group: '',
  frame: 'open-call',
  consent: 'public',
}
const sealer = sealerOf(new Uint8Array(32).fill(1))
const visit = (today: string) => ({ after: today, today, site: 'https://x.jp', folder: '' })

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const officer = as('privacy-officer', context)
  const secondOfficer: Context = { ...officer, actor: { id: context.actor.id, roles: ['privacy-officer'] } }
  const system: Context = { ...context, actor: { id: 'system', roles: [] } }

  test('contact data go by themselves on their day, only under an order of two people, with a record', async () => {
    const sessionRef = 'cc_timer00000'
    await receiveVoice(as('public', context), {
      content,
      sessionRef,
      aboutRef: '',
      lateReason: '',
      heldReason: '',
      contactsUntil: '2099-03-31',
      contact: { words: { name: '秘密 花子', address: '', reach: '' }, sealer },
    })
    await setPurgeDay(context, { sessionRef, day: '2026-04-10' })
    const orderId = await orderPurges(context, { subject: 'contacts' })
    await expect(agreeToPurges(secondOfficer, { orderId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(agreeToPurges(context, { orderId })).rejects.toMatchObject({ kind: 'forbidden' })
    await purgeDaily(system, visit('2026-04-20'))
    expect(await listContacts(officer)).toHaveLength(1)

    await agreeToPurges(officer, { orderId })
    await purgeDaily(system, visit('2026-04-10'))
    expect(await listContacts(officer)).toHaveLength(1)
    await purgeDaily(system, visit('2026-04-11'))
    expect(await listContacts(officer)).toHaveLength(0)
    await purgeDaily(system, visit('2026-04-12'))
    expect(await listPurges(officer)).toMatchObject([
      {
        subject: 'contacts',
        isByOrder: true,
        dueOn: '2026-04-11',
        countBefore: 1,
        countPurged: 1,
        countAfter: 0,
        remainsHash: hashOf([]),
      },
    ])
    const entry = await context.db
      .selectFrom('auditEntries')
      .selectAll()
      .where('actor', '=', 'system')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      action: 'purge-contacts',
      source: 'daily',
      object: expect.stringContaining(orderId),
    })
  })

  test('words go by themselves too; who changes the time they are kept ends the order, and one person may end it', async () => {
    const { submissionId } = await takeInVoice(context, { content })
    await setRetention(context, { channel: 'request', years: 5 })
    await agreeToPurges(officer, { orderId: await orderPurges(context, { subject: 'texts' }) })
    await setRetention(context, { channel: 'request', years: 3 })
    expect(await findPurgeOrder(context, 'texts')).toBeUndefined()
    await purgeDaily(system, visit('2026-04-20'))
    expect((await getSubmission(context, submissionId)).original).toBe(content.original)

    await agreeToPurges(officer, { orderId: await orderPurges(context, { subject: 'texts' }) })
    await endPurgeOrder(context, { subject: 'texts' })
    await purgeDaily(system, visit('2026-04-21'))
    expect((await getSubmission(context, submissionId)).original).toBe(content.original)

    await agreeToPurges(officer, { orderId: await orderPurges(context, { subject: 'texts' }) })
    await purgeDaily(system, visit('2026-04-22'))
    expect((await getSubmission(context, submissionId)).original).toBe('')
  })
})

import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { receiveVoice } from './commands/intake.ts'
import { confirmPurge, proposePurge, readContact, setPurgeDay } from './commands/people.ts'
import { findTraced } from './queries/trace.ts'

const content: SubmissionContent = {
  original: 'バスを増やしてください。',
  channel: 'request',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'post',
  district: '谷和原',
  ageBand: '40代',
  group: '',
  frame: 'open-call',
  consent: 'public',
}

const sealer = sealerOf(new Uint8Array(32).fill(1))

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  test('contact data are sealed, read with a reason, and gone after two people said so', async () => {
    const words = { name: '秘密 花子', address: '小絹1番地', reach: 'himitsu@example.jp' }
    const { submissionId, receiptNumber } = await receiveVoice(as('public', context), {
      content,
      sessionRef: 'cc_purge00000',
      aboutRef: '',
      lateReason: '',
      heldReason: '',
      contactsUntil: '2099-03-31',
      contact: { words, sealer },
    })
    const stored = JSON.stringify(await context.db.selectFrom('voicePeople').selectAll().execute())
    expect(stored).not.toMatch(/花子|小絹|himitsu/)
    const officer = as('privacy-officer', context)
    await expect(readContact(context, { submissionId, reason: 'reply', sealer })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await readContact(officer, { submissionId, reason: 'reply', sealer })).toEqual(words)
    await setPurgeDay(context, { sessionRef: 'cc_purge00000', day: '2026-03-01' })
    const purgeId = await proposePurge(context, { day: '2026-04-01' })
    const proposer: Context = { ...officer, actor: { id: context.actor.id, roles: ['privacy-officer'] } }
    await expect(confirmPurge(proposer, { purgeId })).rejects.toMatchObject({ kind: 'forbidden' })
    await confirmPurge(officer, { purgeId })
    expect(await readContact(officer, { submissionId, reason: 'reply', sealer })).toBeUndefined()
    expect(await findTraced(as('public', context), receiptNumber)).toMatchObject({ channel: 'request' })
    const purge = await context.db
      .selectFrom('voicePurges')
      .selectAll()
      .where('id', '=', purgeId)
      .executeTakeFirstOrThrow()
    expect(purge).toMatchObject({ countPurged: 1 })
  })

  test('free text of a survey is never tied to a person, whatever is handed in', async () => {
    const { submissionId } = await receiveVoice(as('public', context), {
      content: { ...content, channel: 'survey' },
      sessionRef: '',
      aboutRef: '',
      lateReason: '',
      heldReason: '',
      contactsUntil: '2099-03-31',
      contact: { words: { name: '名', address: '', reach: '' }, sealer },
    })
    expect(
      await readContact(as('privacy-officer', context), { submissionId, reason: 'check', sealer }),
    ).toBeUndefined()
  })
})

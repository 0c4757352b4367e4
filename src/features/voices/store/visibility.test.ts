import { beforeAll, expect, test } from 'vitest'
import { roles } from '#src/lib/permissions.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { redactOpinion, releaseOpinion, withdrawSubmission } from './commands/disclosure.ts'
import { addCode, addIssue, gatherIssue } from './commands/frame.ts'
import { receiveVoice } from './commands/intake.ts'
import { addNotes, takeOverNotes } from './commands/notes.ts'
import { agreeToPurges } from './commands/purge-orders.ts'
import { addSession, announceSession } from './commands/sessions.ts'
import { sortOpinion } from './commands/sorting.ts'
import { startTrial } from './commands/trials.ts'
import { listHeardAbout } from './queries/about-items.ts'
import { getPublicReport } from './queries/public-sessions.ts'
import { findSeating } from './queries/seating.ts'
import { getNote, listNotes, listSteps } from './queries/sessions.ts'
import { findTraced, listReleased } from './queries/trace.ts'
import { getOpinion, getSubmission, listOpinionsOf } from './queries/voices.ts'
import { type Ids, visibility } from './visibility-map.ts'

const secret = '見本太郎'
const content: SubmissionContent = {
  original: `${secret}です。通学路が暗い。`,
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
const itemId = 'me_0000000555'
const sealer = sealerOf(new Uint8Array(32).fill(9))

const way = { sessionRef: '', aboutRef: itemId, lateReason: '', heldReason: '', contactsUntil: '2099-03-31' }

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  let ids: Ids

  const received = (original: string) =>
    receiveVoice(as('public', context), {
      content: { ...content, original },
      ...way,
      contact: { words: { name: secret, address: '', reach: '' }, sealer },
    })

  const firstOf = async (submissionId: string) => (await listOpinionsOf(context, submissionId))[0]?.id ?? ''

  async function release(opinionId: string, redacted: string) {
    const { revision } = await getOpinion(context, opinionId)
    await redactOpinion(context, { opinionId, revision, redacted })
    await releaseOpinion(publisher, { opinionId, revision: revision + 1, disclosure: 'public', reason: '' })
  }

  beforeAll(async () => {
    const { submissionId, receiptNumber } = await received(content.original)
    const [hidden, withdrawn] = [await received(`${secret}の秘密の話`), await received('取り下げる話です。')]
    const opinionId = await firstOf(submissionId)
    const codeId = await addCode(context, { label: '通学路', planItemId: itemId })
    const sorting = { kind: 'request' as const, kindReason: '', summary: '', codeIds: [codeId] }
    await sortOpinion(context, { opinionId, revision: 1, ...sorting })
    await gatherIssue(context, {
      issueId: await addIssue(context, { title: '暗い道', text: '', planItemId: itemId }),
      codeId,
    })
    await release(opinionId, '■■です。通学路が暗い。')
    const withdrawnId = await firstOf(withdrawn.submissionId)
    await release(withdrawnId, '取り下げる話です。')
    await withdrawSubmission(context, { submissionId: withdrawn.submissionId, revision: 1 })
    const sessionId = await addSession(context, {
      content: {
        ...{ kind: 'briefing', title: '説明会', purpose: '', heldOn: '2026-03-20', startsAt: '', endsAt: '' },
        ...{ place: '', district: '', group: '', howTo: '', contact: '', versionId: '' },
        ...{ frame: 'open-call', consent: 'public' },
      },
    })
    const step = (await listSteps(context, sessionId)).find(({ kind }) => kind === 'question')
    const said = { text: `${secret}の発言`, speaker: '', heading: '', district: '', ageBand: '' as const }
    await addNotes(context, { sessionId, stepId: step?.id ?? '', tableId: '', notes: [said] })
    await takeOverNotes(context, { sessionId })
    await announceSession(context, { sessionId, revision: 1, isPublic: true })
    const [note] = await listNotes(context, sessionId)
    ids = {
      submissionId,
      opinionId,
      hiddenId: await firstOf(hidden.submissionId),
      withdrawnId,
      sessionId,
      noteId: note?.id ?? '',
      trialId: await startTrial(context, { title: '第1回' }),
      receiptNumber,
    }
  })

  const cases = Object.entries(visibility).flatMap(([level, { who, looks }]) =>
    Object.entries(looks).map(([name, look]) => [level, name, who, look] as const),
  )

  test.each(cases)('%s: %s is for those of the map and nobody else', async (_level, _name, who, look) => {
    for (const role of roles) {
      const seen = look(as(role, context), ids)
      if (who.includes(role)) await seen
      else await expect(seen, role).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  test('counts and public looks never hold raw words, whoever looks', async () => {
    for (const role of ['member', 'viewer', 'reviewer', 'public'] as const) {
      for (const level of ['counts', 'public'] as const) {
        for (const look of Object.values(visibility[level].looks)) {
          const seen = await look(as(role, context), ids).catch(() => undefined)
          const text = JSON.stringify(seen instanceof Map ? [...seen] : seen) ?? ''
          expect(text).not.toMatch(/見本太郎|秘密|取り下げる話/)
        }
      }
    }
  })

  test('ids put in the place of others open nothing', async () => {
    const asPublic = as('public', context)
    expect(
      (await listReleased(asPublic, [ids.hiddenId, ids.withdrawnId, ids.submissionId, 'op_0000009999']))
        .length,
    ).toBe(0)
    expect(await findTraced(asPublic, ids.submissionId)).toBeUndefined()
    for (const wrong of [ids.submissionId, ids.opinionId, 'ho_0000009999'])
      await expect(getPublicReport(asPublic, wrong)).rejects.toMatchObject({ kind: 'not-found' })
    for (const wrong of [ids.opinionId, ids.sessionId, ids.receiptNumber]) {
      await expect(getSubmission(context, wrong)).rejects.toMatchObject({ kind: 'not-found' })
      await expect(getNote(context, wrong)).rejects.toMatchObject({ kind: 'not-found' })
    }
    await expect(getOpinion(context, ids.submissionId)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await listNotes(context, ids.trialId)).toEqual([])
    expect(await findSeating(context, ids.submissionId)).toBeUndefined()
    await expect(
      agreeToPurges(as('privacy-officer', context), { orderId: ids.submissionId }),
    ).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect(await listHeardAbout(asPublic, 'me_0000009999')).toEqual([])
  })
})

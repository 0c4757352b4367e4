import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { questionSets } from '../core/question-sets.ts'
import type { SessionContent } from '../core/session-forms.ts'
import { approveFollowUp, keepFollowUp } from './commands/follow-ups.ts'
import { takeInVoice } from './commands/intake.ts'
import { addNotes, takeOverNotes } from './commands/notes.ts'
import { addSession, announceSession, publishSession, recordOutcome } from './commands/sessions.ts'
import { addTable } from './commands/steps.ts'
import { getPublicReport } from './queries/public-sessions.ts'
import { listRequests } from './queries/requests.ts'
import { listSteps } from './queries/sessions.ts'
import { getSubmission, listHeard, listOpinionsOf } from './queries/voices.ts'

const content: SessionContent = {
  kind: 'world-cafe',
  title: '10年後のまちを話すワールドカフェ',
  purpose: '',
  heldOn: '2026-03-20',
  startsAt: '13:30',
  endsAt: '15:30',
  place: '谷和原公民館',
  district: '谷和原',
  group: '',
  howTo: '電話で申し込む',
  contact: '企画政策課',
  frame: 'open-call',
  consent: 'anonymous-quote',
  versionId: '',
}
const blank = { speaker: '', heading: '', district: '', ageBand: '' as const }
const outcome = {
  participants: 12,
  participantsNote: '',
  confirmation: 'not-needed',
  nextSteps: '案に生かす',
} as const

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const asPublic = as('public', context)

  async function cafe(changes: Partial<SessionContent> = {}) {
    const set = questionSets.find(({ id }) => id === 'mima')
    const sessionId = await addSession(context, { content: { ...content, ...changes }, set })
    const steps = await listSteps(context, sessionId)
    const round = steps.find(({ kind }) => kind === 'round' || kind === 'question')
    if (!round) throw new Error('one round')
    const tableId = await addTable(context, { sessionId, name: '', host: '' })
    return { sessionId, stepId: round.id, tableId, steps }
  }

  test('a question of a briefing has an answer until a day; the public reads it once another approved it', async () => {
    const { sessionId, stepId } = await cafe({ kind: 'briefing', title: '市民説明会 谷和原会場' })
    await addNotes(context, {
      sessionId,
      stepId,
      tableId: '',
      notes: [{ ...blank, text: '道はいつできますか' }],
    })
    await takeOverNotes(context, { sessionId })
    const [heard] = await listHeard(context, { sessionRef: sessionId })
    const submissionId = heard?.submissionId ?? ''
    const first = {
      unitId: '',
      dueOn: '2026-04-10',
      outcome: 'open',
      reply: '',
      timing: '',
      continues: '',
    } as const
    await keepFollowUp(context, { submissionId, revision: 0, content: { ...first, repliedOn: undefined } })
    const reply = {
      ...first,
      outcome: 'planned',
      reply: '令和9年度に着手します。',
      repliedOn: '2026-04-08',
    } as const
    await expect(keepFollowUp(context, { submissionId, revision: 0, content: reply })).rejects.toMatchObject({
      kind: 'stale',
    })
    await keepFollowUp(context, { submissionId, revision: 1, content: reply })
    await recordOutcome(context, { sessionId, revision: 1, outcome })
    await announceSession(context, { sessionId, revision: 2, isPublic: true })
    await publishSession(publisher, { sessionId, revision: 3, isPublic: true })
    const shown = async () => (await getPublicReport(asPublic, sessionId)).notes[0]?.reply
    expect(await shown()).toMatchObject({ outcome: 'open', reply: '', dueOn: '2026-04-10' })
    await expect(approveFollowUp(context, { submissionId, revision: 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await approveFollowUp(publisher, { submissionId, revision: 2 })
    expect(await shown()).toMatchObject({ outcome: 'planned', reply: '令和9年度に着手します。' })
    await keepFollowUp(context, {
      submissionId,
      revision: 3,
      content: { ...reply, reply: '令和10年度です。' },
    })
    expect(await shown()).toMatchObject({ outcome: 'open', reply: '' })
  })

  async function request(original: string, receivedOn: string) {
    const { submissionId, receiptNumber } = await takeInVoice(context, {
      content: {
        channel: 'request',
        method: 'form',
        requestPath: 'ward',
        sessionLabel: '小絹区',
        receivedOn,
        district: '谷和原',
        ageBand: '',
        group: '',
        frame: 'open-call',
        consent: 'internal',
        original,
      },
    })
    return { submissionId, receiptNumber }
  }

  test('a request is listed with the way it came by', async () => {
    const { submissionId } = await request('排水路をきれいに', '2025-05-01')
    const line = (await listRequests(context)).find(({ heard }) => heard.submissionId === submissionId)
    expect(line?.heard).toMatchObject({ channel: 'request', requestPath: 'ward' })
    expect(await getSubmission(context, submissionId)).toMatchObject({ requestPath: 'ward' })
  })

  test('the same request of another year is counted; a number nobody has, and a circle, are refused', async () => {
    const first = await request('カーブミラーを付けてほしい', '2025-06-01')
    const second = await request('カーブミラーを昨年に続き要望する', '2026-03-01')
    const written = { unitId: '', dueOn: '', outcome: 'open', reply: '', timing: '' } as const
    const goOn = (one: typeof first, continues: string) =>
      keepFollowUp(context, {
        submissionId: one.submissionId,
        revision: 0,
        content: { ...written, continues, repliedOn: undefined },
      })
    await expect(goOn(second, '2222-2222-22')).rejects.toMatchObject({ kind: 'conflict' })
    await goOn(second, first.receiptNumber)
    await expect(goOn(first, second.receiptNumber)).rejects.toMatchObject({
      message: expect.stringContaining('前後が逆'),
    })
    const times = new Map((await listRequests(context)).map(({ heard, times: n }) => [heard.submissionId, n]))
    expect([times.get(first.submissionId), times.get(second.submissionId)]).toEqual([1, 2])
  })

  test('what was said at a session keeps its consent: the office’s stays inside', async () => {
    const { sessionId, stepId } = await cafe({ kind: 'hearing' })
    const said = [
      { ...blank, text: 'Aの声', speaker: 'A', consent: 'internal' as const },
      { ...blank, text: 'Bの声', speaker: 'B' },
    ]
    await addNotes(context, { sessionId, stepId, tableId: '', notes: said })
    await takeOverNotes(context, { sessionId })
    const heard = await listHeard(context, { sessionRef: sessionId })
    const inside = heard.find(({ verbatim }) => verbatim === 'Aの声')
    expect(await getSubmission(context, inside?.submissionId ?? '')).toMatchObject({
      consent: 'internal',
      sessionLabel: `${content.title} 発言者A`,
      channel: 'hearing',
    })
    expect(await listOpinionsOf(context, inside?.submissionId ?? '')).toHaveLength(1)
  })
})

import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { questionSets } from '../core/question-sets.ts'
import type { SessionContent } from '../core/session-forms.ts'
import { redactOpinion, releaseOpinion } from './commands/disclosure.ts'
import { addNotes, changeNote, moveNote, removeNote, takeOverNotes, voteNote } from './commands/notes.ts'
import {
  addSession,
  announceSession,
  changeSession,
  publishSession,
  recordOutcome,
} from './commands/sessions.ts'
import { sortOpinion } from './commands/sorting.ts'
import { addTable, moveStep, removeStep, removeTable } from './commands/steps.ts'
import { getPublicReport, listPublicSessions } from './queries/public-sessions.ts'
import { boardSeqOf, getSession, listNotes, listSessionTables, listSteps } from './queries/sessions.ts'
import { findTraced } from './queries/trace.ts'
import { listHeard } from './queries/voices.ts'

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
  cameOnline: 2,
  spoke: 9,
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

  async function cards(...texts: string[]) {
    const made = await cafe()
    const notes = texts.map((text) => ({ ...blank, text }))
    await addNotes(context, { ...made, notes })
    return { ...made, notes: await listNotes(context, made.sessionId) }
  }

  test('a world café begins with the questions of its set; nothing is public before it is announced', async () => {
    const { sessionId, steps } = await cafe()
    expect(steps.map(({ kind }) => kind)).toEqual([
      'opening',
      'round',
      'round',
      'break',
      'harvest',
      'closing',
    ])
    expect((await listPublicSessions(asPublic)).map(({ id }) => id)).not.toContain(sessionId)
    await announceSession(context, { sessionId, revision: 1, isPublic: true })
    const shown = await getPublicReport(asPublic, sessionId)
    expect(shown).toMatchObject({ session: { title: content.title, place: '谷和原公民館' }, notes: [] })
    const [first, second] = steps
    await moveStep(context, { sessionId, stepId: second?.id ?? '', by: -1 })
    expect((await listSteps(context, sessionId)).slice(0, 2).map(({ id }) => id)).toEqual([
      second?.id,
      first?.id,
    ])
    const { kind: _, ...same } = content
    await expect(
      changeSession(context, { sessionId, revision: 1, content: { ...same, place: '' } }),
    ).rejects.toMatchObject({ kind: 'stale' })
  })

  test('cards are numbered by table; each change moves the board on; two votes at once both count', async () => {
    const { sessionId, stepId, tableId, notes } = await cards('昼のバスがほしい', '空き家を集いの場に')
    expect(notes.map(({ number, district }) => [number, district])).toEqual([
      [1, '谷和原'],
      [2, '谷和原'],
    ])
    const before = await boardSeqOf(context, sessionId)
    const noteId = notes[0]?.id ?? ''
    await Promise.all([voteNote(context, { noteId, by: 1 }), voteNote(context, { noteId, by: 1 })])
    await moveNote(context, { noteId, heading: '足' })
    expect(await boardSeqOf(context, sessionId)).toBe(before + 3)
    const [card] = await listNotes(context, sessionId)
    expect(card).toMatchObject({ votes: 2, heading: '足' })
    await expect(changeNote(context, { noteId, revision: 1, text: 'x', votes: 0 })).rejects.toMatchObject({
      kind: 'stale',
    })
    await expect(removeStep(context, { sessionId, stepId })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(removeTable(context, { sessionId, tableId })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('cards become voices word by word, once, with a receipt number; then their words hold', async () => {
    const { sessionId, notes } = await cards('街灯を増やして', '祭りを続けたい')
    await removeNote(context, { noteId: notes[1]?.id ?? '' })
    expect(await takeOverNotes(context, { sessionId })).toBe(1)
    expect(await takeOverNotes(context, { sessionId })).toBe(0)
    const [heard] = await listHeard(context, { sessionRef: sessionId })
    expect(heard).toMatchObject({
      verbatim: '街灯を増やして',
      channel: 'workshop',
      method: 'card',
      frame: 'open-call',
      receivedOn: '2026-03-20',
      sessionLabel: `${content.title} 付箋1-1`,
    })
    expect(await findTraced(asPublic, heard?.receiptNumber ?? '')).toMatchObject({ sessionRef: sessionId })
    const [note] = await listNotes(context, sessionId)
    const known = { noteId: note?.id ?? '', revision: note?.revision ?? 0 }
    await expect(changeNote(context, { ...known, text: '別の文', votes: 0 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await changeNote(context, { ...known, text: '街灯を増やして', votes: 5 })
  })

  test('the published report has released words only, and counts the others', async () => {
    const { sessionId } = await cards('見本太郎の店の前が暗い', '公園に日陰を')
    await takeOverNotes(context, { sessionId })
    await announceSession(context, { sessionId, revision: 1, isPublic: true })
    await expect(publishSession(publisher, { sessionId, revision: 2, isPublic: true })).rejects.toMatchObject(
      {
        kind: 'conflict',
      },
    )
    const directions = '世代で困りごとが違う'
    await recordOutcome(context, { sessionId, revision: 2, outcome: { ...outcome, directions } })
    expect(await getSession(context, sessionId)).toMatchObject({ directions })
    const heard = await listHeard(context, { sessionRef: sessionId })
    const dark = heard.find(({ verbatim }) => verbatim.includes('見本太郎'))
    const redaction = { opinionId: dark?.id ?? '', revision: 1, redacted: '■■（個人情報）の店の前が暗い' }
    await redactOpinion(context, redaction)
    await releaseOpinion(publisher, {
      opinionId: redaction.opinionId,
      revision: 2,
      disclosure: 'public',
      reason: '',
    })
    const before = await getPublicReport(asPublic, sessionId)
    expect([before.notes, before.session.participants, before.session.spoke]).toEqual([
      [],
      undefined,
      undefined,
    ])
    await publishSession(publisher, { sessionId, revision: 3, isPublic: true })
    const { notes, session } = await getPublicReport(asPublic, sessionId)
    expect(JSON.stringify(session)).not.toContain(directions)
    expect(session).toMatchObject({ participants: 12, cameOnline: 2, cameInWriting: undefined, spoke: 9 })
    expect(notes.map(({ number, texts }) => [number, texts.map(({ text }) => text)])).toEqual([
      ['1-1', ['■■（個人情報）の店の前が暗い']],
      ['1-2', []],
    ])
    expect(JSON.stringify(notes)).not.toMatch(/見本太郎|日陰/)
  })

  test('what was said in an interview is quoted only once the speaker confirmed the record; a gist goes before', async () => {
    const { sessionId, stepId } = await cafe({ kind: 'interview' })
    await addNotes(context, {
      sessionId,
      stepId,
      tableId: '',
      notes: [{ ...blank, text: '担い手が足りない' }],
    })
    await takeOverNotes(context, { sessionId })
    const [said] = await listHeard(context, { sessionRef: sessionId })
    if (!said) throw new Error('one remark')
    const opinionId = said.id
    const sorting = { kind: 'opinion', kindReason: '', summary: '担い手の不足', codeIds: [] } as const
    await sortOpinion(context, { ...sorting, opinionId, revision: said.revision })
    await redactOpinion(context, { opinionId, revision: said.revision + 1, redacted: said.verbatim })
    const decision = { opinionId, reason: '', revision: said.revision + 2 }
    await expect(releaseOpinion(publisher, { ...decision, disclosure: 'public' })).rejects.toMatchObject({
      message: expect.stringContaining('本人が、まだ記録を確かめていません'),
    })
    await releaseOpinion(publisher, { ...decision, disclosure: 'summary-only' })
    const confirmed = { ...outcome, confirmation: 'confirmed' } as const
    await recordOutcome(context, { sessionId, revision: 1, outcome: confirmed })
    await releaseOpinion(publisher, { ...decision, revision: said.revision + 3, disclosure: 'public' })
    expect((await listHeard(context, { sessionRef: sessionId }))[0]).toMatchObject({ disclosure: 'public' })
  })

  test('clerks write cards and read none; staff hearings are never announced; ids of other sessions lead nowhere', async () => {
    const one = await cafe()
    const other = await cafe()
    const clerk = as('entry-clerk', context)
    const notes = [{ ...blank, text: '歩道を広く' }]
    expect(await addNotes(clerk, { ...one, notes })).toBe(1)
    await expect(listNotes(clerk, one.sessionId)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(addNotes(clerk, { ...one, sessionId: other.sessionId, notes })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(addNotes(clerk, { ...one, tableId: other.tableId, notes })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(listSessionTables(asPublic, one.sessionId)).rejects.toMatchObject({ kind: 'forbidden' })
    const staff = await addSession(context, { content: { ...content, kind: 'staff', frame: 'staff' } })
    await expect(
      announceSession(context, { sessionId: staff, revision: 1, isPublic: true }),
    ).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(getPublicReport(asPublic, staff)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await getSession(context, staff)).toMatchObject({ announcedAt: undefined })
    const [taken] = await listHeard(context, { sessionRef: one.sessionId })
    expect(taken).toBeUndefined()
  })
})

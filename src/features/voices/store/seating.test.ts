import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SessionContent } from '../core/session-forms.ts'
import { addNotes } from './commands/notes.ts'
import { drawSeats } from './commands/seating.ts'
import { addSession } from './commands/sessions.ts'
import { addStep, addTable } from './commands/steps.ts'
import { findSeating } from './queries/seating.ts'
import { listNotes, listSteps, listTakenCards } from './queries/sessions.ts'

const content: SessionContent = {
  kind: 'world-cafe',
  title: '10年後のまち',
  purpose: '',
  heldOn: '2026-07-12',
  startsAt: '13:30',
  endsAt: '15:30',
  place: '谷和原公民館',
  district: '谷和原',
  group: '',
  howTo: '',
  contact: '',
  frame: 'open-call',
  consent: 'anonymous-quote',
  versionId: '',
}
const guests = ['伊奈', '谷和原', '伊奈', 'みらい平', '谷和原'].map((district, at) => ({
  number: at + 1,
  district,
  ageBand: '',
  party: '',
}))

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  test('seats are drawn for the tables and rounds there are, again the same or anew by a further draw', async () => {
    const sessionId = await addSession(context, { content })
    const draw = { sessionId, guests, oneStays: false }
    await expect(drawSeats(context, { ...draw, revision: 0 })).rejects.toMatchObject({ kind: 'conflict' })
    for (const name of ['', '子育て世代の席']) await addTable(context, { sessionId, name, host: '' })
    for (const text of ['暮らし', '仕事'])
      await addStep(context, { sessionId, content: { kind: 'round', text, minutes: 20, hint: '' } })
    await drawSeats(context, { ...draw, revision: 0 })
    expect(await findSeating(context, sessionId)).toMatchObject({ guests, tables: 2, draw: 1, revision: 1 })
    expect((await findSeating(context, sessionId))?.seats).toHaveLength(2)
    await expect(drawSeats(context, { ...draw, revision: 0 })).rejects.toMatchObject({ kind: 'stale' })
    await drawSeats(context, { ...draw, revision: 1 })
    expect(await findSeating(context, sessionId)).toMatchObject({ draw: 2 })
    const clerk = as('entry-clerk', context)
    await expect(drawSeats(clerk, { ...draw, revision: 2 })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(findSeating(clerk, sessionId)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a card keeps the number that is printed on it, and is keyed in once', async () => {
    const sessionId = await addSession(context, { content })
    const tableId = await addTable(context, { sessionId, name: '', host: '' })
    const stepId = (await listSteps(context, sessionId)).find(({ kind }) => kind === 'harvest')?.id ?? ''
    const note = { text: 'バスを増やす', speaker: '', heading: '', district: '', ageBand: '' as const }
    const numbered = (number: number) => ({ ...note, card: { tableId, number } })
    const add = (...notes: (typeof note)[]) => addNotes(context, { sessionId, stepId, tableId, notes })
    await add(numbered(12), note, numbered(4))
    expect((await listNotes(context, sessionId)).map(({ number }) => number)).toEqual([4, 12, 13])
    await expect(add(note, numbered(12))).rejects.toMatchObject({ kind: 'conflict' })
    expect(await listTakenCards(as('entry-clerk', context), sessionId)).toEqual(
      new Set(['1-4', '1-12', '1-13']),
    )
  })
})

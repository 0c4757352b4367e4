import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { channelOf, methodOf, type Note, noteNumber, type Session, takesNotes } from '../../core/session.ts'
import type { NewNote } from '../../core/session-forms.ts'
import { getNote, getSession, listNotes, listSessionTables, listSteps } from '../queries/sessions.ts'
import { sessionTables } from '../session-tables.ts'
import { takeInVoice } from './intake.ts'

/** Every open board looks again: its notes have changed. */
async function touchBoard(context: Context, { id, boardSeq }: Pick<Session, 'id' | 'boardSeq'>) {
  await sessionTables(context)
    .updateTable('voiceSessions')
    .set({ boardSeq: boardSeq + 1 })
    .where('id', '=', id)
    .execute()
}

type NewNotes = { sessionId: string; stepId: string; tableId: string; notes: readonly NewNote[] }

const mostNotes = 5000

/** Writes notes down as they were written or said, numbered within their table. Returns how many. */
export const addNotes = command(
  permissions,
  'take-in-voice',
  async (context, { sessionId, stepId, tableId, notes }: NewNotes) => {
    const session = await getSession(context, sessionId)
    const step = found(
      (await listSteps(context, sessionId)).find(({ id }) => id === stepId),
      '問い',
    )
    if (!takesNotes(step)) throw new Refusal('conflict', 'この項目には記録を書けません')
    const tables = await listSessionTables(context, sessionId)
    if (tableId)
      found(
        tables.find(({ id }) => id === tableId),
        'テーブル',
      )
    const numbers = await sessionTables(context)
      .selectFrom('voiceNotes')
      .select(['number', 'tableId'])
      .where('sessionId', '=', sessionId)
      .execute()
    if (numbers.length + notes.length > mostNotes)
      throw new Refusal('conflict', `1回の記録は${mostNotes}件までです`)
    for (const { consent, district, card, ...note } of notes) {
      const place = card ?? { tableId, number: nextNumber(numbers, tableId) }
      if (card) refuseWrongCard(card, { tables, numbers })
      numbers.push(place)
      await sessionTables(context)
        .insertInto('voiceNotes')
        .values({
          ...note,
          id: context.newId('hn'),
          ...place,
          sessionId,
          stepId,
          votes: 0,
          district: district || session.district,
          consent: consent ?? session.consent,
          submissionId: null,
          enteredBy: context.actor.id,
          enteredAt: context.now.toISOString(),
          revision: 1,
        })
        .execute()
    }
    await touchBoard(context, session)
    return notes.length
  },
)

type NotePlace = { tableId: string; number: number }

const nextNumber = (places: readonly NotePlace[], tableId: string) =>
  places.reduce((most, place) => (place.tableId === tableId ? Math.max(most, place.number) : most), 0) + 1

type Known = { tables: readonly { id: string }[]; numbers: readonly NotePlace[] }

function refuseWrongCard({ tableId, number }: NotePlace, { tables, numbers }: Known) {
  found(
    tables.find(({ id }) => id === tableId),
    'テーブル',
  )
  if (numbers.some((place) => place.tableId === tableId && place.number === number))
    throw new Refusal('conflict', `${number}番の付箋は、すでに書き込まれています`)
}

type ChangedNote = { noteId: string; revision: number; text: string; votes: number }

/** Corrects a note that was keyed in wrongly, or its votes as they were counted. */
export const changeNote = command(
  permissions,
  'sort-voices',
  async (context, { noteId, revision, text, votes }: ChangedNote) => {
    const note = await getNote(context, noteId)
    refuseIfStale(note, revision)
    if (note.submissionId && text !== note.text)
      throw new Refusal('conflict', '市民の声に入れた後は、文を直せません。票の数は直せます')
    await writeNote(context, note, { text, votes })
  },
)

async function writeNote(
  context: Context,
  note: Note,
  change: Partial<Pick<Note, 'text' | 'votes' | 'heading'>>,
) {
  await sessionTables(context)
    .updateTable('voiceNotes')
    .set({ ...change, revision: note.revision + 1 })
    .where('id', '=', note.id)
    .execute()
  await touchBoard(context, await getSession(context, note.sessionId))
}

/** Puts a note under a heading of the board (見出し); an empty one takes it out. */
export const moveNote = command(
  permissions,
  'sort-voices',
  async (context, { noteId, heading }: { noteId: string; heading: string }) =>
    writeNote(context, await getNote(context, noteId), { heading }),
)

/** Gives a heading another name, for all its notes of one question. */
export const renameHeading = command(
  permissions,
  'sort-voices',
  async (
    context,
    { sessionId, stepId, from, to }: { sessionId: string; stepId: string; from: string; to: string },
  ) => {
    const session = await getSession(context, sessionId)
    if (from === '' || to === '') throw new Refusal('conflict', '見出しの名前を書いてください')
    await sessionTables(context)
      .updateTable('voiceNotes')
      .set({ heading: to })
      .where('sessionId', '=', sessionId)
      .where('stepId', '=', stepId)
      .where('heading', '=', from)
      .execute()
    await touchBoard(context, session)
  },
)

/** One vote more or less; never below zero. Two people voting at once both count. */
export const voteNote = command(
  permissions,
  'sort-voices',
  async (context, { noteId, by }: { noteId: string; by: -1 | 1 }) => {
    const note = await getNote(context, noteId)
    await writeNote(context, note, { votes: Math.max(0, note.votes + by) })
  },
)

/** Takes a note away that was keyed in twice; what is a voice already stays. */
export const removeNote = command(
  permissions,
  'sort-voices',
  async (context, { noteId }: { noteId: string }) => {
    const note = await getNote(context, noteId)
    if (note.submissionId) throw new Refusal('conflict', '市民の声に入れた後は、消せません')
    await sessionTables(context).deleteFrom('voiceNotes').where('id', '=', noteId).execute()
    await touchBoard(context, await getSession(context, note.sessionId))
  },
)

/**
 * Takes every note not yet taken into the one store of voices, word by word, each with a receipt number and its
 * session. Returns how many.
 */
export const takeOverNotes = command(
  permissions,
  'sort-voices',
  async (context, { sessionId }: { sessionId: string }) => {
    const session = await getSession(context, sessionId)
    const tables = await listSessionTables(context, sessionId)
    const notes = (await listNotes(context, sessionId)).filter(({ submissionId }) => !submissionId)
    for (const note of notes) {
      const words =
        session.kind === 'world-cafe'
          ? `付箋${noteNumber(note, tables)}`
          : note.speaker && `発言者${note.speaker}`
      const { submissionId } = await takeInVoice(context, {
        sessionRef: sessionId,
        content: {
          channel: channelOf[session.kind],
          method: methodOf(session.kind),
          sessionLabel: [session.title, words].filter(Boolean).join(' ').slice(0, 100),
          receivedOn: session.heldOn,
          district: note.district,
          ageBand: note.ageBand,
          group: session.group,
          frame: session.frame,
          consent: note.consent,
          original: note.text,
        },
      })
      await sessionTables(context)
        .updateTable('voiceNotes')
        .set({ submissionId })
        .where('id', '=', note.id)
        .execute()
    }
    await touchBoard(context, session)
    context.trail.objects.push(sessionId)
    return notes.length
  },
)

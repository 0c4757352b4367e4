import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Channel } from '../../core/labels.ts'
import { type ChannelParticipants, participantsByChannel } from '../../core/participants.ts'
import { permissions } from '../../core/permissions.ts'
import { type Note, noteNumber, type Session, type SessionTable, type Step } from '../../core/session.ts'
import { type NoteRow, type SessionRow, sessionTables } from '../session-tables.ts'

export function sessionOf({ groupName, ...row }: SessionRow): Session {
  return {
    ...row,
    group: groupName,
    participants: row.participants ?? undefined,
    cameOnline: row.cameOnline ?? undefined,
    cameInWriting: row.cameInWriting ?? undefined,
    spoke: row.spoke ?? undefined,
    announcedAt: row.announcedAt ?? undefined,
    cancelledAt: row.cancelledAt ?? undefined,
    reportedAt: row.reportedAt ?? undefined,
  }
}

const noteOf = ({ enteredBy: _, ...row }: NoteRow): Note => ({
  ...row,
  submissionId: row.submissionId ?? undefined,
})

/** Sessions, the coming ones and the latest first. */
export async function listSessions(context: Context): Promise<Session[]> {
  authorize(context, permissions, 'read-sessions')
  const rows = await sessionTables(context)
    .selectFrom('voiceSessions')
    .selectAll()
    .orderBy('heldOn', 'desc')
    .orderBy('startsAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(sessionOf)
}

/** How many took part in the sessions of each channel. Counts only: for whoever reads counts of voices. */
export async function listParticipants(context: Context): Promise<Map<Channel, ChannelParticipants>> {
  authorize(context, permissions, 'read-issues')
  const rows = await sessionTables(context).selectFrom('voiceSessions').selectAll().execute()
  return participantsByChannel(rows.map(sessionOf))
}

export async function getSession(context: Context, sessionId: string): Promise<Session> {
  authorize(context, permissions, 'read-sessions')
  const row = await sessionTables(context)
    .selectFrom('voiceSessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return sessionOf(found(row, '参加の場'))
}

export async function listSteps(context: Context, sessionId: string): Promise<Step[]> {
  authorize(context, permissions, 'read-sessions')
  return sessionTables(context)
    .selectFrom('voiceSessionSteps')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('order')
    .orderBy('id')
    .execute()
}

export async function listSessionTables(context: Context, sessionId: string): Promise<SessionTable[]> {
  authorize(context, permissions, 'read-sessions')
  return sessionTables(context)
    .selectFrom('voiceSessionTables')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .orderBy('id')
    .execute()
}

/** Everything written down at a session, in the order of the tables and numbers. Raw words: for readers of voices. */
export async function listNotes(context: Context, sessionId: string): Promise<Note[]> {
  authorize(context, permissions, 'read-voices')
  const rows = await sessionTables(context)
    .selectFrom('voiceNotes')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('tableId')
    .orderBy('number')
    .orderBy('id')
    .execute()
  return rows.map(noteOf)
}

export async function getNote(context: Context, noteId: string): Promise<Note> {
  authorize(context, permissions, 'read-voices')
  const row = await sessionTables(context)
    .selectFrom('voiceNotes')
    .selectAll()
    .where('id', '=', noteId)
    .executeTakeFirst()
  return noteOf(found(row, '記録'))
}

/** How many notes each session has, and how many of them were taken into the voices. */
export async function countNotes(context: Context): Promise<Map<string, { notes: number; taken: number }>> {
  authorize(context, permissions, 'read-sessions')
  const rows = await sessionTables(context)
    .selectFrom('voiceNotes')
    .select(({ fn }) => [
      'sessionId',
      fn.count<number>('id').as('notes'),
      fn.count<number>('submissionId').as('taken'),
    ])
    .groupBy('sessionId')
    .execute()
  return new Map(
    rows.map(({ sessionId, notes, taken }) => [sessionId, { notes: Number(notes), taken: Number(taken) }]),
  )
}

/** Where the board stands: grows with each change. */
export async function boardSeqOf(context: Context, sessionId: string): Promise<number> {
  authorize(context, permissions, 'read-sessions')
  const row = await sessionTables(context)
    .selectFrom('voiceSessions')
    .select('boardSeq')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return found(row, '参加の場').boardSeq
}

/** The numbers of the cards that are written down, 「3-12」. No words: who keys in may ask. */
export async function listTakenCards(context: Context, sessionId: string): Promise<Set<string>> {
  authorize(context, permissions, 'take-in-voice')
  const tables = await listSessionTables(context, sessionId)
  const rows = await sessionTables(context)
    .selectFrom('voiceNotes')
    .select(['number', 'tableId'])
    .where('sessionId', '=', sessionId)
    .where('tableId', '!=', '')
    .execute()
  return new Set(rows.map((row) => noteNumber(row, tables)))
}

/** Whether words were said at a session whose record the person who was heard has not confirmed yet. */
export async function waitsForSpeaker(context: Context, sessionRef: string): Promise<boolean> {
  return sessionRef.startsWith('ho_') && (await getSession(context, sessionRef)).confirmation === 'open'
}

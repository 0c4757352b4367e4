import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { Statement } from '../core/ballots.ts'
import type { FollowUp } from '../core/follow-up.ts'
import type { Note, Session, SessionTable, Step } from '../core/session.ts'
import type { SessionPhoto } from '../core/session-photo.ts'
import type { Nullable } from './tables.ts'

/** 参加の場. `group` is a word of SQL: the column is `groupName`. */
export type SessionRow = Nullable<
  Omit<Session, 'group'>,
  'participants' | 'cameOnline' | 'cameInWriting' | 'spoke' | 'announcedAt' | 'cancelledAt' | 'reportedAt'
> & { groupName: string }

export type NoteRow = Nullable<Note, 'submissionId'> & { enteredBy: string }

/** 対応の記録 of a request or of a question asked at a briefing. */
export type FollowUpRow = Nullable<FollowUp, 'repliedOn' | 'approvedBy'>

/** 席割り: guests (bands only) and seats as JSON, and by what they were drawn. */
export type SeatingRow = {
  sessionId: string
  guests: string
  seats: string
  tables: number
  oneStays: number
  draw: number
  revision: number
}

/** 賛否の投票用紙 of one go, as JSON: numbers of the papers and marks, nothing of the voters. */
export type VoteSheetRow = {
  sessionId: string
  turn: number
  ballots: string
  enteredBy: string
  enteredAt: string
  revision: number
}

/** 付箋の写真: sealed, since faces may be on it. */
export type PhotoRow = SessionPhoto & { contentType: string; sealed: string; addedBy: string }

export type SessionTables = {
  voiceSessionPhotos: PhotoRow
  voiceStatements: Statement
  voiceVoteSheets: VoteSheetRow
  voiceSeatings: SeatingRow
  voiceSessions: SessionRow
  voiceSessionSteps: Step
  voiceSessionTables: SessionTable
  voiceNotes: NoteRow
  voiceFollowUps: FollowUpRow
}

export const sessionTables = (context: Context): Kysely<SessionTables> => context.db

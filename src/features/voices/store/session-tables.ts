import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { FollowUp } from '../core/follow-up.ts'
import type { Note, Session, SessionTable, Step } from '../core/session.ts'
import type { Nullable } from './tables.ts'

/** 参加の場. `group` is a word of SQL: the column is `groupName`. */
export type SessionRow = Nullable<
  Omit<Session, 'group'>,
  'participants' | 'announcedAt' | 'cancelledAt' | 'reportedAt'
> & { groupName: string }

export type NoteRow = Nullable<Note, 'submissionId'> & { enteredBy: string }

/** 対応の記録 of a request or of a question asked at a briefing. */
export type FollowUpRow = Nullable<FollowUp, 'repliedOn' | 'approvedBy'>

export type SessionTables = {
  voiceSessions: SessionRow
  voiceSessionSteps: Step
  voiceSessionTables: SessionTable
  voiceNotes: NoteRow
  voiceFollowUps: FollowUpRow
}

export const sessionTables = (context: Context): Kysely<SessionTables> => context.db

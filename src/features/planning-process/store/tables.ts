import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { TaskKind, TaskState } from '../core/schedule.ts'

/** 策定工程: the row with the highest `order` is the one in use. `reminderDays` is a list with commas. */
type ProcessRow = {
  id: string
  title: string
  lead: string
  startsOn: string
  openedAt: string | null
  reminderDays: string
  order: number
  revision: number
}

type PhaseRow = { id: string; processId: string; title: string; fiscalYear: number; order: number }

/** 作業・節目. `predecessors` is a JSON list of ids. `homework…`: the row of a hearing's record it follows from. */
type TaskRow = {
  id: string
  processId: string
  phaseId: string
  kind: TaskKind
  title: string
  requirement: string
  gate: string | null
  ownerUnitId: string | null
  predecessors: string
  plannedStart: string
  plannedEnd: string
  actualStart: string | null
  actualEnd: string | null
  state: TaskState
  stateReason: string
  output: string
  takePart: string
  audience: 'public' | 'internal'
  decisionId: string | null
  homeworkSheetId: string | null
  homeworkRow: number | null
  order: number
  revision: number
}

/** 予定の変更: written once, never changed. */
type ChangeRow = {
  id: string
  processId: string
  taskId: string
  fromStart: string
  fromEnd: string
  toStart: string
  toEnd: string
  reason: string
  changedOn: string
  authorId: string
}

/** The secret address of a person's calendar, kept as its hash. */
type FeedRow = { accountId: string; tokenHash: string; createdAt: string }

export type ProcessTables = {
  planningProcesses: ProcessRow
  processPhases: PhaseRow
  processTasks: TaskRow
  scheduleChanges: ChangeRow
  calendarFeeds: FeedRow
}

export const tables = (context: Context): Kysely<ProcessTables> => context.db

import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { SheetState, SheetType } from '../core/sheets.ts'

/** 依頼. `fields` is JSON, frozen when the round is sent. */
type RoundRow = {
  id: string
  title: string
  sheetType: SheetType
  usedFor: string
  fields: string
  dueOn: string
  sentAt: string | null
  createdAt: string
  revision: number
}

/** シート. `answers` and `remarks` are JSON. */
type SheetRow = {
  id: string
  roundId: string
  unitId: string
  subjectId: string | null
  subject: string
  state: SheetState
  answers: string
  remarks: string
  dueOn: string
  order: number
  revision: number
}

/** 回答1, 回答2 …: what the head of the unit approved each time, written once. */
type SubmissionRow = {
  id: string
  sheetId: string
  number: number
  answers: string
  approvedById: string
  approvedAt: string
}

export type SheetTables = {
  requestRounds: RoundRow
  requestSheets: SheetRow
  sheetSubmissions: SubmissionRow
}

export const tables = (context: Context): Kysely<SheetTables> => context.db

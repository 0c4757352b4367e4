import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'

/** How paper is keyed in, what was counted, and which sheets are done: no row of its own for any of them. */
type EntriesRow = { surveyId: string; way: 'single' | 'double'; counts: string; doneNumbers: string }

/** A sheet between its first pass and its decision. What was keyed in is sealed; the row goes when the answer is taken. */
type SheetRow = {
  surveyId: string
  number: string
  sealed: string
  firstBy: string
  secondBy: string | null
}

/** How the files of another service are read, by a name people chose. `content` is JSON. */
type ProfileRow = { name: string; content: string; revision: number }

/** Numbers other services gave to answers already taken in, as keyed hashes: nothing else knows them. */
type ImportedIdRow = { surveyId: string; idHash: string }

export type CollectingTables = {
  surveyEntries: EntriesRow
  surveySheets: SheetRow
  surveyImportProfiles: ProfileRow
  surveyImportedIds: ImportedIdRow
}

export const collectingTables = (context: Context): Kysely<CollectingTables> => context.db

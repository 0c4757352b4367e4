import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { openSealed, sealText } from '#src/platform/sealing.ts'
import { type EntryCounts, noEntries } from '../core/answering/double-entry.ts'
import { permissions } from '../core/permissions.ts'
import { collectingTables } from './collecting-tables.ts'
import { answerCells } from './rows.ts'

export type EntryWay = 'single' | 'double'

const pass = z.strictObject({
  code: z.string(),
  stratum: z.string(),
  receivedOn: z.string(),
  cells: answerCells,
})
const sheet = z.strictObject({ version: z.number(), first: pass, second: pass.optional() })
/** What was keyed in of a sheet that is not decided yet. */
export type SheetContent = z.infer<typeof sheet>

const counts = z.strictObject({
  sheets: z.number(),
  fields: z.number(),
  differing: z.number(),
  wrong: z.number(),
})
const numbers = z.array(z.string())

export type Entries = { way: EntryWay; counts: EntryCounts; doneNumbers: string[] }

/** How the paper of a survey is keyed in and how well; single until somebody decides otherwise. */
export async function getEntries(context: Context, surveyId: string): Promise<Entries> {
  authorize(context, permissions, 'read-surveys')
  const row = await collectingTables(context)
    .selectFrom('surveyEntries')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .executeTakeFirst()
  if (!row) return { way: 'single', counts: noEntries, doneNumbers: [] }
  return {
    way: row.way,
    counts: counts.parse(JSON.parse(row.counts)),
    doneNumbers: numbers.parse(JSON.parse(row.doneNumbers)),
  }
}

export async function putEntries(context: Context, surveyId: string, entries: Entries) {
  const row = {
    way: entries.way,
    counts: JSON.stringify(entries.counts),
    doneNumbers: JSON.stringify(entries.doneNumbers.toSorted()),
  }
  await collectingTables(context)
    .insertInto('surveyEntries')
    .values({ surveyId, ...row })
    .onConflict((conflict) => conflict.column('surveyId').doUpdateSet(row))
    .execute()
}

export type WaitingSheet = { number: string; firstBy: string; secondBy: string | undefined }

/** Sheets that wait for their second pass or for a decision. Says nothing of what was keyed in. */
export async function listSheets(context: Context, surveyId: string): Promise<WaitingSheet[]> {
  authorize(context, permissions, 'key-in-answers')
  const rows = await collectingTables(context)
    .selectFrom('surveySheets')
    .select(['number', 'firstBy', 'secondBy'])
    .where('surveyId', '=', surveyId)
    .orderBy('number')
    .execute()
  return rows.map(({ secondBy, ...row }) => ({ ...row, secondBy: secondBy ?? undefined }))
}

/** How many sheets wait. */
export async function countSheets(context: Context, surveyId: string): Promise<number> {
  authorize(context, permissions, 'read-surveys')
  const { count } = await collectingTables(context)
    .selectFrom('surveySheets')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('surveyId', '=', surveyId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type SheetPlace = { surveyId: string; secret: string; number: string }

const sheetKey = ({ surveyId, secret, number }: SheetPlace) => ({
  secret,
  purpose: `survey sheet ${surveyId} ${number}`,
})

export const sealSheet = (place: SheetPlace, content: SheetContent) =>
  sealText(sheetKey(place), JSON.stringify(content))

/** A sheet with what was keyed in. Only commands and the screen of the decision open one: the second pass is blind. */
export async function openSheet(context: Context, place: SheetPlace) {
  authorize(context, permissions, 'key-in-answers')
  const row = await collectingTables(context)
    .selectFrom('surveySheets')
    .selectAll()
    .where('surveyId', '=', place.surveyId)
    .where('number', '=', place.number)
    .executeTakeFirst()
  const { sealed, firstBy, secondBy } = found(row, '用紙')
  const text = openSealed(sheetKey(place), sealed)
  if (text === undefined)
    throw new Refusal('conflict', '入力した用紙を開けません。設置した場所の鍵（secret）が変わっています')
  return { firstBy, secondBy: secondBy ?? undefined, ...sheet.parse(JSON.parse(text)) }
}

import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { AnswerEntry } from '../core/answer-entries.ts'
import { type Answers, answers, sheetFields } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import { type RequestRound, type RequestSheet, remarkKinds } from '../core/sheets.ts'
import { readerOf } from './queries-scope.ts'
import { type SheetTables, tables } from './tables.ts'

const remarks = z.array(z.object({ fieldId: z.string(), kind: z.enum(remarkKinds), text: z.string() }))

/** Every round, the newest first; a section sees those that were sent. */
export async function listRounds(context: Context): Promise<RequestRound[]> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('requestRounds')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(roundOf).filter((round) => isShown(context, round))
}

export async function getRound(context: Context, roundId: string): Promise<RequestRound> {
  authorize(context, permissions, 'read-sheets')
  const row = await tables(context)
    .selectFrom('requestRounds')
    .selectAll()
    .where('id', '=', roundId)
    .executeTakeFirst()
  const round = row && roundOf(row)
  return found(round && isShown(context, round) ? round : undefined, '依頼')
}

const isShown = ({ actor }: Context, { sentAt }: RequestRound) =>
  sentAt !== undefined || actor.roles.includes('secretariat')

export const roundOf = ({ createdAt: _, sentAt, ...row }: SheetTables['requestRounds']): RequestRound => ({
  ...row,
  sentAt: sentAt ?? undefined,
  fields: sheetFields.parse(JSON.parse(row.fields)),
})

type Which = { roundId?: string; unitId?: string; subjectId?: string }

/** The sheets the person may read: all, or those of a round, a unit, a subject. */
export async function listSheets(context: Context, which: Which = {}): Promise<RequestSheet[]> {
  authorize(context, permissions, 'read-sheets')
  let all = tables(context).selectFrom('requestSheets').selectAll()
  if (which.roundId !== undefined) all = all.where('roundId', '=', which.roundId)
  if (which.unitId !== undefined) all = all.where('unitId', '=', which.unitId)
  if (which.subjectId !== undefined) all = all.where('subjectId', '=', which.subjectId)
  const rows = await all.orderBy('order').orderBy('id').execute()
  return rows.map(sheetOf).filter(await readerOf(context))
}

/** Which unit each sheet of a round was sent to, as far as the person may read them; without what stands in them. */
export async function listUnitsAsked(context: Context, roundId: string): Promise<Map<string, string>> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('requestSheets')
    .select(['id', 'unitId', 'subjectId', 'state'])
    .where('roundId', '=', roundId)
    .execute()
  const mayRead = await readerOf(context)
  const own = rows.filter(({ subjectId, ...row }) => mayRead({ ...row, subjectId: subjectId ?? undefined }))
  return new Map(own.map(({ id, unitId }) => [id, unitId]))
}

export const sheetOf = ({ order: _, ...row }: SheetTables['requestSheets']): RequestSheet => ({
  ...row,
  subjectId: row.subjectId ?? undefined,
  answers: answers.parse(JSON.parse(row.answers)),
  remarks: remarks.parse(JSON.parse(row.remarks)),
})

type SheetPlace = { sheet: RequestSheet; round: RequestRound }

/** One sheet with its round. A sheet of another unit or field does not exist for who asks, whatever id is typed. */
export async function getSheet(context: Context, sheetId: string): Promise<SheetPlace> {
  return found(await findSheet(context, sheetId), 'シート')
}

export async function findSheet(context: Context, sheetId: string): Promise<SheetPlace | undefined> {
  authorize(context, permissions, 'read-sheets')
  const row = await tables(context)
    .selectFrom('requestSheets')
    .selectAll()
    .where('id', '=', sheetId)
    .executeTakeFirst()
  const sheet = row && sheetOf(row)
  const mayRead = await readerOf(context)
  return sheet && mayRead(sheet) ? { sheet, round: await getRound(context, sheet.roundId) } : undefined
}

export type Submission = { number: number; answers: Answers; approvedAt: string }

/** 回答1, 回答2 …: what was approved each time, the first first. */
export async function listSubmissions(context: Context, sheetId: string): Promise<Submission[]> {
  await getSheet(context, sheetId)
  const rows = await tables(context)
    .selectFrom('sheetSubmissions')
    .select(['number', 'answers', 'approvedAt'])
    .where('sheetId', '=', sheetId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, answers: answers.parse(JSON.parse(row.answers)) }))
}

/** 記入の履歴: every value of every field with its author and time, the first first. */
export async function listAnswerEntries(context: Context, sheetId: string): Promise<AnswerEntry[]> {
  await getSheet(context, sheetId)
  return tables(context)
    .selectFrom('sheetAnswerEntries')
    .select(['fieldId', 'number', 'value', 'way', 'writtenBy', 'role', 'writtenAt'])
    .where('sheetId', '=', sheetId)
    .orderBy('number')
    .orderBy('fieldId')
    .execute()
}

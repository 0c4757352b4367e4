import { z } from 'zod'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { mayReadSheet, permissions } from '../core/permissions.ts'
import { type Answers, isOverdue, type Remark, type RequestRound, type RequestSheet } from '../core/sheets.ts'
import { tables } from './tables.ts'

const fields = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    kind: z.enum(['line', 'text', 'number', 'choice']),
    choices: z.array(z.string()).optional(),
    isRequired: z.boolean(),
    hint: z.string().optional(),
    prefill: z.string().optional(),
  }),
)
const answers = z.record(z.string(), z.string())
const remarks = z.array(
  z.object({ fieldId: z.string(), kind: z.enum(['must-change', 'question', 'note']), text: z.string() }),
)

/** Every round, the newest first; a section sees those that were sent. */
export async function listRounds(context: Context): Promise<RequestRound[]> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('requestRounds')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  const rounds = rows.map(({ createdAt: _, sentAt, ...row }) => ({
    ...row,
    sentAt: sentAt ?? undefined,
    fields: fields.parse(JSON.parse(row.fields)),
  }))
  return context.actor.roles.includes('secretariat') ? rounds : rounds.filter(({ sentAt }) => sentAt)
}

export async function getRound(context: Context, roundId: string): Promise<RequestRound> {
  return found(
    (await listRounds(context)).find(({ id }) => id === roundId),
    '依頼',
  )
}

/** The sheets of a round the person may read. */
export async function listSheets(context: Context, roundId?: string): Promise<RequestSheet[]> {
  authorize(context, permissions, 'read-sheets')
  const all = tables(context).selectFrom('requestSheets').selectAll().orderBy('order').orderBy('id')
  const rows = await (roundId ? all.where('roundId', '=', roundId) : all).execute()
  return rows
    .map(({ order: _, ...row }): RequestSheet => {
      const subjectId = row.subjectId ?? undefined
      const read: Answers = answers.parse(JSON.parse(row.answers))
      const said: Remark[] = remarks.parse(JSON.parse(row.remarks))
      return { ...row, subjectId, answers: read, remarks: said }
    })
    .filter((sheet) => mayReadSheet(context.actor, sheet))
}

/** One sheet with its round. A sheet of another unit does not exist for a section, whatever id is typed. */
export async function getSheet(
  context: Context,
  sheetId: string,
): Promise<{ sheet: RequestSheet; round: RequestRound }> {
  const sheet = found(
    (await listSheets(context)).find(({ id }) => id === sheetId),
    'シート',
  )
  return { sheet, round: await getRound(context, sheet.roundId) }
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

/** Work waiting: for the secretariat answers to look at, for a section its own sheets to fill. */
export async function countWaitingSheets(context: Context): Promise<number> {
  const isSecretariat = context.actor.roles.includes('secretariat')
  const today = tokyoDay(context.now)
  const sheets = await listSheets(context)
  return sheets.filter((sheet) =>
    isSecretariat
      ? sheet.state === 'answered' || isOverdue(sheet, today)
      : sheet.unitId === context.actor.unitId && (sheet.state === 'sent' || sheet.state === 'returned'),
  ).length
}

import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type CaseSheet, keptSheet } from '../../core/case.ts'
import { permissions } from '../../core/permissions.ts'
import { type ResultTable, resultTable } from '../../core/result.ts'
import { tables } from '../tables.ts'

export type CommentCase = {
  id: string
  sheet: CaseSheet
  openedAt: string | undefined
  publishedAt: string | undefined
  result: ResultTable | undefined
  revision: number
  editedBy: string
}

const columns = [
  'id',
  'sheet',
  'editedBy',
  'openedAt',
  'publishedAt',
  'result',
  'revision',
  'createdAt',
] as const

async function rowsOf(context: Context): Promise<CommentCase[]> {
  const rows = await tables(context)
    .selectFrom('commentCases')
    .select(columns)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ createdAt: _, sheet, result, openedAt, publishedAt, ...row }) => ({
    ...row,
    sheet: keptSheet.parse(JSON.parse(sheet)) as CaseSheet,
    openedAt: openedAt ?? undefined,
    publishedAt: publishedAt ?? undefined,
    result: result === null ? undefined : resultTable.parse(JSON.parse(result)),
  }))
}

/** Every case, also those still being written. */
export async function listCases(context: Context): Promise<CommentCase[]> {
  authorize(context, permissions, 'read-cases')
  return rowsOf(context)
}

export async function getCase(context: Context, caseId: string): Promise<CommentCase> {
  return found(
    (await listCases(context)).find(({ id }) => id === caseId),
    '意見募集',
  )
}

/** What everybody may know of a case: only announced ones, and nothing of who wrote them. */
export type PublicCase = Omit<CommentCase, 'revision' | 'editedBy'>

export async function listPublicCases(context: Context): Promise<PublicCase[]> {
  authorize(context, permissions, 'read-published-cases')
  const all = await rowsOf(context)
  return all
    .filter(({ openedAt }) => openedAt !== undefined)
    .map(({ revision: _, editedBy: __, ...one }) => one)
}

export async function getPublicCase(context: Context, caseId: string): Promise<PublicCase> {
  return found(
    (await listPublicCases(context)).find(({ id }) => id === caseId),
    '意見募集',
  )
}

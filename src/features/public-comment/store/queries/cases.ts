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

async function rowsOf(context: Context, caseId?: string): Promise<CommentCase[]> {
  const all = tables(context)
    .selectFrom('commentCases')
    .select(columns)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
  const rows = await (caseId === undefined ? all : all.where('id', '=', caseId)).execute()
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
  authorize(context, permissions, 'read-cases')
  return found((await rowsOf(context, caseId))[0], '意見募集')
}

/** What everybody may know of a case: only announced ones, and nothing of who wrote them. */
export type PublicCase = Omit<CommentCase, 'revision' | 'editedBy'>

export async function listPublicCases(context: Context): Promise<PublicCase[]> {
  authorize(context, permissions, 'read-published-cases')
  return (await rowsOf(context)).filter(isAnnounced).map(publicPart)
}

export async function getPublicCase(context: Context, caseId: string): Promise<PublicCase> {
  authorize(context, permissions, 'read-published-cases')
  const [one] = (await rowsOf(context, caseId)).filter(isAnnounced)
  return publicPart(found(one, '意見募集'))
}

const isAnnounced = ({ openedAt }: CommentCase) => openedAt !== undefined
const publicPart = ({ revision: _, editedBy: __, ...one }: CommentCase): PublicCase => one

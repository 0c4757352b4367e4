import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

/** Opinions given to a unit that wait for its draft, by call for comments; `dueOn` is the earliest day asked for. */
export type RoutedWork = { caseId: string; unitId: string; opinions: number; dueOn: string }

/** 担当に割り当てた意見 for which nobody has written an answer yet. */
export async function countRoutedWork(context: Context): Promise<RoutedWork[]> {
  authorize(context, permissions, 'read-replies')
  const answered = tables(context).selectFrom('commentReplyOpinions').select('opinionId')
  const rows = await tables(context)
    .selectFrom('commentRoutes')
    .select([
      'caseId',
      'unitId',
      ({ fn }) => fn.countAll<number>().as('opinions'),
      ({ fn }) => fn.min('dueOn').as('dueOn'),
    ])
    .where('opinionId', 'not in', answered)
    .groupBy(['caseId', 'unitId'])
    .orderBy('caseId')
    .orderBy('unitId')
    .execute()
  return rows.map((row) => ({ ...row, opinions: Number(row.opinions), dueOn: row.dueOn ?? '' }))
}

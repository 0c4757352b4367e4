import { z } from 'zod'
import { dispositions } from '#src/formats/voice.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type ClassList, type CommentClass, classesIn } from '../../core/classes.ts'
import { firstClassLists } from '../../core/first-class-lists.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'
import { listCases } from './cases.ts'

const keptClasses = z.array(
  z.object({ key: z.string(), label: z.string(), disposition: z.enum(dispositions) }),
)

/** Every list of classes: those to begin with, as the city changed them, and its own. */
export async function listClassLists(context: Context): Promise<ClassList[]> {
  authorize(context, permissions, 'read-published-cases')
  const rows = await tables(context).selectFrom('commentClassLists').selectAll().orderBy('key').execute()
  const own = rows.map(({ classes, ...row }) => ({ ...row, classes: keptClasses.parse(JSON.parse(classes)) }))
  const first = firstClassLists.map((list) => own.find(({ key }) => key === list.key) ?? list)
  return [...first, ...own.filter(({ key }) => !firstClassLists.some((list) => list.key === key))]
}

export async function getClassList(context: Context, key: string): Promise<ClassList> {
  return found(
    (await listClassLists(context)).find((list) => list.key === key),
    '対応区分の一覧',
  )
}

/** The classes a case answers with. */
export const listClasses = async (context: Context, classSet: string): Promise<readonly CommentClass[]> =>
  classesIn(await listClassLists(context), classSet)

/** The keys of a list's classes that answers have: they can be renamed, not taken out. */
export async function listUsedClasses(context: Context, key: string): Promise<Set<string>> {
  const caseIds = (await listCases(context)).flatMap(({ id, sheet }) => (sheet.classSet === key ? id : []))
  const rows = await tables(context)
    .selectFrom('commentReplies')
    .select('classKey')
    .distinct()
    .where('caseId', 'in', caseIds.length > 0 ? caseIds : [''])
    .execute()
  return new Set(rows.map(({ classKey }) => classKey))
}

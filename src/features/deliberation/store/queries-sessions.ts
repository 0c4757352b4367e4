import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { AssemblySession, Days } from '../core/assembly-session.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

/** Every session (会期) that was entered, the latest first. When an assembly sits is public. */
export async function listSessions(context: Context): Promise<AssemblySession[]> {
  authorize(context, permissions, 'read-public-meetings')
  return tables(context)
    .selectFrom('assemblySessions')
    .selectAll()
    .orderBy('startsOn', 'desc')
    .orderBy('id')
    .execute()
}

export async function getSession(context: Context, sessionId: string): Promise<AssemblySession> {
  return found(
    (await listSessions(context)).find(({ id }) => id === sessionId),
    '会期',
  )
}

/** The sessions that have a day in common with some days, first and last included, the earliest first. */
export async function sessionsDuring(context: Context, { from, to }: Days): Promise<AssemblySession[]> {
  authorize(context, permissions, 'read-public-meetings')
  return tables(context)
    .selectFrom('assemblySessions')
    .selectAll()
    .where('startsOn', '<=', to)
    .where('endsOn', '>=', from)
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
}

import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type AssemblySession, clashWords, findClash, orderProblem } from '../core/assembly-session.ts'
import { permissions } from '../core/permissions.ts'
import { getBody } from './queries.ts'
import { getSession, listSessions } from './queries-sessions.ts'
import { tables } from './tables.ts'

export type SessionContent = Omit<AssemblySession, 'id' | 'revision'>

/** 会期を登録する */
export const enterSession = command(permissions, 'keep-bills', async (context, content: SessionContent) => {
  await refuseImpossible(context, content)
  const id = context.newId('as')
  await tables(context)
    .insertInto('assemblySessions')
    .values({ ...content, id, revision: 1 })
    .execute()
  return id
})

/** An assembly only, in order, and not two sessions of one assembly on one day. */
async function refuseImpossible(context: Context, content: SessionContent, sessionId?: string) {
  const { kind } = await getBody(context, content.bodyId)
  if (kind !== 'assembly') throw new Refusal('conflict', '会期は、種類が「議会」の会議体に登録します')
  if (content.endsOn < content.startsOn) throw new Refusal('conflict', orderProblem)
  const other = findClash(await listSessions(context), content, sessionId)
  if (other) throw new Refusal('conflict', clashWords(other))
}

type SessionChange = { sessionId: string; revision: number; content: SessionContent }

/** 会期を直す, also when it is extended (会期の延長). */
export const changeSession = command(
  permissions,
  'keep-bills',
  async (context, { sessionId, revision, content }: SessionChange) => {
    refuseIfStale(await getSession(context, sessionId), revision)
    await refuseImpossible(context, content, sessionId)
    await tables(context)
      .updateTable('assemblySessions')
      .set({ ...content, revision: revision + 1 })
      .where('id', '=', sessionId)
      .execute()
  },
)

/** 会期を消す: one that was entered by mistake. Bills keep their days. */
export const removeSession = command(
  permissions,
  'keep-bills',
  async (context, { sessionId, revision }: Omit<SessionChange, 'content'>) => {
    refuseIfStale(await getSession(context, sessionId), revision)
    await tables(context).deleteFrom('assemblySessions').where('id', '=', sessionId).execute()
  },
)

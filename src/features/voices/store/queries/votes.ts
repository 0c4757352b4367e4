import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Statement, VoteSheet } from '../../core/ballots.ts'
import { permissions } from '../../core/permissions.ts'
import { sessionTables } from '../session-tables.ts'

/** JSON knows no undefined: a blank is null. */
const ballots = z.array(
  z.object({
    voter: z.number(),
    marks: z.array(
      z
        .enum(['agree', 'disagree', 'pass'])
        .nullable()
        .transform((mark) => mark ?? undefined),
    ),
  }),
)

/** The statements people of a session agree or disagree with, in their order. */
export async function listStatements(context: Context, sessionId: string): Promise<Statement[]> {
  authorize(context, permissions, 'read-sessions')
  return statementsOf(context, sessionId)
}

/** What was voted at a session, one sheet a go. For readers of voices: a ballot is what one person thinks. */
export async function listVoteSheets(context: Context, sessionId: string): Promise<VoteSheet[]> {
  authorize(context, permissions, 'read-voices')
  return sheetsOf(context, sessionId)
}

/** Statements and sheets for a result that is published; who may see it was asked where the session was read. */
export async function votesOf(context: Context, sessionId: string) {
  authorize(context, permissions, 'read-released-voices')
  const statements = await statementsOf(context, sessionId)
  return { statements, sheets: statements.length > 0 ? await sheetsOf(context, sessionId) : [] }
}

const statementsOf = (context: Context, sessionId: string): Promise<Statement[]> =>
  sessionTables(context)
    .selectFrom('voiceStatements')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .execute()

async function sheetsOf(context: Context, sessionId: string): Promise<VoteSheet[]> {
  const rows = await sessionTables(context)
    .selectFrom('voiceVoteSheets')
    .select(['sessionId', 'turn', 'ballots', 'revision'])
    .where('sessionId', '=', sessionId)
    .orderBy('turn')
    .execute()
  return rows.map((row) => ({ ...row, ballots: ballots.parse(JSON.parse(row.ballots)) }))
}

import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import type { PublicNote, PublicReply, PublicReport, PublicSession } from '../../core/public-report.ts'
import { noteNumber, type Session, type SessionTable } from '../../core/session.ts'
import { publicVotes, voteResult } from '../../core/statement-votes.ts'
import { sessionTables } from '../session-tables.ts'
import { tables } from '../tables.ts'
import { sessionOf } from './sessions.ts'
import { listReleased } from './trace.ts'
import { votesOf } from './votes.ts'

const nobodyYet = {
  participants: undefined,
  cameOnline: undefined,
  cameInWriting: undefined,
  spoke: undefined,
}

function publicOf(session: Session): PublicSession {
  const { consent: _, confirmation: __, boardSeq: ___, revision: ____, directions: _____, ...shown } = session
  return session.reportedAt ? shown : { ...shown, ...nobodyYet, participantsNote: '', nextSteps: '' }
}

/** Announced sessions in the order of their days. */
export async function listPublicSessions(context: Context): Promise<PublicSession[]> {
  authorize(context, permissions, 'read-released-voices')
  const rows = await sessionTables(context)
    .selectFrom('voiceSessions')
    .selectAll()
    .where('announcedAt', 'is not', null)
    .where('kind', '!=', 'staff')
    .orderBy('heldOn')
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return rows.map(sessionOf).map(publicOf)
}

/** An announced session with its questions; what was said only when its report is published. */
export async function getPublicReport(context: Context, sessionId: string): Promise<PublicReport> {
  const sessions = await listPublicSessions(context)
  const session = found(
    sessions.find(({ id }) => id === sessionId),
    '参加の場',
  )
  const steps = await sessionTables(context)
    .selectFrom('voiceSessionSteps')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('order')
    .orderBy('id')
    .execute()
  if (!session.reportedAt) return { session, steps, tables: [], notes: [], votes: undefined }
  const own = await sessionTables(context)
    .selectFrom('voiceSessionTables')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .execute()
  const shown = own.map((table) => ({ ...table, host: '' }))
  const { statements, sheets } = await votesOf(context, sessionId)
  return {
    session,
    steps,
    tables: shown,
    notes: await publicNotes(context, sessionId, shown),
    votes: statements.length > 0 ? publicVotes(voteResult(statements, sheets)) : undefined,
  }
}

async function publicNotes(
  context: Context,
  sessionId: string,
  own: readonly SessionTable[],
): Promise<PublicNote[]> {
  const notes = await sessionTables(context)
    .selectFrom('voiceNotes')
    .select(['id', 'number', 'tableId', 'stepId', 'heading', 'votes', 'submissionId'])
    .where('sessionId', '=', sessionId)
    .orderBy('number')
    .orderBy('id')
    .execute()
  const opinions = await tables(context)
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .select(['voiceOpinions.id', 'submissionId', 'number'])
    .where('sessionRef', '=', sessionId)
    .where('withdrawnAt', 'is', null)
    .where('voiceOpinions.endedAt', 'is', null)
    .orderBy('number')
    .execute()
  const released = new Map(
    (
      await listReleased(
        context,
        opinions.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  const items = await itemsOf(
    context,
    opinions.map(({ id }) => id),
  )
  const replies = await publicReplies(
    context,
    opinions.map(({ submissionId }) => submissionId),
  )
  const order = new Map(own.map(({ id, number }) => [id, number]))
  const standing = new Set(opinions.map(({ submissionId }) => submissionId))
  return notes
    .filter(({ submissionId }) => submissionId !== null && standing.has(submissionId))
    .sort((a, b) => (order.get(a.tableId) ?? 0) - (order.get(b.tableId) ?? 0) || a.number - b.number)
    .map(({ submissionId, tableId, number, ...note }) => {
      const parts = opinions.filter((opinion) => opinion.submissionId === submissionId)
      return {
        ...note,
        number: noteNumber({ tableId, number }, own),
        texts: parts
          .flatMap(({ id }) => released.get(id) ?? [])
          .map(({ text, summary }) => ({ text, summary })),
        planItemIds: [...new Set(parts.flatMap(({ id }) => items.get(id) ?? []))],
        reply: replies.get(submissionId ?? ''),
      }
    })
}

async function itemsOf(context: Context, opinionIds: readonly string[]): Promise<Map<string, string[]>> {
  const wanted = new Set(opinionIds)
  const rows = await tables(context)
    .selectFrom('voiceGivenCodes')
    .innerJoin('voiceCodes', 'voiceCodes.id', 'voiceGivenCodes.codeId')
    .select(['opinionId', 'planItemId'])
    .where('planItemId', '!=', '')
    .orderBy('voiceCodes.order')
    .execute()
  const byOpinion = Map.groupBy(
    rows.filter(({ opinionId }) => wanted.has(opinionId)),
    ({ opinionId }) => opinionId,
  )
  return new Map([...byOpinion].map(([id, own]) => [id, own.map(({ planItemId }) => planItemId)]))
}

async function publicReplies(
  context: Context,
  submissionIds: readonly string[],
): Promise<Map<string, PublicReply>> {
  const wanted = new Set(submissionIds)
  const rows = await sessionTables(context).selectFrom('voiceFollowUps').selectAll().execute()
  return new Map(
    rows
      .filter(({ submissionId }) => wanted.has(submissionId))
      .map(({ submissionId, approvedBy, dueOn, ...row }) => [
        submissionId,
        approvedBy
          ? {
              outcome: row.outcome,
              reply: row.reply,
              timing: row.timing,
              dueOn,
              repliedOn: row.repliedOn ?? '',
            }
          : { outcome: 'open' as const, reply: '', timing: '', dueOn, repliedOn: '' },
      ]),
  )
}

import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { firstSteps, type QuestionSet } from '../../core/question-sets.ts'
import type { SessionContent, SessionOutcome } from '../../core/session-forms.ts'
import { getSession } from '../queries/sessions.ts'
import { type SessionRow, sessionTables } from '../session-tables.ts'

type NewSession = { content: SessionContent; set?: QuestionSet | undefined }

/** Prepares a session (参加の場) with the time plan its kind begins with. Nothing is public yet. Returns its id. */
export const addSession = command(
  permissions,
  'edit-sessions',
  async (context, { content, set }: NewSession) => {
    const id = context.newId('ho')
    const { group, ...fields } = content
    await sessionTables(context)
      .insertInto('voiceSessions')
      .values({
        ...fields,
        id,
        groupName: group,
        participants: null,
        cameOnline: null,
        cameInWriting: null,
        spoke: null,
        participantsNote: '',
        confirmation: content.kind === 'interview' ? 'open' : 'not-needed',
        nextSteps: '',
        directions: '',
        announcedAt: null,
        cancelledAt: null,
        reportedAt: null,
        boardSeq: 0,
        revision: 1,
      })
      .execute()
    for (const [order, step] of firstSteps(content.kind, set).entries()) {
      await sessionTables(context)
        .insertInto('voiceSessionSteps')
        .values({ ...step, id: context.newId('hs'), sessionId: id, order, revision: 1 })
        .execute()
    }
    return id
  },
)

type Known = { sessionId: string; revision: number }

async function write(context: Context, { sessionId, revision }: Known, change: Partial<SessionRow>) {
  refuseIfStale(await getSession(context, sessionId), revision)
  await sessionTables(context)
    .updateTable('voiceSessions')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', sessionId)
    .execute()
}

export const changeSession = command(
  permissions,
  'edit-sessions',
  async (context, { content, ...known }: Known & { content: Omit<SessionContent, 'kind'> }) => {
    const { group, ...fields } = content
    await write(context, known, { ...fields, groupName: group })
  },
)

/** Writes down who came and what is done with it (開催の結果). */
export const recordOutcome = command(
  permissions,
  'edit-sessions',
  async (context, { outcome, ...known }: Known & { outcome: SessionOutcome }) => {
    const { directions, ...counted } = outcome
    await write(context, known, {
      ...counted,
      ...(directions === undefined ? {} : { directions }),
      participants: outcome.participants ?? null,
      cameOnline: outcome.cameOnline ?? null,
      cameInWriting: outcome.cameInWriting ?? null,
      spoke: outcome.spoke ?? null,
    })
  },
)

/** Puts a session on the public calendar, or takes it off again. */
export const announceSession = command(
  permissions,
  'announce-session',
  async (context, { isPublic, ...known }: Known & { isPublic: boolean }) => {
    const { kind, reportedAt } = await getSession(context, known.sessionId)
    if (kind === 'staff') throw new Refusal('conflict', '職員ヒアリングは公開しません')
    if (!isPublic && reportedAt)
      throw new Refusal('conflict', '結果を公開しています。先に結果の公開をやめてください')
    await write(context, known, { announcedAt: isPublic ? context.now.toISOString() : null })
  },
)

/** Says that a session does not take place (中止): its page goes on saying so. */
export const cancelSession = command(
  permissions,
  'edit-sessions',
  async (context, { isCancelled, ...known }: Known & { isCancelled: boolean }) =>
    write(context, known, { cancelledAt: isCancelled ? context.now.toISOString() : null }),
)

/** Publishes the result of a session: of its words only what one masked and another released. */
export const publishSession = command(
  permissions,
  'publish-session',
  async (context, { isPublic, ...known }: Known & { isPublic: boolean }) => {
    const session = await getSession(context, known.sessionId)
    if (isPublic && !session.announcedAt) throw new Refusal('conflict', '先に、参加の場を公開してください')
    if (isPublic && session.participants === undefined)
      throw new Refusal('conflict', '先に、参加した人の数を書いてください')
    await write(context, known, { reportedAt: isPublic ? context.now.toISOString() : null })
  },
)

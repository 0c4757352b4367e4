import { command } from '#src/platform/command.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import type { StepContent } from '../../core/session-forms.ts'
import { getSession, listNotes, listSessionTables, listSteps } from '../queries/sessions.ts'
import { sessionTables } from '../session-tables.ts'

/** Adds a step at the end of the time plan. Returns its id. */
export const addStep = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, content }: { sessionId: string; content: StepContent }) => {
    await getSession(context, sessionId)
    const order = Math.max(-1, ...(await listSteps(context, sessionId)).map((step) => step.order)) + 1
    const id = context.newId('hs')
    await sessionTables(context)
      .insertInto('voiceSessionSteps')
      .values({ ...content, id, sessionId, order, revision: 1 })
      .execute()
    return id
  },
)

type KnownStep = { sessionId: string; stepId: string; revision: number }

export const changeStep = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, stepId, revision, content }: KnownStep & { content: StepContent }) => {
    const steps = await listSteps(context, sessionId)
    refuseIfStale(
      found(
        steps.find(({ id }) => id === stepId),
        '進行の項目',
      ),
      revision,
    )
    await sessionTables(context)
      .updateTable('voiceSessionSteps')
      .set({ ...content, revision: revision + 1 })
      .where('id', '=', stepId)
      .execute()
  },
)

/** Moves a step one place up or down. */
export const moveStep = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, stepId, by }: { sessionId: string; stepId: string; by: -1 | 1 }) => {
    const steps = await listSteps(context, sessionId)
    const from = steps.findIndex(({ id }) => id === stepId)
    const step = found(steps[from], '進行の項目')
    const rest = steps.filter(({ id }) => id !== stepId)
    rest.splice(Math.max(0, Math.min(rest.length, from + by)), 0, step)
    for (const [order, { id }] of rest.entries()) {
      await sessionTables(context)
        .updateTable('voiceSessionSteps')
        .set({ order })
        .where('id', '=', id)
        .execute()
    }
  },
)

/** Takes a step out of the time plan, if nothing was written down to it. */
export const removeStep = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, stepId }: { sessionId: string; stepId: string }) => {
    if ((await listNotes(context, sessionId)).some((note) => note.stepId === stepId))
      throw new Refusal('conflict', 'この問いには記録があります。消せません')
    await sessionTables(context)
      .deleteFrom('voiceSessionSteps')
      .where('sessionId', '=', sessionId)
      .where('id', '=', stepId)
      .execute()
  },
)

const mostTables = 60

/** Sets a further table (テーブル), numbered after the last. Returns its id. */
export const addTable = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, name, host }: { sessionId: string; name: string; host: string }) => {
    await getSession(context, sessionId)
    const tables = await listSessionTables(context, sessionId)
    if (tables.length >= mostTables) throw new Refusal('conflict', `テーブルは${mostTables}までです`)
    const id = context.newId('ht')
    const number = Math.max(0, ...tables.map((table) => table.number)) + 1
    await sessionTables(context)
      .insertInto('voiceSessionTables')
      .values({ id, sessionId, number, name, host })
      .execute()
    return id
  },
)

/** Takes a table away, if no card lies on it. */
export const removeTable = command(
  permissions,
  'edit-sessions',
  async (context, { sessionId, tableId }: { sessionId: string; tableId: string }) => {
    if ((await listNotes(context, sessionId)).some((note) => note.tableId === tableId))
      throw new Refusal('conflict', 'このテーブルには記録があります。消せません')
    await sessionTables(context)
      .deleteFrom('voiceSessionTables')
      .where('sessionId', '=', sessionId)
      .where('id', '=', tableId)
      .execute()
  },
)

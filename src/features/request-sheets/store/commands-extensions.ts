import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { extensionMail } from '../core/extension-mail.ts'
import { type Extension, extendable, extensionProblem } from '../core/extensions.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { getRound, listSheets } from './queries.ts'
import { listExtensions } from './queries-extensions.ts'
import { type MailWay, mailSections, wholeSection } from './section-mail.ts'
import { tables } from './tables.ts'

type Asking = { roundId: string; unitId: string; dueOn: string; reason: string }
type Told = { way: MailWay }

/** 期限の延長を求める: a section, for all its sheets of a round it still has. */
export const askExtension = command(permissions, 'ask-extension', async (context, given: Asking) => {
  const { roundId, unitId } = given
  found(mayFillSheet(await getOwner(context), { unitId }) ? unitId : undefined, '課')
  await movable(context, given)
  const waiting = (await listExtensions(context, roundId)).some(
    (one) => one.unitId === unitId && one.state === 'asked',
  )
  if (waiting) throw new Refusal('conflict', '延長の返事を待っているところです')
  return add(context, { ...given, state: 'asked' })
})

/** 期限を延長する: the secretariat by itself, for one unit, with the reason. */
export const extendDeadline = command(
  permissions,
  'extend-deadline',
  async (context, { way, ...given }: Asking & Told) => {
    const { sheetIds } = await movable(context, given)
    const id = await add(context, { ...given, state: 'granted' })
    await moveDeadline(context, sheetIds, given.dueOn)
    await tellSection(context, { ...given, state: 'granted' }, way)
    return id
  },
)

type Answering = Told & { roundId: string; extensionId: string } & (
    | { isGranted: true; dueOn: string; answer: string }
    | { isGranted: false; answer: string }
  )

/** 延長に返事をする: granted, perhaps to another day than was asked, or refused with the reason. */
export const answerExtension = command(permissions, 'extend-deadline', async (context, given: Answering) => {
  const { roundId, extensionId, answer } = given
  const asked = found(
    (await listExtensions(context, roundId)).find(({ id }) => id === extensionId),
    '延長の求め',
  )
  if (asked.state !== 'asked') throw new Refusal('conflict', 'この求めには、すでに返事をしています')
  if (given.isGranted) {
    const { sheetIds } = await movable(context, { ...asked, dueOn: given.dueOn })
    await moveDeadline(context, sheetIds, given.dueOn)
  }
  await tables(context)
    .updateTable('sheetExtensions')
    .set({
      state: given.isGranted ? 'granted' : 'refused',
      grantedDueOn: given.isGranted ? given.dueOn : null,
      answer,
      answeredBy: context.actor.id,
      answeredAt: context.now.toISOString(),
    })
    .where('id', '=', extensionId)
    .execute()
  const { unitId } = asked
  const dueOn = given.isGranted ? given.dueOn : await currentDueOn(context, asked)
  const state = given.isGranted ? 'granted' : 'refused'
  await tellSection(context, { roundId, unitId, dueOn, state }, given.way)
})

async function currentDueOn(context: Context, { roundId, unitId }: Extension) {
  const own = extendable(await listSheets(context, { roundId, unitId }), unitId)
  return own.map(({ dueOn }) => dueOn).sort()[0] ?? (await getRound(context, roundId)).dueOn
}

type Answered = { roundId: string; unitId: string; dueOn: string; state: 'granted' | 'refused' }

/** The section hears of its deadline by mail. What was written to it stands on the page only. */
async function tellSection(context: Context, { unitId, ...answer }: Answered, way: MailWay) {
  const { title } = await getRound(context, answer.roundId)
  const words = (unit: string) => extensionMail({ ...answer, unit, unitId, title, site: way.site })
  await mailSections(context, [{ unitId, to: wholeSection, words }], way)
}

async function movable(context: Context, { roundId, unitId, dueOn }: Omit<Asking, 'reason'>) {
  await getRound(context, roundId)
  const sheets = extendable(await listSheets(context, { roundId, unitId }), unitId)
  const problem = extensionProblem(sheets, dueOn, tokyoDay(context.now))
  if (problem) throw new Refusal('conflict', problem)
  return { sheetIds: sheets.map(({ id }) => id) }
}

/** The revision stays: whoever is writing the sheet just now loses nothing by a later deadline. */
async function moveDeadline(context: Context, sheetIds: readonly string[], dueOn: string) {
  await tables(context).updateTable('requestSheets').set({ dueOn }).where('id', 'in', sheetIds).execute()
  context.trail?.objects.push(...sheetIds)
}

async function add(context: Context, given: Asking & { state: 'asked' | 'granted' }) {
  const id = context.newId('rx')
  const at = context.now.toISOString()
  const isGranted = given.state === 'granted'
  await tables(context)
    .insertInto('sheetExtensions')
    .values({
      id,
      roundId: given.roundId,
      unitId: given.unitId,
      askedDueOn: given.dueOn,
      reason: given.reason,
      askedBy: context.actor.id,
      askedAt: at,
      state: given.state,
      grantedDueOn: isGranted ? given.dueOn : null,
      answer: '',
      answeredBy: isGranted ? context.actor.id : null,
      answeredAt: isGranted ? at : null,
    })
    .execute()
  return id
}

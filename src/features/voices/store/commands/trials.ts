import { drawDoubleCoded } from '#src/lib/text/agreement/code-agreement.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { listCodes } from '../queries/sorting.ts'
import { getTrial, listTrialCodings } from '../queries/trials.ts'
import { listHeard } from '../queries/voices.ts'
import { tables } from '../tables.ts'

/**
 * Draws the opinions several people code without seeing each other's codes (分類の一致): 15 %, a hundred at least. Returns
 * its id.
 */
export const startTrial = command(
  permissions,
  'edit-codes',
  async (context, { title, coderCount = 2 }: { title: string; coderCount?: number }) => {
    const heard = (await listHeard(context)).filter(
      ({ kind, verbatim }) => kind !== 'none' && kind !== 'offtopic' && verbatim !== '',
    )
    if (heard.length === 0) throw new Refusal('conflict', '分類する意見がありません')
    const id = context.newId('vt')
    const drawn = drawDoubleCoded(
      heard.map((one) => one.id),
      { seed: id },
    )
    await tables(context)
      .insertInto('voiceTrials')
      .values({
        id,
        title,
        drawn: JSON.stringify(drawn),
        startedAt: context.now.toISOString(),
        coderCount,
        endedAt: null,
      })
      .execute()
    return id
  },
)

type Coding = { trialId: string; opinionId: string; codeIds: readonly string[] }

/** Ends a trial that not everybody finished: what two of them judged is compared, and nobody codes any more. */
export const endTrial = command(
  permissions,
  'edit-codes',
  async (context, { trialId }: { trialId: string }) => {
    const { endedAt } = await getTrial(context, trialId)
    if (endedAt) throw new Refusal('conflict', 'すでに終わっています')
    await tables(context)
      .updateTable('voiceTrials')
      .set({ endedAt: context.now.toISOString() })
      .where('id', '=', trialId)
      .execute()
  },
)

/** One coder's codes for one drawn opinion. The first people who begin are the coders, as many as the trial asks for. */
export const codeInTrial = command(
  permissions,
  'sort-voices',
  async (context, { trialId, opinionId, codeIds }: Coding) => {
    const { drawn, coderCount, endedAt } = await getTrial(context, trialId)
    if (endedAt) throw new Refusal('conflict', 'この分類は終わっています')
    if (!drawn.includes(opinionId)) throw new Refusal('not-found', 'この意見は選ばれていません')
    const coder = context.actor.id
    const coders = new Set((await listTrialCodings(context, trialId)).map((one) => one.coder))
    if (!coders.has(coder) && coders.size >= coderCount)
      throw new Refusal('conflict', `分類する${coderCount}人は、もう決まっています`)
    const known = new Set((await listCodes(context)).map(({ id }) => id))
    if (codeIds.some((codeId) => !known.has(codeId))) throw new Refusal('not-found', '分類が見つかりません')
    await tables(context)
      .deleteFrom('voiceTrialCodings')
      .where('trialId', '=', trialId)
      .where('opinionId', '=', opinionId)
      .where('coder', '=', coder)
      .execute()
    const codes = JSON.stringify([...new Set(codeIds)].sort())
    await tables(context)
      .insertInto('voiceTrialCodings')
      .values({ trialId, opinionId, coder, codes })
      .execute()
  },
)

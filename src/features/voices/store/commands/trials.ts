import { drawDoubleCoded } from '#src/lib/text/agreement/code-agreement.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { listCodes } from '../queries/sorting.ts'
import { getTrial, listTrialCodings } from '../queries/trials.ts'
import { listHeard } from '../queries/voices.ts'
import { tables } from '../tables.ts'

/**
 * Draws the opinions two people code without seeing each other's codes (二人の分類): 15 %, a hundred at least. Returns
 * its id.
 */
export const startTrial = command(
  permissions,
  'edit-codes',
  async (context, { title }: { title: string }) => {
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
      .values({ id, title, drawn: JSON.stringify(drawn), startedAt: context.now.toISOString() })
      .execute()
    return id
  },
)

type Coding = { trialId: string; opinionId: string; codeIds: readonly string[] }

/** One coder's codes for one drawn opinion. The first two people who begin are the coders. */
export const codeInTrial = command(
  permissions,
  'sort-voices',
  async (context, { trialId, opinionId, codeIds }: Coding) => {
    const { drawn } = await getTrial(context, trialId)
    if (!drawn.includes(opinionId)) throw new Refusal('not-found', 'この意見は選ばれていません')
    const coder = context.actor.id
    const coders = new Set((await listTrialCodings(context, trialId)).map((one) => one.coder))
    if (!coders.has(coder) && coders.size >= 2)
      throw new Refusal('conflict', '分類する2人は、もう決まっています')
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

import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { enqueueJob } from '#src/platform/jobs/jobs.ts'
import { channelLabels } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import { countedLists, wordsKeptWhole } from '../../core/word-list.ts'
import type { MapAttribute } from '../../core/word-map-report.ts'
import { keepHistory } from '../history.ts'
import { getCode, listCodes } from '../queries/sorting.ts'
import { listHeard } from '../queries/voices.ts'
import { getWordList, listTownWords } from '../queries/word-list.ts'
import { tables } from '../tables.ts'

export const groupingKind = 'group-voices'
export const networkKind = 'voice-network'
export const wordMapKind = 'voice-word-map'
export const rulesKind = 'voice-rules'

/** What a worker needs: every opinion that says something, which words stay whole and which are not counted. */
async function analysisInput(context: Context) {
  const heard = (await listHeard(context)).filter(
    ({ kind, verbatim }) => kind !== 'none' && kind !== 'offtopic' && verbatim !== '',
  )
  if (heard.length < 2) throw new Refusal('conflict', 'まとめるには、2件以上の意見が要ります')
  const rows = heard.map(({ id, verbatim, submissionId, personId, district, channel, ageBand }) => ({
    id,
    text: verbatim,
    submission: submissionId,
    ...(personId ? { submitter: personId } : {}),
    ...(district ? { district } : {}),
    ...(ageBand ? { ageBand } : {}),
    channel: channelLabels[channel],
  }))
  const [list, town] = [await getWordList(context), await listTownWords(context, 'office')]
  const forcedWords = wordsKeptWhole(list, town)
  return { rows, forcedWords, lists: countedLists(list), seed: 'shirube' }
}

/** Asks for proposals of groups. Returns the work's id. */
export const orderGrouping = command(
  permissions,
  'group-voices',
  async (context, { topics }: { topics?: number | undefined }) =>
    enqueueJob(context, groupingKind, {
      ...(await analysisInput(context)),
      ...(topics ? { topics } : {}),
    }),
)

/** Asks for the network of words (共起ネットワーク). Returns the work's id. */
export const orderNetwork = command(permissions, 'group-voices', async (context, _input: object) =>
  enqueueJob(context, networkKind, await analysisInput(context)),
)

/** Asks for the map of words by district, age band or channel (対応分析). Returns the work's id. */
export const orderWordMap = command(
  permissions,
  'group-voices',
  async (context, { attribute }: { attribute: MapAttribute }) =>
    enqueueJob(context, wordMapKind, { ...(await analysisInput(context)), attribute }),
)

/** Asks which opinions the rules of the codes meet (コーディング規則). Returns the work's id. */
export const orderRules = command(permissions, 'group-voices', async (context, _input: object) => {
  const rules = (await listCodes(context))
    .filter(({ rule, isRetired }) => rule !== '' && !isRetired)
    .map(({ label, rule }) => ({ code: label, rule }))
  if (rules.length === 0) throw new Refusal('conflict', '規則が、まだ書かれていません')
  return enqueueJob(context, rulesKind, { ...(await analysisInput(context)), rules })
})

/** Writes the rule of a code. It gives nothing by itself: a person confirms what it meets. */
export const changeRule = command(
  permissions,
  'edit-codes',
  async (context, { codeId, revision, rule }: { codeId: string; revision: number; rule: string }) => {
    refuseIfStale(await getCode(context, codeId), revision)
    await tables(context)
      .updateTable('voiceCodes')
      .set({ rule, revision: revision + 1 })
      .where('id', '=', codeId)
      .execute()
  },
)

/** Gives a code to the opinions a person confirmed of a rule's suggestions; the codes they have stay. Returns how many. */
export const confirmRule = command(
  permissions,
  'sort-voices',
  async (context, { codeId, opinionIds }: { codeId: string; opinionIds: readonly string[] }) => {
    const { label, rule } = await getCode(context, codeId)
    const known = new Map((await listHeard(context)).map((one) => [one.id, one]))
    const given = await tables(context)
      .selectFrom('voiceGivenCodes')
      .select('opinionId')
      .where('codeId', '=', codeId)
      .execute()
    const has = new Set(given.map(({ opinionId }) => opinionId))
    const fresh = [...new Set(opinionIds)].filter((id) => !has.has(id))
    for (const opinionId of fresh) {
      const { submissionId, revision } = found(known.get(opinionId), '意見')
      await tables(context)
        .insertInto('voiceGivenCodes')
        .values({ opinionId, codeId, coder: context.actor.id, at: context.now.toISOString() })
        .execute()
      await tables(context)
        .updateTable('voiceOpinions')
        .set({ revision: revision + 1 })
        .where('id', '=', opinionId)
        .execute()
      const what = `規則の提案を確かめて「${label}」を付けました`
      await keepHistory(context, { submissionId, opinionId, what, before: rule })
    }
    return fresh.length
  },
)

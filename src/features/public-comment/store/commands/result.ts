import { setPurgeDay } from '#src/features/voices/store/commands/people.ts'
import { canonicalJson, hashOf } from '#src/formats/canonical-json.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { contactsKeptUntil } from '../../core/case.ts'
import { corrected, correctionProblems, type PeopleCorrection } from '../../core/people.ts'
import { permissions } from '../../core/permissions.ts'
import { getCase } from '../queries/cases.ts'
import { listReplies } from '../queries/replies.ts'
import { draftResult } from '../queries/result.ts'
import { tables } from '../tables.ts'

type Publishing = { caseId: string; revision: number; correction?: PeopleCorrection | undefined }

/**
 * Publishes the result (結果公表), once everything is answered, approved and decided, and the sums agree. What was
 * published is kept as it was; from this day on contact data are kept as long as the case says.
 */
export const publishResult = command(
  permissions,
  'publish-result',
  async (context, { caseId, revision, correction }: Publishing) => {
    const current = await getCase(context, caseId)
    refuseIfStale(current, revision)
    const draft = await draftResult(context, caseId)
    const wrong = correction ? [...correctionProblems(draft.table, correction).values()] : []
    const [problem] = [...draft.problems, ...wrong]
    if (problem) throw new Refusal('conflict', problem)
    const table = correction ? corrected(draft.table, correction) : draft.table
    const replies = await listReplies(context, caseId)
    if (replies.some(({ draftedBy }) => draftedBy === context.actor.id)) {
      throw new Refusal('forbidden', '市の考え方を書いた人とは別の人が、結果を公表します')
    }
    const resultHash = hashOf(table)
    context.trail.afterHash = resultHash
    await tables(context)
      .updateTable('commentCases')
      .set({
        result: canonicalJson(table),
        resultHash,
        publishedAt: context.now.toISOString(),
        publishedBy: context.actor.id,
        revision: revision + 1,
      })
      .where('id', '=', caseId)
      .execute()
    const kept = { sheet: current.sheet, publishedOn: tokyoDay(context.now) }
    await setPurgeDay(context, { sessionRef: caseId, day: contactsKeptUntil(kept) })
  },
)

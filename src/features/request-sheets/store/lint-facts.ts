import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import type { Context } from '#src/platform/context.ts'
import { listRounds, listSheets } from './queries.ts'
import { getSheetStanding } from './queries-review.ts'

/**
 * For the lint: the sheets that were sent and are not accepted yet, and comments on them nobody has answered. Nothing before the first round is sent. A hearing still
 * to be held says nothing of the plan.
 */
export async function lintFacts(context: Context): Promise<Pick<LintContext, 'requests' | 'comments'>> {
  const sent = (await listRounds(context)).filter(
    ({ sentAt, sheetType }) => sentAt && sheetType !== 'hearing',
  )
  if (sent.length === 0) return {}
  const titles = new Map(sent.map(({ id, title }) => [id, title]))
  const open = (await listSheets(context)).filter(
    ({ roundId, state }) => titles.has(roundId) && state !== 'accepted',
  )
  const { openComments } = await getSheetStanding(context)
  return {
    comments: openComments.map(({ subjectId, count }) => ({ itemId: subjectId, count })),
    requests: open.map(({ roundId, unitId, subjectId, state }) => ({
      unitId,
      itemId: subjectId,
      title: titles.get(roundId) ?? '',
      isAnswered: state === 'answered',
    })),
  }
}

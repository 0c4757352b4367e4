import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import type { Context } from '#src/platform/context.ts'
import { isReported, unansweredViews } from '../core/inquiry.ts'
import { decisionKindLabels } from '../core/meetings.ts'
import { refOfPlace } from '../core/place-address.ts'
import { subjectKind } from '../core/subjects.ts'
import { listPublicDecisions } from './queries-decisions.ts'
import { countOpenCommentsByItem } from './queries-drafts.ts'
import { listInquiries } from './queries-inquiries.ts'

type Facts = Pick<LintContext, 'comments' | 'evidence'>

/**
 * For the lint: what members said of a draft and nobody has answered, by item; views of a report on this plan without an
 * answer (附帯意見), which are of the whole plan; and what a meeting rejected.
 */
export async function lintFacts(context: Context, planId: string): Promise<Facts> {
  const views = await countUnansweredViews(context, planId)
  const open = [
    ...(await countOpenCommentsByItem(context)),
    ...(views > 0 ? [{ itemId: planId, count: views }] : []),
  ]
  const rejected = (await listPublicDecisions(context)).filter(({ kind }) => kind === 'rejected')
  return {
    ...(open.length > 0 ? { comments: open } : {}),
    evidence: rejected.flatMap(({ id, meetingId, meeting, kind, subjects }) =>
      subjects
        .filter((id) => subjectKind(id) === 'item')
        .map((itemId) => ({
          itemId,
          ref: `${refOfPlace(meetingId)}#${id}`,
          words: `${meeting}：${decisionKindLabels[kind]}`,
        })),
    ),
  }
}

async function countUnansweredViews(context: Context, planId: string): Promise<number> {
  const waiting = (await listInquiries(context)).filter(
    (inquiry) => isReported(inquiry) && unansweredViews(inquiry).length > 0,
  )
  if (waiting.length === 0) return 0
  const versions = new Set((await listVersions(context, planId)).map(({ id }) => id))
  return waiting
    .filter(({ versionId }) => versionId !== undefined && versions.has(versionId))
    .reduce((sum, inquiry) => sum + unansweredViews(inquiry).length, 0)
}

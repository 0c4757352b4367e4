import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import type { Context } from '#src/platform/context.ts'
import { decisionKindLabels } from '../core/meetings.ts'
import { refOfPlace } from '../core/place-address.ts'
import { listPublicDecisions } from './queries-decisions.ts'
import { countOpenCommentsByItem } from './queries-drafts.ts'

type Facts = Pick<LintContext, 'comments' | 'evidence'>

/** For the lint: what members said of a draft and nobody has answered, by item; and what a meeting rejected. */
export async function lintFacts(context: Context): Promise<Facts> {
  const open = await countOpenCommentsByItem(context)
  const rejected = (await listPublicDecisions(context)).filter(({ kind }) => kind === 'rejected')
  return {
    ...(open.length > 0 ? { comments: open } : {}),
    evidence: rejected.flatMap(({ id, meetingId, meeting, kind, subjects }) =>
      subjects.map((itemId) => ({
        itemId,
        ref: `${refOfPlace(meetingId)}#${id}`,
        words: `${meeting}：${decisionKindLabels[kind]}`,
      })),
    ),
  }
}

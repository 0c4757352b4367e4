import { findWordings } from '#src/lib/text/wording/group-wordings.ts'
import type { Context } from '#src/platform/context.ts'
import { contradictionsIn, contradictionWords } from '../../core/contradictions.ts'
import { listComments, listReplies } from './replies.ts'

/** Same wording, different answers (食い違い): one sentence each, for a person to look at. */
export async function listContradictions(context: Context, caseId: string): Promise<string[]> {
  const replies = await listReplies(context, caseId)
  const comments = await listComments(context, caseId)
  const units = comments.map(({ id, verbatim }) => ({ id, text: verbatim, words: [] }))
  const alike = findWordings(units)
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => members.map(({ id }) => id))
  return contradictionsIn(comments, replies, alike).map(contradictionWords)
}

import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import type { Context } from '#src/platform/context.ts'
import { countOpenCommentsByItem } from './queries-drafts.ts'

/** For the lint: what members said of a draft and nobody has answered, by item. */
export async function lintFacts(context: Context): Promise<Pick<LintContext, 'comments'>> {
  const open = await countOpenCommentsByItem(context)
  return open.length > 0 ? { comments: open } : {}
}

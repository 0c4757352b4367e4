import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Context } from '#src/platform/context.ts'
import {
  countCommentsByItem,
  listOpenComments,
  listPromisedChanges,
  type PromisedChange,
} from './queries/answered.ts'
import { listCases } from './queries/cases.ts'

/** For the lint: comments without an answer, and answers of the classes 反映 whose place reads as it did before. */
export async function lintFacts(
  context: Context,
  planId: string,
): Promise<Pick<LintContext, 'comments' | 'promises'>> {
  if ((await listCases(context)).length === 0) return {}
  const onItems = (await countCommentsByItem(context)).map(({ itemId, open }) => ({ itemId, count: open }))
  const onWhole = (await listOpenComments(context)).filter(({ aboutRef }) => aboutRef === '').length
  const plan = await getPlanDocument(context, planId)
  const unchanged = []
  for (const promise of await listPromisedChanges(context)) {
    const document = await getVersionDocument(context, promise.versionId)
    if (document.planId === planId && !isKept(promise, document, plan)) unchanged.push(promise)
  }
  return {
    comments: [...onItems, { itemId: '', count: onWhole }],
    promises: unchanged.map(({ caseId, replyId, planRef }) => ({
      itemId: planRef.split('/')[0],
      ref: `public-comment/${caseId}#${replyId}`,
      words: planRef ? '本文がパブリックコメントの案と同じです' : '計画の箇所が選ばれていません',
    })),
  }
}

/** Whether the place an answer names is another one now than in the version that was laid open. */
function isKept({ planRef }: PromisedChange, before: PlanDocument, now: PlanDocument): boolean {
  const id = planRef.split('/')[0] ?? ''
  const partOf = ({ items, indicators, projects }: PlanDocument) =>
    [...items, ...indicators, ...projects].find((part) => part.id === id) ?? null
  return id !== '' && canonicalJson(partOf(before)) !== canonicalJson(partOf(now))
}

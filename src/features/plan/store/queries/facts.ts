import { eraDay, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { getPlanHead } from './plans.ts'
import { listVersions } from './versions.ts'

/** The first line of every page of plan work: which plan, which version is frozen and public, when it was last saved. */
export async function planFacts(context: Context, planId: string) {
  const [{ head, updatedAt }, versions] = await Promise.all([
    getPlanHead(context, planId),
    listVersions(context, planId),
  ])
  const published = versions.find((version) => version.publishedAt)
  return [
    { label: '計画', value: head.title },
    { label: '最新の版', value: versions[0]?.label ?? 'まだありません' },
    { label: '公開中', value: published?.label ?? 'なし' },
    { label: '最終保存', value: instantWords(updatedAt) },
  ]
}

/** 令和8年11月24日 14時05分 */
export const instantWords = (instant: string) => {
  const at = new Date(instant)
  return `${eraDay(tokyoDay(at))} ${tokyoTime(at)}`
}

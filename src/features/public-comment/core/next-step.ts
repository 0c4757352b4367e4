import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { CaseSheet, CaseState } from './case.ts'

/** つぎの予定 of a comment: what comes next and on which day; a delay is told as a delay. */
export function nextStepWords(
  { closesOn, resultDueOn }: Pick<CaseSheet, 'closesOn' | 'resultDueOn'>,
  { state, today }: { state: CaseState; today: string },
): string {
  if (state === 'published') return '結果を公表しました'
  if (state !== 'closed') return `${eraDay(closesOn)}：募集の終わり`
  if (!resultDueOn) return '結果の公表（日は、まだ決まっていません）'
  return resultDueOn < today
    ? `結果の公表（予定の${eraDay(resultDueOn)}より遅れています）`
    : `${eraDay(resultDueOn)}ごろ：結果の公表`
}

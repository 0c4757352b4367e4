import { eraDay, fiscalYearDual } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { PlanningFrame } from './scenario.ts'

type Chapter = { heading: string; text: string }

export const frameHeading = '計画フレーム（将来人口）'

/** The adopted frame as a chapter of the basic concept: the number, its reason, and who decided it. */
export function frameChapter(frame: PlanningFrame): Chapter {
  const { year, persons, reason, alternatives, meeting, decidedOn, scenarioName, origin } = frame
  const invented = origin === 'invented' ? '（見本（架空）の推計です）' : ''
  const parts = [
    `${fiscalYearDual(year).replaceAll('年度', '年')}の計画人口を、**${groupedNumber(persons, 0)}人**とします${invented}。`,
    reason,
    alternatives && `ほかに考えた案：${alternatives}`,
    `推計のケース「${scenarioName}」を、${eraDay(decidedOn)}の${meeting}で採用しました。`,
  ]
  return { heading: frameHeading, text: parts.filter(Boolean).join('\n\n') }
}

/** The chapters with this one in the place of the older one, or at their end. */
export function withFrameChapter(chapters: readonly Chapter[], chapter: Chapter): Chapter[] {
  const at = chapters.findIndex(({ heading }) => heading === chapter.heading)
  return at < 0 ? [...chapters, chapter] : chapters.map((one, place) => (place === at ? chapter : one))
}

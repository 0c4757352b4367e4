import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'

/** What the council saw half a year earlier and what was changed since: each has its line in the comparison of versions. */
const earlierTitle = '子育ての支援'
const earlierTargets: Readonly<Record<string, number>> = {
  特定健康診査の受診率: 60,
  放課後児童クラブの待機児童数: 5,
}
const earlierIssue = '健診を受けない人が多いことが課題です。'
/** As the answer to a public comment on the outline quotes it (`public-comment/sample/comments.ts`). */
const earlierDirection = '小学校の余裕教室を使い、受入れを増やします。'

export type Changed = { renamed: Measure; rewritten: Measure; answered: Measure; targets: Indicator[] }

/** The subjects of the changes, as they are in the sample plan today. */
export function changedSince(plan: PlanDocument): Changed {
  const measureNamed = (title: string) =>
    plan.items.find((item): item is Measure => item.kind === 'measure' && item.title === title)
  const renamed = measureNamed('子育て支援')
  const rewritten = measureNamed('健康づくり')
  const answered = measureNamed('放課後の居場所づくり')
  const targets = plan.indicators.filter(({ name }) => name in earlierTargets)
  if (!renamed || !rewritten || !answered || targets.length < 2)
    throw new RangeError('the sample plan has lost a measure of its story')
  return { renamed, rewritten, answered, targets }
}

/** The sample plan as its outline draft (骨子案) was. */
export function earlierPlan(plan: PlanDocument): PlanDocument {
  const { renamed, rewritten, answered } = changedSince(plan)
  return {
    ...plan,
    items: plan.items.map((item) => {
      if (item.id === renamed.id) return { ...item, title: earlierTitle }
      if (item.id === rewritten.id) return { ...rewritten, issues: firstAs(rewritten.issues, earlierIssue) }
      if (item.id === answered.id)
        return { ...answered, directions: firstAs(answered.directions, earlierDirection) }
      return item
    }),
    indicators: plan.indicators.map((one) => {
      const value = earlierTargets[one.name]
      return value !== undefined && one.target ? { ...one, target: { ...one.target, value } } : one
    }),
  }
}

const firstAs = <Paragraph extends { text: string }>(paragraphs: readonly Paragraph[], text: string) =>
  paragraphs.map((one, at) => (at === 0 ? { ...one, text } : one))

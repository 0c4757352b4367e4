import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'

/** What the council saw half a year earlier and what was changed since: each has its line in the comparison of versions. */
const earlierTitle = '子育ての支援'
const earlierTarget = 60
const earlierIssue = '健診を受けない人が多いことが課題です。'

export type Changed = { renamed: Measure; rewritten: Measure; weakened: Indicator }

/** The subjects of the changes, as they are in the sample plan today. */
export function changedSince(plan: PlanDocument): Changed {
  const measureNamed = (title: string) =>
    plan.items.find((item): item is Measure => item.kind === 'measure' && item.title === title)
  const renamed = measureNamed('子育て支援')
  const rewritten = measureNamed('健康づくり')
  const weakened = plan.indicators.find(({ name }) => name === '特定健康診査の受診率')
  if (!renamed || !rewritten || !weakened)
    throw new RangeError('the sample plan has lost a measure of its story')
  return { renamed, rewritten, weakened }
}

/** The sample plan as its outline draft (骨子案) was. */
export function earlierPlan(plan: PlanDocument): PlanDocument {
  const { renamed, rewritten, weakened } = changedSince(plan)
  return {
    ...plan,
    items: plan.items.map((item) => {
      if (item.id === renamed.id) return { ...item, title: earlierTitle }
      if (item.id !== rewritten.id) return item
      const [first, ...others] = rewritten.issues
      return first ? { ...rewritten, issues: [{ ...first, text: earlierIssue }, ...others] } : item
    }),
    indicators: plan.indicators.map((one) =>
      one.id === weakened.id && one.target
        ? { ...one, target: { ...one.target, value: earlierTarget } }
        : one,
    ),
  }
}

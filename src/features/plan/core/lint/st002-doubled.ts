import type { Judgement, Rule } from './finding.ts'
import type { PlanIndex } from './plan-index.ts'

/** ST002: two things share an id, or two siblings show the same number. */
export const doubled: Rule = {
  id: 'ST002',
  group: 'ST',
  severity: 'E',
  gate: 'G1',
  title: '同じ id か、同じ番号が2つある',
  rationale: '番号や id が2つあると、意見や引用がどちらを指すのか分からなくなります。',
  needs: [],
  check: (index) => [...doubledIds(index), ...doubledNumbers(index)],
}

function doubledIds({ plan }: PlanIndex): Judgement[] {
  const seen = new Set<string>()
  const all = [
    ...plan.items,
    ...plan.indicators,
    ...plan.projects,
    ...plan.dataPoints,
    ...plan.evidence,
    ...plan.relatedPlans,
    ...plan.units,
  ]
  const twice = new Set(all.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size))
  return [...twice].map((id) => ({
    subjectId: id,
    key: 'id',
    message: `id「${id}」が2か所で使われています。`,
    advice: '片方を新しく作り直してください。',
  }))
}

function doubledNumbers({ children }: PlanIndex): Judgement[] {
  return [...children.values()].flatMap((siblings) =>
    siblings.flatMap((item, position) => {
      const before = siblings[position - 1]
      if (!before || before.order !== item.order || before.kind !== item.kind) return []
      return [
        {
          subjectId: item.id,
          relatedIds: [before.id],
          key: 'number',
          message: `「${item.order}」番が2つあります（${before.title}／${item.title}）。`,
          advice: '「動かす」で順番を決め直してください。',
        },
      ]
    }),
  )
}

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

function doubledIds({ plan, items }: PlanIndex): Judgement[] {
  const twice = new Set<string>()
  // As many as there are items by id: then no item shares one with another.
  if (items.size < plan.items.length) {
    const seen = new Set<string>()
    for (const { id } of plan.items) if (seen.size === seen.add(id).size) twice.add(id)
  }
  const others = new Set<string>()
  const { indicators, projects, dataPoints, evidence, relatedPlans, units } = plan
  for (const list of [indicators, projects, dataPoints, evidence, relatedPlans, units])
    for (const { id } of list) if (items.has(id) || others.size === others.add(id).size) twice.add(id)
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

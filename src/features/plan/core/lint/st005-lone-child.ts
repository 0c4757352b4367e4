import type { Rule } from './finding.ts'

/** ST005: one child alone, or more than can be overlooked. */
export const loneChild: Rule = {
  id: 'ST005',
  group: 'ST',
  severity: 'I',
  title: '下の項目が1つだけ、または多すぎる',
  rationale: '1つだけなら段を分ける意味が薄く、多すぎると見渡せません。',
  needs: [],
  thresholds: [9],
  check: ({ plan, children, items }, _context, [most = 9]) =>
    [...children].flatMap(([parentId, siblings]) => {
      const parent = items.get(parentId)
      const title =
        parent?.title ?? (parentId === plan.concept.vision.id ? plan.concept.vision.title : undefined)
      if (title === undefined) return []
      const kinds = [...new Set(siblings.map(({ kind }) => kind))].sort()
      return kinds.flatMap((kind) => {
        const count = siblings.filter((one) => one.kind === kind).length
        if (count > 1 && count <= most) return []
        return [
          {
            subjectId: parentId,
            key: kind,
            message: `「${title}」の${plan.labels[kind]}が${count === 1 ? '1つだけです' : `${count}あります`}。`,
            advice:
              count === 1 ? 'まとめ方を見直してください。' : '分けるか、まとめられないか考えてください。',
          },
        ]
      })
    }),
}

import type { Rule } from './finding.ts'

/** ST006: the orders of siblings are not 1…n. */
export const orderBroken: Rule = {
  id: 'ST006',
  group: 'ST',
  severity: 'E',
  gate: 'G2',
  title: '番号がとんでいるか、重なっている',
  rationale: '番号が抜けると、読む人は項目が削られたと思います。',
  needs: [],
  check: ({ plan, children }) =>
    [...children].flatMap(([parentId, siblings]) => {
      const at = siblings.findIndex(({ order }, position) => order !== position + 1)
      const item = siblings[at]
      if (!item) return []
      const before = siblings[at - 1]?.order ?? 0
      return [
        {
          subjectId: parentId,
          key: 'order',
          message: `${plan.labels[item.kind]}の番号が${before}から${item.order}へ${item.order === before ? '重なって' : 'とんで'}います。`,
          advice: '「動かす」で上か下へ動かすと、番号が付け直されます。',
        },
      ]
    }),
}

import type { Rule } from './finding.ts'

/** FN004: a priority measure whose money falls year by year. */
export const shrinkingPriority: Rule = {
  id: 'FN004',
  group: 'FN',
  severity: 'W',
  gate: 'G4',
  title: '重点施策の事業費が毎年減る',
  rationale: '重点と言いながら減らすなら、理由を説明しなければなりません。',
  needs: [],
  check: ({ plan, measures, children, nameOf }) =>
    measures.flatMap((measure) => {
      if (!measure.priority.flagged) return []
      const below = new Set([measure.id, ...(children.get(measure.id) ?? []).map(({ id }) => id)])
      const totals = new Map<number, number>()
      for (const { parentId, budget } of plan.projects) {
        if (!below.has(parentId)) continue
        for (const { fiscalYear, total } of budget)
          totals.set(fiscalYear, (totals.get(fiscalYear) ?? 0) + total)
      }
      const years = [...totals.keys()].sort((a, b) => a - b)
      const falls = years.every(
        (year, at) => at === 0 || (totals.get(year) ?? 0) < (totals.get(years[at - 1] ?? 0) ?? 0),
      )
      if (years.length < 2 || !falls) return []
      const [first = 0, last = 0] = [years[0], years.at(-1)].map((year) => totals.get(year ?? 0) ?? 0)
      return [
        {
          subjectId: measure.id,
          field: 'priority',
          message: `重点の${nameOf(measure)}の事業費が毎年減っています（${first.toLocaleString('ja-JP')}千円→${last.toLocaleString('ja-JP')}千円）。`,
          advice: '事業費を見直すか、減らす理由を書いてください。',
        },
      ]
    }),
}

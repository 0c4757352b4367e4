import type { Rule } from './finding.ts'

/** FN005: staff hours that are the same every year were not measured. */
export const sameHours: Rule = {
  id: 'FN005',
  group: 'FN',
  severity: 'W',
  gate: 'G5',
  title: '従事時間が毎年同じ',
  rationale: '毎年同じ時間は、数えていないしるしです。',
  needs: [],
  thresholds: [4],
  check: ({ plan }, _context, [least = 4]) =>
    plan.projects.flatMap(({ id, title, hours }) => {
      const first = hours[0]?.hours ?? 0
      if (hours.length < least || first === 0 || hours.some((one) => one.hours !== first)) return []
      return [
        {
          subjectId: id,
          field: 'hours',
          message: `${plan.labels.project}「${title}」は${hours.length}年間、従事時間が同じです（${first}時間）。`,
          advice: '実際の時間を入れてください。',
        },
      ]
    }),
}

import { eras } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'

/** EV004: evidence that was replaced, or is years older than the plan. */
export const oldEvidence: Rule = {
  id: 'EV004',
  group: 'EV',
  severity: 'W',
  gate: 'G3',
  title: '根拠が古い',
  rationale: '古い調査は、いまの市を語りません。',
  needs: [],
  thresholds: [5],
  check: ({ plan }, _context, [most = 5]) => {
    const start = plan.period.fiscalYears[0]
    return plan.evidence.flatMap(({ id, from, to, supersededBy }) => {
      const subject = {
        subjectId: from.split('/')[0] ?? from,
        ...(from.includes('/') ? { paragraphId: from } : {}),
        key: id,
      }
      if (supersededBy) {
        return [
          {
            ...subject,
            message: `根拠「${to.ref}」は新しいものに替わっています。`,
            advice: '新しい根拠に替えてください。',
          },
        ]
      }
      const year = yearIn(to.asOf ?? to.ref)
      if (year === undefined || start - year <= most) return []
      return [
        {
          ...subject,
          message: `根拠「${to.ref}」が${start - year}年前のものです（${year}年）。`,
          advice: '新しい調査か統計がないか、確かめてください。',
        },
      ]
    })
  },
}

/** The year a reference names: 2015, 平成27年. */
export function yearIn(words: string): number | undefined {
  const text = words.normalize('NFKC')
  const western = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1]
  if (western) return Number(western)
  const [, name, digits] = /(令和|平成|昭和)(元|\d{1,2})/.exec(text) ?? []
  const era = eras.find((one) => one.name === name)
  return era && digits ? era.firstYear + (digits === '元' ? 0 : Number(digits) - 1) : undefined
}

import type { Rule } from './finding.ts'

const parts = [
  ['situation', '現状'],
  ['issues', '課題'],
  ['directions', '施策の方向'],
] as const

type Lengths = Record<(typeof parts)[number][0], number>

/** ST008: situation, issues or directions missing or too short to say anything. */
export const shortTexts: Rule = {
  id: 'ST008',
  group: 'ST',
  severity: 'W',
  gate: 'G2',
  title: '現状・課題・施策の方向が短すぎる',
  rationale: '短すぎる文では、なぜこの施策が要るのかが伝わりません。',
  needs: [],
  thresholds: [40],
  check: ({ measures, texts, nameOf }, _context, [least = 40]) => {
    const lengths = new Map<string, Lengths>()
    for (const { id } of measures) lengths.set(id, { situation: 0, issues: 0, directions: 0 })
    for (const { subjectId, field, plain } of texts) {
      if (field !== 'situation' && field !== 'issues' && field !== 'directions') continue
      const own = lengths.get(subjectId)
      if (own) own[field] += (/\s/.test(plain) ? plain.replaceAll(/\s/g, '') : plain).length
    }
    return measures.flatMap((measure) =>
      parts.flatMap(([field, label]) => {
        const length = lengths.get(measure.id)?.[field] ?? 0
        if (length >= least) return []
        return [
          {
            subjectId: measure.id,
            field,
            message:
              length === 0
                ? `${nameOf(measure)}の${label}が書かれていません。`
                : `${nameOf(measure)}の${label}が短すぎます（${length}字）。`,
            advice: `${least}字以上を目安に、事実と理由を書いてください。`,
          },
        ]
      }),
    )
  },
}

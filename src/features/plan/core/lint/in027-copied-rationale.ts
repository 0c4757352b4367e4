import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** IN027: no reason for the target, or the same words as under other indicators. */
export const copiedRationale: Rule = {
  id: 'IN027',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '設定根拠がない、または写し',
  rationale: '同じ文の設定根拠が並ぶのは、目標が考えられていないしるしです。',
  needs: [],
  thresholds: [15, 2],
  check: ({ plan }, _context, [least = 15, others = 2]) => {
    const uses = new Map<string, number>()
    for (const { rationale } of plan.indicators) {
      const text = normalForm(rationale.text)
      uses.set(text, (uses.get(text) ?? 0) + 1)
    }
    return plan.indicators.flatMap(({ id, name, rationale }) => {
      const text = rationale.text.trim()
      const same = uses.get(normalForm(text)) ?? 0
      if (text.length >= least && same - 1 < others) return []
      const copied = text.length >= least
      return [
        {
          subjectId: id,
          field: 'rationale',
          key: copied ? 'copied' : 'short',
          message: copied
            ? `「${name}」の設定根拠が、他の指標と同じ文です（${same}件）。`
            : text
              ? `「${name}」の設定根拠が短すぎます（${text.length}字）。`
              : `「${name}」に設定根拠がありません。`,
          advice: 'この目標をどう決めたかを、数字と一緒に書いてください。',
        },
      ]
    })
  },
}

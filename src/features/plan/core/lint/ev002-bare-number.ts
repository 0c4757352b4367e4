import { bareNumbers } from '#src/lib/text/bare-numbers.ts'
import { reasonsOf } from '../evidence-reasons.ts'
import type { Rule } from './finding.ts'

/** EV002: figures in prose that neither lead to data nor to evidence. */
export const bareNumber: Rule = {
  id: 'EV002',
  group: 'EV',
  severity: 'W',
  gate: 'G3',
  title: '本文の数に出典がない',
  rationale: '手で書いた数は、元のデータが変わっても直りません。',
  needs: [],
  check: ({ plan, texts }) => {
    const supported = new Set(reasonsOf(plan).map(({ from }) => from))
    return texts.flatMap(({ subjectId, field, paragraphId, text }) => {
      if (supported.has(paragraphId ?? subjectId)) return []
      const numbers = bareNumbers(text).map(({ words }) => words)
      if (numbers.length === 0) return []
      const shown = [...new Set(numbers)]
      const quoted = shown.slice(0, 3).join('」「')
      return [
        {
          subjectId,
          field,
          ...(paragraphId ? { paragraphId } : {}),
          key: `${paragraphId ?? ''}|${shown.join('|')}`,
          message: `「${quoted}」${shown.length > 3 ? 'など' : ''}の出典がありません。`,
          advice: '統計値や指標の値と結び付けるか、段落に根拠を加えてください。',
        },
      ]
    })
  },
}

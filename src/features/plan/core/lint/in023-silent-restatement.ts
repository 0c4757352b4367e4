import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'
import { actualsOf } from './indicator-words.ts'

/** IN023: a published value changed without a word in the ledger. */
export const silentRestatement: Rule = {
  id: 'IN023',
  group: 'IN',
  severity: 'E',
  gate: 'G5',
  title: '公表した実績値が説明なく変わった',
  rationale: '公表した数を黙って変えると、計画全体が信じられなくなります。',
  needs: ['previous'],
  check: ({ plan }, { previous }) => {
    const explained = new Set(plan.ledger.map(({ subjectId }) => subjectId))
    const before = new Map(previous?.indicators.map((indicator) => [indicator.id, indicator]))
    return plan.indicators.flatMap((indicator) => {
      const old = before.get(indicator.id)
      if (!old || explained.has(indicator.id)) return []
      const now = new Map(actualsOf(indicator).map(({ fiscalYear, value }) => [fiscalYear, value]))
      return actualsOf(old)
        .filter(({ fiscalYear, value }) => now.get(fiscalYear) !== value)
        .map(({ fiscalYear, value }) => ({
          subjectId: indicator.id,
          field: 'actuals',
          key: String(fiscalYear),
          message: `「${indicator.name}」の${fiscalYearLabel(fiscalYear)}の実績が、公表した${value}から説明なく変わりました。`,
          advice: '変えた理由を変更台帳に書いてください。',
        }))
    })
  },
}

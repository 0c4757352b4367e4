import type { Rule } from './finding.ts'
import { valueWords } from './indicator-words.ts'

/** IN009: a percentage below 0 or above 100, or a formula with only half of its terms. */
export const percentOutside: Rule = {
  id: 'IN009',
  group: 'IN',
  severity: 'E',
  gate: 'G3',
  title: '割合が0〜100％を外れる、または分母か分子がない',
  rationale: '分母の取り違えは、割合が100を超えたときに分かります。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ unit }) => unit.normalize('NFKC') === '%')
      .flatMap(({ id, name, formula, mayExceed100, baseline, interim, target, actuals }) => {
        const values = [baseline, ...interim, ...actuals, ...(target ? [target] : [])].flatMap(
          ({ value }) => value ?? [],
        )
        const wrong = values.find((value) => value < 0 || (value > 100 && !mayExceed100))
        const half = formula && (!formula.numerator.trim() || !formula.denominator.trim())
        if (wrong === undefined && !half) return []
        return [
          {
            subjectId: id,
            field: wrong === undefined ? 'formula' : 'actuals',
            message:
              wrong === undefined
                ? `「${name}」の算出式に、分子か分母がありません。`
                : `「${name}」の割合が${valueWords(wrong, '％')}です。`,
            advice: '分母を確かめてください。100％を超えることがあるなら、その印を付けてください。',
          },
        ]
      }),
}

import { fiscalYearLabel, fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'

/** IN028: what counts as better or worse is not fixed, or was fixed after the first result was known. */
export const noCriterion: Rule = {
  id: 'IN028',
  group: 'IN',
  severity: 'W',
  gate: 'G4',
  title: '改善・悪化の判定基準が決まっていない',
  rationale: '結果を見てから基準を決めると、どんな結果も改善にできてしまいます。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap(({ id, name, note, baseline, actuals }) => {
      const first = actuals.find(
        ({ fiscalYear, value }) => fiscalYear > baseline.fiscalYear && value !== null,
      )
      const late = first && note.criterionFixedOn && fiscalYearOf(note.criterionFixedOn) > first.fiscalYear
      if (note.changeCriterion && !late) return []
      return [
        {
          subjectId: id,
          field: 'note',
          key: late ? 'late' : 'missing',
          message: late
            ? `「${name}」の判定基準は、${fiscalYearLabel(first.fiscalYear)}の結果が出た後に決められています。`
            : `「${name}」の改善・悪化の判定基準が決まっていません。`,
          advice: '次の結果が出る前に、どれだけ動けば改善・悪化とするかを決めてください。',
        },
      ]
    }),
}

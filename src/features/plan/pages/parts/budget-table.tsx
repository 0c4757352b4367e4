import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { moneySources } from '../../core/budget.ts'
import { certainties } from '../../core/workbook/plan-words.ts'

type BudgetProps = { entered: Entered; problems: Problems; years: readonly number[] }

/** A row a year, a field a source of money; every field is named by its row and column. */
export function BudgetTable({ entered, problems, years }: BudgetProps) {
  return (
    <ScrollFrame label="事業費">
      <table class="dads-table dads-table--dense">
        <caption>事業費（千円）</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            {moneySources.map(([source, label]) => (
              <th key={source} scope="col" class="is-num">
                {label}
              </th>
            ))}
            <th scope="col">確度</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row" class="is-nowrap">
                {fiscalYearLabel(year)}
              </th>
              {moneySources.map(([source, label]) => (
                <td key={source}>
                  <Amount
                    name={`${source}-${year}`}
                    label={`${fiscalYearLabel(year)}の${label}`}
                    entered={entered}
                    problems={problems}
                  />
                </td>
              ))}
              <td>
                <label class="vh" for={`certainty-${year}`}>
                  {fiscalYearLabel(year)}の確度
                </label>
                <select
                  class="dads-input dads-input--short"
                  id={`certainty-${year}`}
                  name={`certainty-${year}`}
                >
                  {certainties.choices.map((label) => {
                    const value = certainties.keyOf(label)
                    return (
                      <option key={label} value={value} selected={value === entered[`certainty-${year}`]}>
                        {label}
                      </option>
                    )
                  })}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type AmountProps = { name: string; label: string; entered: Entered; problems: Problems }

function Amount({ name, label, entered, problems }: AmountProps) {
  const problem = problems[name]
  return (
    <>
      <label class="vh" for={name}>
        {label}
      </label>
      <input
        class="dads-input dads-input--short"
        id={name}
        name={name}
        type="text"
        inputMode="numeric"
        value={entered[name]}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
      {problem && (
        <p class="dads-form__error" id={`${name}-problem`}>
          ＊{problem}
        </p>
      )}
    </>
  )
}

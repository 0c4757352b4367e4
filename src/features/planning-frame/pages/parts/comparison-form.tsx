import { CheckField, SelectField } from '#src/ui/field.tsx'
import { type OverviewRow, overviewYears } from '../../core/overview.ts'
import { comparisonAddress } from './addresses.ts'

export type Chosen = { reference: string; others: readonly string[]; year: number }
type FormProps = { overview: readonly OverviewRow[]; chosen?: Chosen }

/** Chooses a scenario to compare with, any number of others, and a year. Before a choice all others are ticked. */
export function ComparisonForm({ overview, chosen }: FormProps) {
  const choices = overview.filter(({ run }) => run)
  const reference = chosen?.reference ?? choices[0]?.scenario.id
  const years = [...new Set(choices.flatMap(({ rows = [] }) => rows.map(({ year }) => year)))]
  const last = chosen?.year ?? overviewYears(choices).at(-1)
  const isTicked = (id: string) => (chosen ? chosen.others.includes(id) : id !== reference)
  return (
    <form class="sb-box l-flow" method="get" action={comparisonAddress}>
      <SelectField
        name="reference"
        label="もとにするケース"
        value={reference}
        choices={choices.map(({ scenario }) => ({ value: scenario.id, label: scenario.name }))}
        width="mid"
      />
      <fieldset class="l-flow">
        <legend>
          <b>くらべるケース（いくつでも）</b>
        </legend>
        <div class="l-cluster">
          {choices.map(({ scenario: { id, name } }) => (
            <CheckField key={id} name="other" value={id} label={name} isChecked={isTicked(id)} />
          ))}
        </div>
      </fieldset>
      <SelectField
        name="year"
        label="くらべる年"
        value={String(last ?? '')}
        choices={years
          .sort((a, b) => a - b)
          .slice(1)
          .map((year) => ({ value: String(year), label: `${year}年` }))}
        width="short"
      />
      <button class="dads-button dads-button--secondary" type="submit">
        くらべる
      </button>
    </form>
  )
}

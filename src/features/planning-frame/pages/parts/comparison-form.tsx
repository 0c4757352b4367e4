import { type OverviewRow, overviewYears } from '../../core/overview.ts'
import { comparisonAddress } from './addresses.ts'

type Chosen = { reference?: string; other?: string; year?: number }

/** Chooses two scenarios and a year to compare them in. */
export function ComparisonForm({
  overview,
  chosen = {},
}: {
  overview: readonly OverviewRow[]
  chosen?: Chosen
}) {
  const choices = overview.filter(({ run }) => run)
  const [first, second] = choices
  const years = [...new Set(choices.flatMap(({ rows = [] }) => rows.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  )
  const last = overviewYears(choices).at(-1)
  return (
    <form class="sb-filter" method="get" action={comparisonAddress}>
      <Choice
        name="reference"
        label="もとにするケース"
        choices={choices}
        value={chosen.reference ?? first?.scenario.id}
      />
      <Choice
        name="other"
        label="くらべるケース"
        choices={choices}
        value={chosen.other ?? second?.scenario.id}
      />
      <label>
        くらべる年
        <select name="year">
          {years.slice(1).map((year) => (
            <option key={year} value={year} selected={year === (chosen.year ?? last)}>
              {year}年
            </option>
          ))}
        </select>
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        くらべる
      </button>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  choices: readonly OverviewRow[]
  value: string | undefined
}

function Choice({ name, label, choices, value }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        {choices.map(({ scenario }) => (
          <option key={scenario.id} value={scenario.id} selected={scenario.id === value}>
            {scenario.name}
          </option>
        ))}
      </select>
    </label>
  )
}

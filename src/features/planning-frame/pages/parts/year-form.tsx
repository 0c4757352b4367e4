type YearFormProps = { years: readonly number[]; year: number; anchor: string }

/** Chooses the year of a pyramid or table. */
export function YearForm({ years, year, anchor }: YearFormProps) {
  return (
    <form class="sb-filter l-gap-after" method="get" action={`#${anchor}`}>
      <label>
        年
        <select name="year">
          {years.map((one) => (
            <option key={one} value={one} selected={one === year}>
              {one}年
            </option>
          ))}
        </select>
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        この年を表示
      </button>
    </form>
  )
}

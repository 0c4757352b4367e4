import { valueText } from '#src/features/plan/core/indicator-series.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import { Disclosure, NoValue, ScrollFrame } from '#src/ui/parts.tsx'

type YearWords = Map<number, string[]>

/** What is known and wished for a year, with the word for what it is unless it is an ordinary actual. */
function wordsByYear(indicator: Indicator): { actual: YearWords; wished: YearWords } {
  const { baseline, actuals, interim, target } = indicator
  const actual: YearWords = new Map()
  const wished: YearWords = new Map()
  const add = (to: YearWords, year: number, words: string) => to.set(year, [...(to.get(year) ?? []), words])
  const say = (value: number) => valueText(indicator, value)
  for (const { fiscalYear, value, provisional, restates } of actuals) {
    if (value === null) continue
    const was = restates === undefined ? '' : `（訂正前 ${say(restates)}）`
    add(actual, fiscalYear, `${say(value)}${provisional ? '（速報）' : ''}${was}`)
  }
  const { fiscalYear: start, value: from } = baseline
  const isRepeated = actuals.some(({ fiscalYear, value }) => fiscalYear === start && value === from)
  if (from !== null && !isRepeated) add(actual, start, say(from))
  for (const { fiscalYear, value } of interim)
    if (value !== null) add(wished, fiscalYear, `中間 ${say(value)}`)
  if (target?.kind === 'range' && target.low !== undefined && target.high !== undefined) {
    add(wished, target.fiscalYear, `目標 ${say(target.low)}〜${say(target.high)}`)
  } else if (target && target.kind !== 'monitor-only' && target.value !== null) {
    add(wished, target.fiscalYear, `目標 ${say(target.value)}`)
  }
  return { actual, wished }
}

/** Years by indicators: the twin of the small charts of an item. Only years that carry something. */
export function IndicatorsTable({
  indicators,
  caption,
}: {
  indicators: readonly Indicator[]
  caption: string
}) {
  const rows = indicators.map((indicator) => ({ indicator, ...wordsByYear(indicator) }))
  const years = sorted(rows.flatMap(({ actual, wished }) => [...actual.keys(), ...wished.keys()]))
  return (
    <Disclosure label={indicators.length === 1 ? '表で見る' : `${indicators.length}つの指標を表で見る`}>
      <ScrollFrame label={caption}>
        <table class="dads-table dads-table--wide">
          <caption>{caption}</caption>
          <YearHeads first="指標（単位）" years={years} />
          <tbody>
            {rows.map(({ indicator, actual, wished }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.name}（{indicator.unit || '単位なし'}）
                </th>
                {years.map((year) => (
                  <Cell
                    key={year}
                    lines={[
                      ...(actual.get(year) ?? []).map((words) =>
                        year === indicator.baseline.fiscalYear ? `基準 ${words}` : words,
                      ),
                      ...(wished.get(year) ?? []),
                    ]}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Disclosure>
  )
}

/** All years of one indicator, gaps too: actual values in one row, what is wished in the other. */
export function YearsTable({ indicator }: { indicator: Indicator }) {
  const { actual, wished } = wordsByYear(indicator)
  const known = sorted([...actual.keys(), ...wished.keys()])
  const [first = 0, last = -1] = [known[0], known.at(-1)]
  const isLong = last - first > 60
  const years = isLong ? known : Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return (
    <ScrollFrame label={`${indicator.name}の表`}>
      <table class="dads-table dads-table--wide">
        <caption>
          {indicator.name}（{indicator.unit || '単位なし'}）
        </caption>
        <YearHeads first="区分" years={years} baselineYear={indicator.baseline.fiscalYear} />
        <tbody>
          <tr>
            <th scope="row">実績</th>
            {years.map((year) => (
              <Cell key={year} lines={actual.get(year) ?? []} />
            ))}
          </tr>
          <tr>
            <th scope="row">目標</th>
            {years.map((year) => (
              <Cell key={year} lines={wished.get(year) ?? []} empty="なし" />
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollFrame>
  )
}

const sorted = (years: readonly number[]) => [...new Set(years)].sort((a, b) => a - b)

function YearHeads(props: { first: string; years: readonly number[]; baselineYear?: number }) {
  return (
    <thead>
      <tr>
        <th scope="col">{props.first}</th>
        {props.years.map((year) => (
          <th key={year} scope="col" class="is-num">
            {fiscalYearShort(year)}
            {year === props.baselineYear && ' 基準'}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Cell({ lines, empty = 'データなし' }: { lines: readonly string[]; empty?: string }) {
  return (
    <td class="is-num">
      {lines.length === 0 ? (
        <NoValue words={empty} />
      ) : (
        lines.map((words, at) => (
          <>
            {at > 0 && <br />}
            {words}
          </>
        ))
      )}
    </td>
  )
}

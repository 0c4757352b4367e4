import {
  type Trial,
  type TrialFactors,
  type TrialRow,
  trialLabels,
  trialNames,
  trialRows,
} from '#src/lib/demography/factor-trial.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { PopulationChart } from './population-chart.tsx'
import type { PopulationSeries } from './population-frame.ts'

type TrialViewProps = { name: string; trial: Trial; factors: TrialFactors }

/** What comes of factors that are tried: one sentence, both courses, and the numbers. */
export function TrialView({ name, trial, factors }: TrialViewProps) {
  if (trial.problems) {
    return (
      <div role="status">
        <p>この倍率では推計できません。</p>
        <ul class="sb-list">
          {trial.problems.slice(0, 3).map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      </div>
    )
  }
  const rows = trialRows(trial)
  const sentence = sentenceOf(rows, factors)
  if (trialNames.every((one) => factors[one] === 1)) return <p role="status">{sentence}</p>
  const series = seriesOf(rows, { name, sentence })
  return (
    <>
      <p role="status">{sentence}</p>
      <div class="sb-chart sb-chart--w l-gap">
        <PopulationChart series={series} size="wide" id="tw" />
      </div>
      <div class="sb-chart sb-chart--n l-gap">
        <PopulationChart series={series} size="narrow" id="tn" />
      </div>
      <table class="dads-table dads-table--dense l-gap">
        <caption>倍率を変えて試した人口（人）</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            {['試した場合', 'このケース', '違い'].map((label) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, before, after }) => (
            <tr key={year}>
              <th scope="row">{year}年</th>
              <td class="is-num">{groupedNumber(after, 0)}</td>
              <td class="is-num">{groupedNumber(before, 0)}</td>
              <td class="is-num">
                {after > before && '＋'}
                {groupedNumber(after - before, 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type Named = { name: string; sentence: string }

const seriesOf = (rows: readonly TrialRow[], { name, sentence }: Named): PopulationSeries => ({
  title: '倍率を変えて試した人口の見通し',
  description: sentence,
  history: [],
  lines: [
    { name: '試した場合', points: rows.map(({ year, after }) => ({ year, persons: after })) },
    { name, points: rows.map(({ year, before }) => ({ year, persons: before })) },
  ],
})

const persons = (count: number) => `${groupedNumber(count, 0)}人`

function sentenceOf(rows: readonly TrialRow[], factors: TrialFactors): string {
  const last = rows.at(-1)
  if (!last) return ''
  const changed = trialNames.filter((name) => factors[name] !== 1)
  if (changed.length === 0) return '倍率はすべて1なので、このケースと同じです。'
  const words = changed.map((name) => `${trialLabels[name]}${factors[name]}`).join('、')
  const difference = last.after - last.before
  const how = difference === 0 ? '変わりません' : difference > 0 ? '多くなります' : '少なくなります'
  const by = difference === 0 ? '' : `${persons(Math.abs(difference))}`
  return `${words}で、${last.year}年の人口は${persons(last.after)}です。このケースより${by}${how}。`
}

import { groupedNumber } from '#src/lib/text/number-format.ts'
import { PyramidChart, type PyramidSeries } from './pyramid-chart.tsx'

/** The pyramid of a year with its finding, its words for the fills, and its numbers. */
export function PyramidView({ series, year }: { series: PyramidSeries; year: number }) {
  return (
    <figure class="sb-figure">
      <figcaption class="sb-figure__cap">
        <span class="sb-figure__title">{series.finding}</span>
      </figcaption>
      <div class="sb-chart sb-chart--w sb-pyramid">
        <PyramidChart series={series} size="wide" id="pw" />
      </div>
      <div class="sb-chart sb-chart--n">
        <PyramidChart series={series} size="narrow" id="pn" />
      </div>
      <div class="sb-figure__foot">
        <details class="dads-disclosure">
          <summary>
            <span>表で見る</span>
          </summary>
          <div class="dads-disclosure__body">
            <PyramidTable series={series} year={year} />
          </div>
        </details>
        <a href={`?year=${year}&svg=pw`}>
          図（SVG）<span class="vh">：{year}年の人口ピラミッド</span>
        </a>
      </div>
      <p class="sb-sub">
        塗り：濃い色は0～14歳、うすい色は15～64歳、斜線は65歳以上。
        {series.outline ? '橙色の線は、推計の始めの年です。' : ''}
      </p>
    </figure>
  )
}

/** The pyramid in numbers, oldest first as it is drawn. */
function PyramidTable({ series, year }: { series: PyramidSeries; year: number }) {
  const { labels, groups, outline } = series
  const rows = labels.map((label, group) => ({ label, group })).toReversed()
  const heads = ['男', '女', ...(outline ? ['始めの年の男女計'] : [])]
  const start = (group: number) => (outline?.M[group] ?? 0) + (outline?.F[group] ?? 0)
  return (
    <table class="dads-table dads-table--dense">
      <caption>{year}年の男女・年齢別の人口（人）</caption>
      <thead>
        <tr>
          <th scope="col">年齢</th>
          {heads.map((head) => (
            <th key={head} scope="col" class="is-num">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, group }) => (
          <tr key={label}>
            <th scope="row" class="is-nowrap">
              {label}
            </th>
            <td class="is-num">{whole(groups.M[group])}</td>
            <td class="is-num">{whole(groups.F[group])}</td>
            {outline && <td class="is-num">{whole(start(group))}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const whole = (persons = 0) => groupedNumber(Math.round(persons), 0)

import { StackedSharesChart } from '#src/lib/chart/stacked-shares-chart.tsx'
import type { Choice } from '#src/ui/field.tsx'
import { NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { Stamp } from '../../core/report/stamp.ts'
import type { CrossFigure } from '../../core/results/cross-figure.ts'
import type { Countable } from '../../core/results/result-tables.ts'
import type { Survey } from '../../core/survey.ts'
import { surveyAddress } from './staff-frame.tsx'
import { StampLine } from './stamp-view.tsx'

type CrossProps = {
  survey: Survey
  rows: readonly Countable[]
  banners: readonly Choice[]
  row: Countable | undefined
  banner: Choice | undefined
  figure: CrossFigure | undefined
  stamp: Stamp | undefined
}

const nameOf = ({ number, text, item }: Countable) => `${number} ${item || text}`.slice(0, 60)

export function CrossView({ survey, rows, banners, row, banner, figure, stamp }: CrossProps) {
  const query = new URLSearchParams({ row: row?.column ?? '', banner: banner?.value ?? '' })
  return (
    <>
      <form method="get" class="sb-filter l-gap" aria-label="集計の条件">
        <label>
          設問
          <select name="row">
            {rows.map((one) => (
              <option key={one.column} value={one.column} selected={one.column === row?.column}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          分ける軸
          <select name="banner">
            {banners.map(({ value, label }) => (
              <option key={value} value={value} selected={value === banner?.value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button class="dads-button dads-button--secondary" type="submit">
          集計する
        </button>
      </form>
      {!figure && <p class="l-gap">設問と、それとは別の軸を選んでください。</p>}
      {figure && stamp && row && banner && (
        <Section id="cross" title={`${nameOf(row)} × ${banner.label}`}>
          {figure.chart && (
            <>
              <div class="sb-chart sb-chart--w">
                <StackedSharesChart series={figure.chart} size="wide" id="cw" />
              </div>
              <div class="sb-chart sb-chart--n">
                <StackedSharesChart series={figure.chart} size="narrow" id="cn" />
              </div>
            </>
          )}
          <CrossTable figure={figure} title={nameOf(row)} axis={banner.label} />
          <p>
            <a href={`${surveyAddress(survey.id, '/results/cross.csv')}?${query}`}>データ（CSV）</a>
          </p>
          <StampLine stamp={stamp} />
        </Section>
      )}
    </>
  )
}

type TableProps = { figure: CrossFigure; title: string; axis: string }

function CrossTable({ figure: { crossed, top, means = [] }, title, axis }: TableProps) {
  const { columns, lines } = crossed
  return (
    <ScrollFrame label="クロス集計">
      <table class="dads-table dads-table--dense">
        <caption>
          {title} × {axis}（%）
        </caption>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            <th scope="col" class="is-num">
              n
            </th>
            {lines.map(({ label }) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
            {means.map(({ label }) => (
              <th key={`m-${label}`} scope="col" class="is-num">
                {label}（平均順位）
              </th>
            ))}
            {top &&
              [top.label, '95%の幅'].map((label) => (
                <th key={label} scope="col" class="is-num">
                  {label}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, base, isReference }, at) => (
            <tr key={label}>
              <th scope="row" class="nowrap">
                {label}
                {isReference && '（参考値）'}
              </th>
              <td class="is-num">{base.toLocaleString('ja')}</td>
              {lines.map((line) => (
                <td key={line.label} class="is-num">
                  {line.cells[at]}
                </td>
              ))}
              {means.map((mean) => (
                <td key={`m-${mean.label}`} class="is-num">
                  {mean.cells[at] || <NoValue />}
                </td>
              ))}
              {top && (
                <>
                  <td class="is-num">{top.cells[at]?.percent || <NoValue />}</td>
                  <td class="is-num">{top.cells[at]?.interval || <NoValue />}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

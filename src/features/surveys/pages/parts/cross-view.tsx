import type { Choice } from '#src/ui/field.tsx'
import { ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { Countable, CrossResult } from '../../core/results/result-tables.ts'
import type { Survey } from '../../core/survey.ts'
import { surveyAddress } from './staff-frame.tsx'

type CrossProps = {
  survey: Survey
  rows: readonly Countable[]
  banners: readonly Choice[]
  row: Countable | undefined
  banner: Choice | undefined
  crossed: CrossResult | undefined
  isWeighted: boolean
  hash: string
}

const nameOf = ({ number, text, item }: Countable) => `${number} ${item || text}`.slice(0, 60)

export function CrossView({ survey, rows, banners, row, banner, crossed, isWeighted, hash }: CrossProps) {
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
      {!crossed && <p class="l-gap">設問と、それとは別の軸を選んでください。</p>}
      {crossed && row && banner && (
        <Section id="cross" title={`${nameOf(row)} × ${banner.label}`}>
          <CrossTable crossed={crossed} title={nameOf(row)} axis={banner.label} />
          <p class="sb-sub">
            列の％・分母は設問を聞かれた人・重み{isWeighted ? 'あり' : 'なし'}・データ版 {hash.slice(0, 8)}・
            <a href={`${surveyAddress(survey.id, '/results/cross.csv')}?${query}`}>データ（CSV）</a>
          </p>
        </Section>
      )}
    </>
  )
}

function CrossTable({ crossed, title, axis }: { crossed: CrossResult; title: string; axis: string }) {
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
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

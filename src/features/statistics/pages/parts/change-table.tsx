import { plainNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type Change, spanLabels } from '../../core/change.ts'
import type { Dataset } from '../../core/dataset-form.ts'
import type { ChangeLine } from '../../core/profile.ts'
import { shortTime } from '../../core/times.ts'
import type { KeptItem } from '../../store/queries.ts'
import { seriesAddress } from './addresses.ts'
import { signed } from './shown.tsx'
import { SourceNote } from './source-note.tsx'

type ChangeTableProps = {
  areaCode: string
  lines: readonly ChangeLine[]
  items: readonly KeptItem[]
  datasets: readonly Dataset[]
}

const spans = ['last', 'five', 'ten'] as const

/** 増減: the latest value of each item, and how it changed. */
export function ChangeTable({ areaCode, lines, items, datasets }: ChangeTableProps) {
  if (lines.length === 0) return <p>増減を出せる項目が、まだありません。</p>
  return (
    <>
      <ScrollFrame label="増減">
        <table class="dads-table sb-broad">
          <caption>主な項目の増減。率は、年率（1年あたり）です</caption>
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col" class="is-num">
                いまの値
              </th>
              <th scope="col">時点</th>
              {spans.map((span) => (
                <th key={span} scope="col" class="is-num">
                  {spanLabels[span]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ series, latest, changes }) => (
              <tr key={series.item.code}>
                <th scope="row">
                  <ItemLink areaCode={areaCode} series={series} items={items} />
                </th>
                <td class="is-num is-nowrap">
                  {plainNumber(latest.value)}
                  {series.item.unit}
                </td>
                <td class="is-nowrap">{shortTime(latest.time)}</td>
                {spans.map((span) => (
                  <td key={span} class="is-num">
                    <ChangeCell change={changes.find((one) => one.span === span)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p class="sb-sub">
        <SourceNote used={lines.flatMap(({ used }) => used)} datasets={datasets} />
      </p>
    </>
  )
}

function ItemLink({ areaCode, series, items }: { areaCode: string } & ItemOf) {
  const kept = keptItemOf({ series, items })
  if (!kept) return <>{series.item.name}</>
  return <a href={seriesAddress(areaCode, kept.id)}>{series.item.name}</a>
}

type ItemOf = { series: ChangeLine['series']; items: readonly KeptItem[] }

const keptItemOf = ({ series, items }: ItemOf) =>
  items.find(({ datasetId, code }) => datasetId === series.datasetId && code === series.item.code)

export function ChangeCell({ change }: { change: Change | undefined }) {
  if (!change) return <NoValue words="くらべる時点がない" />
  const { absolute, yearlyPercent, from } = change
  const decimals = Number.isInteger(absolute) ? 0 : 1
  return (
    <>
      {signed(absolute, decimals)}
      <div class="sb-sub is-nowrap">
        {yearlyPercent === undefined ? '率は出せません' : `年${signed(yearlyPercent, 2)}％`}（
        {shortTime(from.time)}から）
      </div>
    </>
  )
}

import { groupedNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { Comparison } from '../../core/compare-cities.ts'
import { fieldLabels } from '../../core/compared-items.ts'
import { shortTime } from '../../core/times.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { comparisonOf } from './addresses.ts'

type SummaryProps = { ground: ComparisonGround; comparisons: readonly Comparison[] }

/** One line an item: the own value, the mean, n, and the score or why there is none. */
export function ComparisonSummary({ ground, comparisons }: SummaryProps) {
  const { ownCode, group } = ground
  return (
    <ScrollFrame label="本市の位置">
      <table class="dads-table sb-broad">
        <caption>
          {group.name}のなかの{ground.ownName}
        </caption>
        <thead>
          <tr>
            <th scope="col">分野</th>
            <th scope="col">項目</th>
            <th scope="col" class="is-num">
              本市
            </th>
            <th scope="col" class="is-num">
              平均
            </th>
            <th scope="col" class="is-num">
              値のある市（n）
            </th>
            <th scope="col">偏差値</th>
            <th scope="col">時点</th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map((comparison) => (
            <SummaryRow
              key={comparison.item.id}
              comparison={comparison}
              href={comparisonOf({ city: ownCode, group: group.id }, { item: comparison.item.id })}
            />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function SummaryRow({ comparison, href }: { comparison: Comparison; href: string }) {
  const { item, own, mean, n } = comparison
  const shown = (value: number | undefined) =>
    value === undefined ? (
      <NoValue words={own?.reason ?? 'データなし'} />
    ) : (
      groupedNumber(value, item.decimals)
    )
  return (
    <tr>
      <td class="is-nowrap">{fieldLabels[item.field]}</td>
      <th scope="row">
        <a href={href}>{item.label}</a>
        <div class="sb-sub">
          {item.unit}・{item.method}
        </div>
      </th>
      <td class="is-num">
        <b>{shown(own?.value)}</b>
      </td>
      <td class="is-num">{shown(mean)}</td>
      <td class="is-num">{n}</td>
      <td>
        <ScoreCell comparison={comparison} />
      </td>
      <td class="is-nowrap">{own?.time ? shortTime(own.time) : <NoValue words="時点なし" />}</td>
    </tr>
  )
}

const directionWords = {
  higher: '高いほどよい項目',
  lower: '低いほどよい項目（向きをそろえた値）',
  none: '',
} as const

export function ScoreCell({ comparison }: { comparison: Comparison }) {
  const { own, item, noScore, percentile } = comparison
  if (own?.score !== undefined) {
    return (
      <>
        <b>{own.score.toFixed(1)}</b>
        <div class="sb-sub">{directionWords[item.direction]}</div>
      </>
    )
  }
  return (
    <>
      <NoValue words="偏差値なし" />
      <div class="sb-sub">
        {noScore}
        {percentile !== undefined && `。下から${percentile.toFixed(0)}％の位置`}
      </div>
    </>
  )
}

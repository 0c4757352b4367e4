import { groupedNumber } from '#src/lib/text/number-format.ts'
import { DrawingLink } from '#src/ui/drawing-link.tsx'
import { Disclosure, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { ComparedItem } from '../../core/compared-items.ts'
import { quotientOf } from '../../core/quotient.ts'
import type { AreaSeries } from '../../core/series.ts'
import { positionOf, shortTime } from '../../core/times.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { CityLines, frameOf } from '../../views/city-lines.tsx'
import { comparisonOf } from './addresses.ts'

type CityLineFiguresProps = {
  ground: ComparisonGround
  comparison: { item: ComparedItem }
  from: number
}

const atOnce = 12

/** Small multiples: one picture a city at one scale, twelve a page, with the own city repeated as a thin line. */
export function CityLineFigures({ ground, comparison: { item }, from }: CityLineFiguresProps) {
  const lines = ground.areas.map((area) => lineOf(area, item)).filter(({ points }) => points.length > 0)
  const own = lines.find(({ areaCode }) => areaCode === ground.ownCode)
  const others = lines.filter((line) => line !== own)
  const shown = [...(own ? [own] : []), ...others.slice(from, from + atOnce - 1)]
  const frame = frameOf(lines)
  if (!frame) return <p>値のある市区町村がありません。</p>
  return (
    <>
      <p>
        太い線はその市、破線は{ground.ownName}です。単位：{item.unit}
      </p>
      <div class="sb-multiples l-gap">
        {shown.map((line) => (
          <figure key={line.areaCode} class="sb-multiple">
            <figcaption>
              {line.areaName}
              {line === own && '（本市）'}
            </figcaption>
            <CityLines
              id={`line-${line.areaCode}`}
              title={`${line.areaName}の${item.label}の推移`}
              description={line.points.map(({ words }) => words).join('、')}
              line={line}
              reference={line === own ? undefined : own}
              frame={frame}
            />
            <p class="sb-sub">
              <DrawingLink id={`line-${line.areaCode}`} title={`${line.areaName}の${item.label}の推移`} />
            </p>
          </figure>
        ))}
      </div>
      <Pages ground={ground} item={item} from={from} count={others.length} />
      <Disclosure label="この図を表で見る">
        <LineTable item={item} lines={shown} />
      </Disclosure>
    </>
  )
}

type Line = ReturnType<typeof lineOf>

function lineOf(area: AreaSeries, item: ComparedItem) {
  const { areaCode, areaName } = area
  const points = quotientOf(area, item).points.map(({ time, value }) => ({
    x: positionOf(time),
    time,
    value,
    words: `${shortTime(time)} ${groupedNumber(value, item.decimals)}`,
  }))
  return { areaCode, areaName, points }
}

function LineTable({ item, lines }: { item: ComparedItem; lines: readonly Line[] }) {
  const times = [...new Set(lines.flatMap(({ points }) => points.map(({ time }) => time)))].sort()
  return (
    <ScrollFrame label={`${item.label}の推移`}>
      <table class="dads-table dads-table--dense">
        <caption>
          {item.label}の推移（{item.unit}）
        </caption>
        <thead>
          <tr>
            <th scope="col">市区町村</th>
            {times.map((time) => (
              <th key={time} scope="col" class="is-num">
                {shortTime(time)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ areaCode, areaName, points }) => (
            <tr key={areaCode}>
              <th scope="row">{areaName}</th>
              {times.map((time) => {
                const point = points.find((one) => one.time === time)
                return (
                  <td key={time} class="is-num">
                    {point ? groupedNumber(point.value, item.decimals) : <NoValue />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type PagesProps = { ground: ComparisonGround; item: ComparedItem; from: number; count: number }

function Pages({ ground, item, from, count }: PagesProps) {
  const step = atOnce - 1
  const place = { city: ground.ownCode, group: ground.group.id }
  const address = (at: number) => `${comparisonOf(place, { item: item.id })}&from=${at}#lines`
  if (count <= step) return null
  return (
    <p class="l-cluster l-cluster--wide l-gap">
      <span>
        ほかの{count}市区町村のうち{from + 1}〜{Math.min(count, from + step)}
      </span>
      {from > 0 && <a href={address(Math.max(0, from - step))}>前の{step}</a>}
      {from + step < count && <a href={address(from + step)}>次の{Math.min(step, count - from - step)}</a>}
    </p>
  )
}

import type { ComponentChildren } from 'preact'
import { plainNumber } from '#src/lib/text/number-format.ts'
import { DrawingLink } from '#src/ui/drawing-link.tsx'
import type { Item } from '../../core/figures.ts'
import { type AreaSeries, knownPoints, type Series } from '../../core/series.ts'
import { positionOf, shortTime } from '../../core/times.ts'
import { TimeChart } from '../../views/time-chart.tsx'

type FigureProps = {
  city: Pick<AreaSeries, 'areaName'>
  item: Pick<Item, 'name' | 'unit'>
  series: Series
  /** Where the figures come from. */
  children: ComponentChildren
}

/** The course of a series as a drawing; its numbers stand in the table of the page. Nothing where there is one number only. */
export function SeriesFigure({ city, item, series, children }: FigureProps) {
  const points = knownPoints(series).map(({ time, value }) => ({
    x: positionOf(time),
    label: shortTime(time),
    value,
    shown: plainNumber(value),
  }))
  const last = points.at(-1)
  if (points.length < 2) return null
  const chart = {
    title: `${city.areaName}の${item.name}の推移`,
    description: last ? `${last.label}は${last.shown}${item.unit}です。` : '値がありません。',
    points,
    unit: item.unit || '単位なし',
  }
  return (
    <figure class="sb-figure l-gap">
      <figcaption class="sb-figure__cap">
        <span class="sb-figure__title">{item.name}の推移</span>
      </figcaption>
      <div class="sb-chart sb-chart--w">
        <TimeChart {...chart} id="series-w" size="wide" />
      </div>
      <div class="sb-chart sb-chart--n">
        <TimeChart {...chart} id="series-n" size="narrow" />
      </div>
      <p class="sb-sub">
        {children}
        {'　'}
        <DrawingLink id="series-w" title={`${item.name}の推移`} />
      </p>
    </figure>
  )
}

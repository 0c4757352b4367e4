import type { ComponentChildren } from 'preact'
import { PopulationChart } from '#src/lib/chart/population-chart.tsx'
import type { PopulationSeries } from '#src/lib/chart/population-frame.ts'
import { PyramidChart, type PyramidSeries } from '#src/lib/chart/pyramid-chart.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { pyramidFinding } from '../../core/course-series.ts'
import { PyramidTable } from './age-tables.tsx'

type FigureProps = {
  title: string
  finding?: string | undefined
  table: ComponentChildren
  csv?: string | undefined
  note?: ComponentChildren
  children: ComponentChildren
}

/** A chart with its finding above it, its numbers and its file below. */
function Figure({ title, finding, table, csv, note, children }: FigureProps) {
  return (
    <figure class="sb-figure">
      <figcaption class="sb-figure__cap">
        <span class="sb-figure__title">{title}</span>
        {finding && <span class="sb-figure__find">{finding}</span>}
      </figcaption>
      {children}
      <div class="sb-figure__foot">
        <Disclosure label="表で見る">{table}</Disclosure>
        {csv && (
          <a href={csv}>
            データ（CSV）<span class="vh">：{title}</span>
          </a>
        )}
      </div>
      {note && <p class="sb-sub">{note}</p>}
    </figure>
  )
}

type CourseProps = Omit<FigureProps, 'children'> & { series: PopulationSeries; id: string }

/** Residents over the years. */
export function CourseFigure({ series, id, ...figure }: CourseProps) {
  return (
    <Figure {...figure}>
      <div class="sb-chart sb-chart--w">
        <PopulationChart series={series} size="wide" id={`${id}w`} />
      </div>
      <div class="sb-chart sb-chart--n">
        <PopulationChart series={series} size="narrow" id={`${id}n`} />
      </div>
    </Figure>
  )
}

/** The pyramid of one year, with a legend in words. */
export function PyramidFigure({ series, year }: { series: PyramidSeries; year: number }) {
  return (
    <Figure
      title={pyramidFinding(series)}
      table={<PyramidTable series={series} year={year} />}
      note={`塗り：濃い色は0～14歳、うすい色は15～64歳、斜線は65歳以上。${series.outline ? '橙色の線は、推計の始めの年です。' : ''}`}
    >
      <div class="sb-chart sb-chart--w sb-pyramid">
        <PyramidChart series={series} size="wide" id="pw" />
      </div>
      <div class="sb-chart sb-chart--n">
        <PyramidChart series={series} size="narrow" id="pn" />
      </div>
    </Figure>
  )
}

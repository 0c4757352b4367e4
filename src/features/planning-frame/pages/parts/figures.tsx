import type { ComponentChildren } from 'preact'
import { PopulationChart } from '#src/lib/chart/population-chart.tsx'
import type { PopulationSeries } from '#src/lib/chart/population-frame.ts'
import { Disclosure } from '#src/ui/parts.tsx'

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

import type { ComponentChildren } from 'preact'
import { PopulationChart } from '#src/lib/chart/population-chart.tsx'
import type { PopulationSeries } from '#src/lib/chart/population-frame.ts'
import { DrawingLink } from '#src/ui/drawing-link.tsx'
import { Disclosure } from '#src/ui/parts.tsx'

type FigureProps = {
  title: string
  finding?: string | undefined
  table: ComponentChildren
  csv?: string | undefined
  /** Where the drawing is a file of its own; a staff page gives it by its id. */
  drawing: ComponentChildren
  note?: ComponentChildren
  children: ComponentChildren
}

/** A chart with its finding above it, its numbers and its file below. */
function Figure({ title, finding, table, csv, drawing, note, children }: FigureProps) {
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
        {drawing}
      </div>
      {note && <p class="sb-sub">{note}</p>}
    </figure>
  )
}

type CourseProps = Omit<FigureProps, 'children' | 'drawing'> & {
  series: PopulationSeries
  id: string
  /** The file of the drawing on a public page, which is published as files. */
  svg?: string
}

/** Residents over the years. */
export function CourseFigure({ series, id, svg, ...figure }: CourseProps) {
  const { title } = figure
  const drawing = svg ? <a href={svg}>図（SVG）</a> : <DrawingLink id={`${id}w`} title={title} />
  return (
    <Figure {...figure} drawing={drawing}>
      <div class="sb-chart sb-chart--w">
        <PopulationChart series={series} size="wide" id={`${id}w`} />
      </div>
      <div class="sb-chart sb-chart--n">
        <PopulationChart series={series} size="narrow" id={`${id}n`} />
      </div>
    </Figure>
  )
}

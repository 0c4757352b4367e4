import type { ComponentChildren } from 'preact'
import { DrawingLink } from '#src/ui/drawing-link.tsx'
import { Disclosure } from '#src/ui/parts.tsx'

type ChartFigureProps = {
  title: string
  find?: string | undefined
  /** One drawing, or one for wide and one for narrow screens. */
  wide: ComponentChildren
  narrow?: ComponentChildren
  source: ComponentChildren
  table: ComponentChildren
  csv?: string
  /** The id of the (wide) drawing, to save it. */
  drawing: string
}

/** A figure: what it says, the drawing, the same as a table, and where it comes from. */
export function ChartFigure({ title, find, wide, narrow, source, table, csv, drawing }: ChartFigureProps) {
  return (
    <figure class="sb-figure">
      <figcaption class="sb-figure__cap">
        <span class="sb-figure__title">{title}</span>
        {find && <span class="sb-figure__find">{find}</span>}
      </figcaption>
      {narrow ? (
        <>
          <div class="sb-chart sb-chart--w">{wide}</div>
          <div class="sb-chart sb-chart--n">{narrow}</div>
        </>
      ) : (
        <div class="sb-chart">{wide}</div>
      )}
      <div class="sb-figure__foot">
        <Disclosure label="表で見る">{table}</Disclosure>
        {csv && <a href={csv}>データ（CSV）</a>}
        <DrawingLink id={drawing} title={title} />
      </div>
      <p class="sb-sub">{source}</p>
    </figure>
  )
}

import type { Measure } from '#src/formats/plan-item.ts'
import type { MeasureProps } from './public-page.tsx'

/** The measures before and after this one, for who reads the plan like a book. */
export function ReadOn({ shown, measure }: MeasureProps) {
  const { measures, numbers, plan } = shown
  const at = measures.findIndex(({ id }) => id === measure.id)
  const [before, after] = [measures[at - 1], measures[at + 1]]
  const link = (words: string, item: Measure) => (
    <p>
      <span class="sb-sub">{words}</span>
      <br />
      <a href={`/plan/items/${item.id}`}>
        {numbers.get(item.id)} {item.title}
      </a>
    </p>
  )
  return (
    <nav class="l-section l-cols l-cols--2 sb-noprint" aria-label={`前後の${plan.labels.measure}`}>
      {before && link('前', before)}
      {after && link('次', after)}
    </nav>
  )
}

import { Section } from '#src/ui/parts.tsx'
import type { LedTo } from '../core/led-to.ts'

const mostPlaces = 8

/** その先: where in the plan what stands on this page led to, with the way to all of it. Nothing where it led nowhere yet. */
export function LedToView({ ledTo, title = '計画のどこにつながったか' }: { ledTo: LedTo; title?: string }) {
  const { places, href } = ledTo
  if (places.length === 0) return null
  return (
    <Section id="led-to" title={title}>
      <ul class="sb-list">
        {places.slice(0, mostPlaces).map((place) => (
          <li key={place.id}>
            <a href={place.href}>{place.words}</a>
          </li>
        ))}
      </ul>
      <p class="l-gap">
        <a class="sb-arrow" href={href}>
          つながったところをすべて見る（{places.length}か所）
        </a>
      </p>
    </Section>
  )
}

import type { LedTo } from '#src/features/publication/core/led-to.ts'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { Section } from '#src/ui/parts.tsx'
import { type ShownCell, shownCells } from '../../core/results/cell-address.ts'
import type { PublishedTable } from '../../core/results/publication-format.ts'

/** Where the way on from a cell is told, under the table. */
export const ledFromCell = (anchor: string) => `from-${anchor}`

export type CitedCell = { cell: ShownCell; places: LedTo['places'] }

/** The cells of a table that the plan rests on, in the order of the table. */
export const citedCells = (table: PublishedTable, { byAnchor }: LedTo): CitedCell[] =>
  shownCells(table).flatMap((cell) => {
    const places = byAnchor.get(cell.anchor)
    return places ? [{ cell, places }] : []
  })

/** この数から: each cited figure with the places of the plan that rest on it. */
export function CitedCells({ cited, ledTo }: { cited: readonly CitedCell[]; ledTo: LedTo }) {
  const inCells = new Set(cited.flatMap(({ places }) => places.map(({ id }) => id)))
  const others = ledTo.places.filter(({ id }) => !inCells.has(id))
  if (ledTo.places.length === 0) return null
  return (
    <Section id="led-to" title="この設問が、計画のどこにつながったか">
      <dl class="dads-description-list">
        {cited.map(({ cell: { anchor, row, answer, share }, places }) => (
          <div key={anchor} id={ledFromCell(anchor)} class="sb-landing">
            <dt>
              <a href={`#${anchor}`}>
                {row}「{answer}」{weightedPercentWords(share)}％
              </a>
            </dt>
            <dd>
              <Places places={places} />
            </dd>
          </div>
        ))}
        {others.length > 0 && (
          <div>
            <dt>設問の全体</dt>
            <dd>
              <Places places={others} />
            </dd>
          </div>
        )}
      </dl>
      <p class="l-gap">
        <a class="sb-arrow" href={ledTo.href}>
          この調査がつながったところをすべて見る
        </a>
      </p>
    </Section>
  )
}

const Places = ({ places }: { places: LedTo['places'] }) => (
  <ul class="sb-list">
    {places.map(({ id, words, href }) => (
      <li key={id}>
        <a href={href}>{words}</a>
      </li>
    ))}
  </ul>
)

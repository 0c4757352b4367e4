import { groupedNumber } from '#src/lib/text/number-format.ts'
import { DrawingLink } from '#src/ui/drawing-link.tsx'
import { type Comparison, comparisonSentence } from '../../core/compare-cities.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { DotStrip } from '../../views/dot-strip.tsx'
import { comparisonOf } from './addresses.ts'

type StripFiguresProps = { ground: ComparisonGround; comparisons: readonly Comparison[] }

/** Small multiples: for every item a strip with all cities of the group. The table of all values follows below. */
export function StripFigures({ ground, comparisons }: StripFiguresProps) {
  return (
    <>
      <p>
        <b>●</b> は本市、○
        はほかの市区町村、縦の線は平均です。数はすべて、下の「市区町村ごとの値」の表にあります。
      </p>
      <div class="sb-multiples l-gap">
        {comparisons.map((comparison) => (
          <Strip key={comparison.item.id} ground={ground} comparison={comparison} />
        ))}
      </div>
    </>
  )
}

function Strip({ ground, comparison }: { ground: ComparisonGround; comparison: Comparison }) {
  const { item, cities, mean, n } = comparison
  const { ownCode, group } = ground
  if (mean === undefined) return null
  const dots = cities.flatMap(({ areaCode, value, isOwn }) =>
    value === undefined ? [] : [{ key: areaCode, value, isOwn }],
  )
  return (
    <figure class="sb-multiple">
      <figcaption>
        <a href={comparisonOf({ city: ownCode, group: group.id }, { item: item.id })}>{item.label}</a>
        <span class="sb-sub">
          {' '}
          {item.unit}・n＝{n}
        </span>
      </figcaption>
      <DotStrip
        id={`strip-${item.id}`}
        title={`${item.label}の散らばり（${group.name}）`}
        description={comparisonSentence(comparison, group.name) ?? `値のある市は${n}です。`}
        dots={dots}
        mean={mean}
        shown={(value) => groupedNumber(value, item.decimals)}
      />
      <p class="sb-sub">
        <DrawingLink id={`strip-${item.id}`} title={`${item.label}の散らばり`} />
      </p>
    </figure>
  )
}

import { ScrollFrame } from '#src/ui/parts.tsx'
import { type MapMark, mapSize, type PlacedMap } from '../../core/map-places.ts'
import type { WordMap } from '../../core/word-map-report.ts'

const { width, height, font } = mapSize

/** Words as numbered circles, the districts or ages as squares, on the two strongest axes. The tables say the same. */
export function WordMapChart({ map, placed }: { map: WordMap; placed: PlacedMap }) {
  const { by, words, values } = map
  const { origin, marks } = placed
  return (
    <figure class="sb-network l-gap">
      <ScrollFrame label={`語と${by}の図`}>
        <svg
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby="map-title map-description"
          font-size={font}
        >
          <title id="map-title">語と{by}の図（対応分析）</title>
          <desc id="map-description">
            {`${values.map(({ value }) => value).join('、')}を四角、語${words.length}を丸で置いた図です。近い語ほど、その${by}の声でよく使われます。真ん中の近くの語は、どの${by}でも同じように使われます。同じ内容が、下の表にあります。`}
          </desc>
          <path
            d={`M${origin.x} 0V${height}M0 ${origin.y}H${width}`}
            stroke="#cccccc"
            stroke-dasharray="4 4"
            fill="none"
          />
          {marks.map((mark) => (
            <Mark key={mark.names[0]} mark={mark} />
          ))}
        </svg>
      </ScrollFrame>
      <figcaption class="sb-sub">
        四角は{by}、丸は語（数字は下の表の番号）。近い語ほど、その{by}の声でよく使われます。
      </figcaption>
    </figure>
  )
}

function Mark({ mark: { kind, number, x, y, radius, label } }: { mark: MapMark }) {
  const isValue = kind === 'value'
  return (
    <g>
      {isValue ? (
        <rect
          x={x - radius}
          y={y - radius}
          width={2 * radius}
          height={2 * radius}
          fill="#ac3e00"
          stroke="#ffffff"
          stroke-width={2}
        />
      ) : (
        <>
          <circle cx={x} cy={y} r={radius} fill="#00118f" stroke="#ffffff" stroke-width={2} />
          <text x={x} y={y + 4} text-anchor="middle" font-size={11} font-weight="700" fill="#ffffff">
            {number}
          </text>
        </>
      )}
      {label && (
        <text
          x={label.x}
          y={label.y}
          text-anchor={label.anchor}
          font-weight={isValue ? '700' : undefined}
          fill={isValue ? '#ac3e00' : '#1a1a1a'}
          stroke="#ffffff"
          stroke-width={4}
          paint-order="stroke"
        >
          {label.words}
        </text>
      )}
    </g>
  )
}

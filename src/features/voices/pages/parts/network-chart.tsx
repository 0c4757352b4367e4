import { ScrollFrame } from '#src/ui/parts.tsx'
import { networkSize, placeWords } from '../../core/network-places.ts'
import type { NetworkPicture } from '../../core/suggestions.ts'

type ChartProps = Pick<NetworkPicture, 'nodes' | 'edges'>

/** Of the fields of the plan: dark enough on white, and the number in the circle says the same. */
const colours = ['#00118f', '#ac3e00', '#115a36', '#6c006c', '#006173', '#5109ad', '#404040']

const tenth = (value: number) => Math.round(value * 10) / 10

/** Words as circles with the number of their group, joined by lines as thick as the tie is strong. The tables say the same. */
export function NetworkChart({ nodes, edges }: ChartProps) {
  const drawn = placeWords(nodes)
  const places = new Map(drawn.map((node) => [node.word, node]))
  const strongest = Math.max(0.01, ...edges.map(({ jaccard }) => jaccard))
  return (
    <figure class="sb-network l-gap">
      <ScrollFrame label="いっしょに使われる語の図">
        <svg
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${networkSize.width} ${networkSize.height}`}
          role="img"
          aria-labelledby="network-title network-description"
        >
          <title id="network-title">いっしょに使われる語の図</title>
          <desc id="network-description">
            語{nodes.length}、線{edges.length}
            本。円の中の数字は、かたまりの番号です。同じ内容が、下の2つの表にあります。
          </desc>
          {edges.map(({ words: [a, b], jaccard }) => {
            const [from, to] = [places.get(a), places.get(b)]
            return from && to ? (
              <line
                key={`${a} ${b}`}
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                stroke="#949494"
                stroke-width={tenth(1 + (jaccard / strongest) * 5)}
              />
            ) : null
          })}
          {drawn.map(({ word, community, x, y, radius }) => (
            <g key={word}>
              <circle
                cx={x}
                cy={y}
                r={radius}
                fill={colours[community % colours.length]}
                stroke="#ffffff"
                stroke-width={2}
              />
              <text x={x} y={y + 4} text-anchor="middle" font-size={12} font-weight="700" fill="#ffffff">
                {community + 1}
              </text>
              <text
                x={x}
                y={tenth(y + radius + 15)}
                text-anchor="middle"
                font-size={networkSize.font}
                fill="#1a1a1a"
                stroke="#ffffff"
                stroke-width={4}
                paint-order="stroke"
              >
                {word}
              </text>
            </g>
          ))}
        </svg>
      </ScrollFrame>
    </figure>
  )
}

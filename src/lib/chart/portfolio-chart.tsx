import {
  type PlacedMark,
  type PortfolioFrame,
  type PortfolioSeries,
  type PortfolioSize,
  portfolioFrame,
  portfolioSizes,
} from './portfolio-frame.ts'

const black = '#1a1a1a'
const soft = '#4d4d4d'
const blue = '#0017c1'
const orange = '#ac3e00'

type ChartProps = { series: PortfolioSeries; size: PortfolioSize; id: string }

/**
 * 満足度・重要度の図: items at their two scores, the quarter to improve on a tinted ground with square marks, the others
 * round, and a hollow ring where it is undecided. Thin lines are the confidence regions.
 */
export function PortfolioChart({ series, size, id }: ChartProps) {
  const { width, height, font } = portfolioSizes[size]
  const frame = portfolioFrame(series, size)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      font-size={font}
    >
      <title id={`${id}t`}>{series.title}</title>
      <desc id={`${id}d`}>{series.description}</desc>
      <Ground series={series} frame={frame} size={size} />
      <g fill="none" stroke-width={1}>
        {frame.marks.map(({ number, path, look }) =>
          path === '' ? null : (
            <path
              key={number}
              d={path}
              stroke={strokeOf(look)}
              stroke-dasharray={look === 'undecided' ? '3 3' : undefined}
            />
          ),
        )}
      </g>
      {frame.marks.map((mark) => (
        <Mark key={mark.number} mark={mark} size={size} />
      ))}
    </svg>
  )
}

const strokeOf = (look: PlacedMark['look']) =>
  look === 'improve' ? orange : look === 'decided' ? blue : soft

function Ground({
  series,
  frame,
  size,
}: {
  series: PortfolioSeries
  frame: PortfolioFrame
  size: PortfolioSize
}) {
  const { left, right, top, bottom } = portfolioSizes[size]
  const { axis, xTicks, yTicks } = frame
  const { improve, maintain, observe, review } = series.quadrants
  return (
    <>
      <rect x={left} y={top} width={axis.x - left} height={axis.y - top} fill="#ffefe3" />
      <path
        d={[
          ...xTicks.map(({ at }) => `M${at} ${top}V${bottom}`),
          ...yTicks.map(({ at }) => `M${left} ${at}H${right}`),
        ].join('')}
        stroke="#e6e6e6"
        fill="none"
      />
      <path d={`M${axis.x} ${top}V${bottom}M${left} ${axis.y}H${right}`} stroke={black} fill="none" />
      <g fill={soft} font-size={12}>
        <text x={left} y={16}>
          {series.yLabel}
        </text>
        <text x={(left + right) / 2} y={bottom + 38} text-anchor="middle">
          {series.xLabel}
        </text>
        <g text-anchor="middle">
          {xTicks.map(({ at, words }) => (
            <text key={at} x={at} y={bottom + 18}>
              {words}
            </text>
          ))}
        </g>
        <g text-anchor="end">
          {yTicks.map(({ at, words }) => (
            <text key={at} x={left - 6} y={at + 4}>
              {words}
            </text>
          ))}
        </g>
      </g>
      <g font-weight={700} fill={soft}>
        <text x={left + 8} y={top + 18} fill={orange}>
          {improve}
        </text>
        <text x={right - 8} y={top + 18} text-anchor="end">
          {maintain}
        </text>
        <text x={right - 8} y={bottom - 8} text-anchor="end">
          {observe}
        </text>
        <text x={left + 8} y={bottom - 8}>
          {review}
        </text>
      </g>
    </>
  )
}

function Mark({ mark, size }: { mark: PlacedMark; size: PortfolioSize }) {
  const { mark: reach } = portfolioSizes[size]
  const { px, py, look, number, placed } = mark
  const isHollow = look === 'undecided' || look === 'open'
  const place = { fill: isHollow ? '#ffffff' : strokeOf(look), stroke: strokeOf(look), 'stroke-width': 1.5 }
  return (
    <>
      {look === 'improve' ? (
        <rect x={px - reach + 1} y={py - reach + 1} width={2 * reach - 2} height={2 * reach - 2} {...place} />
      ) : (
        <circle cx={px} cy={py} r={reach} {...place} />
      )}
      <text
        x={px}
        y={py + 4}
        text-anchor="middle"
        font-size={size === 'wide' ? 12 : 11}
        font-weight={700}
        fill={isHollow ? black : '#ffffff'}
      >
        {number}
      </text>
      {placed && (
        <text
          x={placed.x}
          y={placed.y}
          text-anchor={placed.anchor}
          fill={black}
          stroke="#ffffff"
          stroke-width={3}
          stroke-linejoin="round"
          paint-order="stroke"
        >
          {placed.words}
        </text>
      )}
    </>
  )
}

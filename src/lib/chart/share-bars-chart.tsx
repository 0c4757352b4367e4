import { tenth } from './chart-frame.ts'
import { textWidth } from './chart-words.ts'

/** A share (0–1) with the ends of its interval where it has one. `isMissing`: no answer, drawn hollow. */
export type BarRow = {
  label: string
  share: number
  low?: number | undefined
  high?: number | undefined
  isMissing: boolean
}
export type BarSeries = { title: string; description: string; rows: readonly BarRow[] }

const width = 640
const row = 25
const bar = 15
const font = 12.5
const left = 232
const right = 590
const black = '#1a1a1a'
const blue = '#0017c1'

/** 横棒グラフ of shares on one scale of 0–100 %, the interval as a thin line with ends. The number stands behind the bar. */
export function ShareBarsChart({ series, id }: { series: BarSeries; id: string }) {
  const { title, description, rows } = series
  const height = rows.length * row + 22
  const most = Math.max(0.1, ...rows.map(({ share, high = share }) => Math.max(share, high)))
  const end = Math.min(1, Math.ceil(most * 10) / 10)
  const x = (share: number) => tenth(left + (share / end) * (right - left))
  const ticks = [0, end / 2, end]
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
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <path d={ticks.map((tick) => `M${x(tick)} 0V${rows.length * row + 4}`).join('')} stroke="#d9d9d9" />
      <g fill="#4d4d4d" font-size={11} text-anchor="middle">
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={rows.length * row + 18}>
            {`${Math.round(tick * 100)}${tick === end ? '％' : ''}`}
          </text>
        ))}
      </g>
      {rows.map(({ label, share, low, high, isMissing }, at) => {
        const middle = at * row + row / 2 + 2
        const hasEnds = low !== undefined && high !== undefined && high > low
        return (
          <g key={label}>
            <text x={left - 8} y={tenth(middle + 4.5)} text-anchor="end" fill={black}>
              {shortened(label)}
            </text>
            <rect
              x={left}
              y={tenth(middle - bar / 2)}
              width={tenth(x(share) - left)}
              height={bar}
              fill={isMissing ? '#ffffff' : blue}
              stroke={isMissing ? '#666666' : blue}
            />
            {hasEnds && (
              <path
                d={`M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 4}v8M${x(high)} ${middle - 4}v8`}
                stroke={black}
                fill="none"
              />
            )}
            <text x={tenth(x(Math.max(share, hasEnds ? high : 0)) + 6)} y={tenth(middle + 4.5)} fill={black}>
              {(Math.round(share * 1000) / 10).toFixed(1)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function shortened(label: string): string {
  if (textWidth(label, font) <= left - 10) return label
  let kept = ''
  for (const sign of label) {
    if (textWidth(`${kept}${sign}…`, font) > left - 10) break
    kept += sign
  }
  return `${kept}…`
}

import { cellWords } from '../../core/voice-report-files.ts'

/** A count that is hidden has no bar and no number. */
type BarsProps = { title: string; bars: readonly { label: string; count: number | null }[] }

const row = { height: 30, label: 205, bar: 245, end: 50, font: 15 }

/** Counts as bars, one a line, each with its number. The table below says the same. */
export function CountBars({ title, bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))
  const width = row.label + row.bar + row.end
  return (
    <figure class="sb-bars">
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${bars.length * row.height + 4}`}
        role="img"
      >
        <title>{title}</title>
        <desc>{bars.map(({ label, count }) => `${label} ${cellWords(count)}件`).join('、')}</desc>
        {bars.map(({ label, count }, at) => {
          const y = at * row.height
          const length = Math.round(((count ?? 0) / most) * row.bar)
          return (
            <g key={label}>
              <text x={row.label - 10} y={y + 20} text-anchor="end" font-size={row.font} fill="#1a1a1a">
                {[...label].length > 13 ? `${[...label].slice(0, 12).join('')}…` : label}
              </text>
              <rect x={row.label} y={y + 5} width={length} height={row.height - 10} fill="#00118f" />
              <text x={row.label + length + 8} y={y + 20} font-size={row.font} fill="#1a1a1a">
                {cellWords(count)}
              </text>
            </g>
          )
        })}
        <line x1={row.label} y1={0} x2={row.label} y2={bars.length * row.height} stroke="#1a1a1a" />
      </svg>
    </figure>
  )
}

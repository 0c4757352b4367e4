import { tenth } from './chart-frame.ts'
import { textWidth } from './chart-words.ts'
import { FillDefinitions, type FillName, fillOf, isDark, isPlain } from './pattern-fills.tsx'

export type StackedCategory = { label: string; fill: FillName }
/** A bar of shares (0–1) in the order of the categories; those that are `null` are together the rest, X. `note` stands under the label: n＝548. */
export type StackedRow = { label: string; note: string; shares: readonly (number | null)[] }

export type StackedSeries = {
  title: string
  description: string
  categories: readonly StackedCategory[]
  rows: readonly StackedRow[]
}

export type StackedSize = 'wide' | 'narrow'
const sizes = {
  wide: { width: 880, label: 150, row: 46, bar: 30, font: 13, above: false },
  narrow: { width: 343, label: 0, row: 60, bar: 28, font: 13, above: true },
} as const
const black = '#1a1a1a'
const soft = '#4d4d4d'

type Frame = (typeof sizes)[StackedSize] & { legend: LegendPlace[]; top: number; height: number }
type LegendPlace = StackedCategory & { x: number; y: number }

function frameOf({ categories, rows }: StackedSeries, size: StackedSize): Frame {
  const measures = sizes[size]
  const legend: LegendPlace[] = []
  let x: number = measures.label
  let y = 4
  for (const category of categories) {
    const wide = 30 + textWidth(category.label, measures.font) + 12
    if (x > measures.label && x + wide > measures.width) {
      x = measures.label
      y += 24
    }
    legend.push({ ...category, x, y })
    x += wide
  }
  const top = y + 34
  return { ...measures, legend, top, height: top + rows.length * measures.row + 4 }
}

/**
 * 帯グラフ: one bar a row, cut by the shares of the categories, each with its own pattern. Shares of 4 % and more carry
 * their number; all numbers stand in the table beside it. `id` keeps the names of the parts apart.
 */
export function StackedSharesChart({
  series,
  size,
  id,
}: {
  series: StackedSeries
  size: StackedSize
  id: string
}) {
  const frame = frameOf(series, size)
  const { width, height } = frame
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{series.title}</title>
      <desc id={`${id}d`}>{series.description}</desc>
      <FillDefinitions id={id} names={series.categories.map(({ fill }) => fill)} />
      <g font-size={frame.font} fill={black}>
        {frame.legend.map(({ label, fill, x, y }) => (
          <g key={label}>
            <rect x={x} y={y} width={22} height={14} fill={fillOf(fill, id)} stroke={black} />
            <text x={tenth(x + 28)} y={y + 12}>
              {label}
            </text>
          </g>
        ))}
      </g>
      {series.rows.map((row, at) => (
        <Bar key={row.label} row={row} categories={series.categories} frame={frame} at={at} id={id} />
      ))}
    </svg>
  )
}

type BarProps = {
  row: StackedRow
  categories: readonly StackedCategory[]
  frame: Frame
  at: number
  id: string
}

function Bar({ row, categories, frame, at, id }: BarProps) {
  const { label: left, bar, above, font } = frame
  const top = frame.top + at * frame.row
  const y = above ? top + 20 : top + (frame.row - bar) / 2
  const across = frame.width - left - 1
  let from = left
  const parts = categories.flatMap(({ label, fill }, place) => {
    const share = row.shares[place] ?? 0
    const x = from
    from += share * across
    return share > 0 ? [{ label, fill, x: tenth(x), width: tenth(share * across), share }] : []
  })
  const isHidden = row.shares.every((share) => share === null)
  const rest =
    row.shares.includes(null) && !isHidden ? { x: tenth(from), width: left + across - from } : undefined
  return (
    <g font-size={font}>
      <g fill={black}>
        {above ? (
          <text x={0} y={top + 14} font-weight={700}>
            {row.label}
            <tspan dx={8} font-weight={400} fill={soft}>
              {row.note}
            </tspan>
          </text>
        ) : (
          <>
            <text x={0} y={tenth(y + bar / 2 - 2)} font-weight={700}>
              {shortened(row.label, left - 12, font)}
            </text>
            <text x={0} y={tenth(y + bar / 2 + 13)} fill={soft} font-size={12}>
              {row.note}
            </text>
          </>
        )}
      </g>
      {isHidden ? (
        <text x={left + 4} y={tenth(y + bar / 2 + 5)} fill={soft}>
          人数が少ないので示しません
        </text>
      ) : (
        <g stroke={black}>
          {parts.map(({ label, fill, x, width }) => (
            <rect key={label} x={x} y={y} width={width} height={bar} fill={fillOf(fill, id)} />
          ))}
        </g>
      )}
      {!isHidden && parts.map((part) => <Value key={part.label} {...part} y={y + bar / 2} font={font} />)}
      {rest && rest.width > 1 && (
        <>
          <rect
            x={rest.x}
            y={y}
            width={tenth(rest.width)}
            height={bar}
            fill="#ffffff"
            stroke={soft}
            stroke-dasharray="3 3"
          />
          <text
            x={tenth(rest.x + rest.width / 2)}
            y={tenth(y + bar / 2 + 5)}
            text-anchor="middle"
            fill={soft}
          >
            X
          </text>
        </>
      )}
    </g>
  )
}

type ValueProps = { fill: FillName; x: number; width: number; share: number; y: number; font: number }

function Value({ fill, x, width, share, y, font }: ValueProps) {
  const words = (Math.round(share * 1000) / 10).toFixed(1)
  const wide = textWidth(words, font) + 6
  if (share < 0.04 || wide > width - 2) return null
  const middle = tenth(x + width / 2)
  const isBare = isDark(fill) || isPlain(fill)
  return (
    <>
      {!isBare && (
        <rect x={tenth(middle - wide / 2)} y={tenth(y - 10)} width={tenth(wide)} height={20} fill="#ffffff" />
      )}
      <text
        x={middle}
        y={tenth(y + font * 0.36)}
        text-anchor="middle"
        font-weight={700}
        fill={isDark(fill) ? '#ffffff' : black}
      >
        {words}
      </text>
    </>
  )
}

/** A label as long as the room for it; the table has it whole. */
function shortened(label: string, room: number, font: number): string {
  if (textWidth(label, font) <= room) return label
  let kept = ''
  for (const sign of label) {
    if (textWidth(`${kept}${sign}…`, font) > room) break
    kept += sign
  }
  return `${kept}…`
}

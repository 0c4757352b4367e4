import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Bar, BarLook, Gantt } from '../../core/gantt.ts'

type ChartProps = { id: string; title: string; description: string; gantt: Gantt; todayLabel: string }
type Frame = { left: number; width: number; top: number; row: number; bar: number; isNarrow: boolean }

const ink = '#1a1a1a'
const grey = '#4d4d4d'
const line = '#b3b3b3'
const faint = '#e6e6e6'
const blue = '#0017c1'
const red = '#ce0000'

const wide: Frame = { left: 250, width: 812, top: 56, row: 28, bar: 16, isNarrow: false }
/** As wide as A3 across is to its height. */
const paper: Frame = { left: 300, width: 1700, top: 56, row: 28, bar: 16, isNarrow: false }
const narrow: Frame = { left: 4, width: 335, top: 56, row: 44, bar: 12, isNarrow: true }

/** The schedule as bars over the months, wide, for narrow screens and, where asked, for A3. The same facts stand in the table beside it. */
export function GanttChart({ isForA3, ...props }: ChartProps & { isForA3: boolean }) {
  return (
    <>
      {isForA3 && (
        <div class="sb-chart--p">
          <Drawing {...props} id={`${props.id}p`} frame={paper} />
        </div>
      )}
      <div class="sb-chart--w sb-gantt">
        <Drawing {...props} id={`${props.id}w`} frame={wide} />
      </div>
      <div class="sb-chart sb-chart--n">
        <Drawing {...props} id={`${props.id}n`} frame={narrow} />
      </div>
    </>
  )
}

function Drawing({ id, title, description, gantt, todayLabel, frame }: ChartProps & { frame: Frame }) {
  const height = frame.top + gantt.rows.length * frame.row + 28
  const total = frame.left + frame.width + 12
  const x = (share: number) => frame.left + share * frame.width
  const bottom = height - 24
  return (
    <svg viewBox={`0 0 ${total} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <Months gantt={gantt} frame={frame} bottom={bottom} />
      {gantt.rows.map((row, position) => {
        const y = frame.top + position * frame.row
        return row.kind === 'phase' ? (
          <text key={row.title} x="0" y={y + frame.row - 8} font-size="14" font-weight="700" fill={ink}>
            {row.title}
          </text>
        ) : (
          <BarRow key={row.task.id} bar={row} y={y} frame={frame} />
        )
      })}
      {gantt.today !== undefined && (
        <TodayLine at={x(gantt.today)} label={todayLabel} frame={frame} bottom={bottom} />
      )}
    </svg>
  )
}

type MonthsProps = { gantt: Gantt; frame: Frame; bottom: number }

function Months({ gantt: { fiscalYears }, frame, bottom }: MonthsProps) {
  const yearWidth = frame.width / fiscalYears.length
  const every = frame.isNarrow || fiscalYears.length > 2 ? 3 : 1
  const months = Array.from({ length: 12 / every }, (_, position) => position * every)
  return (
    <>
      {fiscalYears.map((year, position) => {
        const left = frame.left + position * yearWidth
        return (
          <g key={year}>
            <rect x={left + 1} y="4" width={yearWidth - 2} height="22" fill={ink} />
            <text
              x={left + yearWidth / 2}
              y="20"
              font-size="13"
              font-weight="700"
              fill="#ffffff"
              text-anchor="middle"
            >
              {fiscalYearLabel(year)}
            </text>
            {months.map((month) => {
              const at = left + (month / 12) * yearWidth
              return (
                <g key={month}>
                  <line x1={at} y1={frame.top} x2={at} y2={bottom} stroke={month === 0 ? line : faint} />
                  <text
                    x={at + (every === 1 ? yearWidth / 24 : 2)}
                    y={frame.top - 10}
                    font-size="12"
                    fill={grey}
                    text-anchor={every === 1 ? 'middle' : 'start'}
                  >
                    {((month + 3) % 12) + 1}
                    {every > 1 && '月'}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
    </>
  )
}

type RowProps = { bar: Bar; y: number; frame: Frame }

function BarRow({ bar, y, frame }: RowProps) {
  const x = frame.left + bar.from * frame.width
  const width = Math.max(3, (bar.to - bar.from) * frame.width)
  const labelY = frame.isNarrow ? y + 16 : y + frame.row - 9
  const barY = frame.isNarrow ? y + 22 : y + (frame.row - frame.bar) / 2
  return (
    <g>
      <line x1="0" y1={y + frame.row} x2={frame.left + frame.width} y2={y + frame.row} stroke={faint} />
      <text x={frame.isNarrow ? 0 : 12} y={labelY} font-size="13" fill={ink}>
        {shortened(bar.task.title, frame.isNarrow ? 24 : 17)}
        {bar.look === 'late' && (
          <tspan dx="8" fill={red} font-weight="700">
            遅れ
          </tspan>
        )}
      </text>
      {bar.task.kind === 'milestone' ? (
        <Milestone bar={bar} frame={frame} middle={barY + frame.bar / 2} />
      ) : (
        <TaskBar bar={bar} x={x} width={width} y={barY} height={frame.bar} />
      )}
    </g>
  )
}

type BarProps = { bar: Bar; x: number; width: number; y: number; height: number }

function TaskBar({ bar, x, width, y, height }: BarProps) {
  const share = bar.until === undefined ? 1 : (bar.until - bar.from) / (bar.to - bar.from)
  const look = looks[bar.look]
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx="3" stroke-width="1.5" {...look} />
      {(bar.look === 'running' || bar.look === 'late') && bar.until !== undefined && (
        <rect x={x} y={y} width={Math.max(2, width * share)} height={height} rx="3" fill={look.stroke} />
      )}
    </>
  )
}

/** A diamond; while the day is open, a line from the earliest to the latest. */
function Milestone({ bar, frame, middle }: { bar: Bar; frame: Frame; middle: number }) {
  const [from, to] = [frame.left + bar.from * frame.width, frame.left + bar.to * frame.width]
  const isRange = bar.task.state !== 'done' && bar.task.plannedStart !== bar.task.plannedEnd
  const look = looks[bar.look]
  return (
    <>
      {isRange && (
        <line
          x1={from}
          y1={middle}
          x2={to}
          y2={middle}
          stroke={grey}
          stroke-width="2"
          stroke-dasharray="4 3"
        />
      )}
      <path
        d={`M${to.toFixed(1)} ${middle - 8}l8 8-8 8-8-8z`}
        fill={bar.look === 'done' ? ink : '#ffffff'}
        stroke={look.stroke}
        stroke-width="2"
      />
    </>
  )
}

const looks: Record<BarLook, { fill: string; stroke: string; 'stroke-dasharray'?: string }> = {
  done: { fill: ink, stroke: ink },
  running: { fill: '#c5d7fb', stroke: blue },
  late: { fill: '#ffffff', stroke: red },
  coming: { fill: '#ffffff', stroke: '#666666', 'stroke-dasharray': '4 3' },
  cancelled: { fill: faint, stroke: line },
}

function TodayLine({
  at,
  label,
  frame,
  bottom,
}: {
  at: number
  label: string
  frame: Frame
  bottom: number
}) {
  const half = 34
  const middle = Math.min(Math.max(at, half), frame.left + frame.width - half + 8)
  return (
    <>
      <line x1={at} y1={frame.top} x2={at} y2={bottom} stroke={red} stroke-width="2" />
      <rect x={middle - half} y={bottom} width={2 * half} height="20" rx="3" fill={red} />
      <text x={middle} y={bottom + 14.5} font-size="12" font-weight="700" fill="#ffffff" text-anchor="middle">
        {label}
      </text>
    </>
  )
}

const shortened = (text: string, most: number) =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text

import type { BookChart, ChartPoint } from './book-chart.ts'

/** Size of a drawing in millimetres. */
export type DrawingSize = { width: number; height: number }

/** Stands for the colour of the field, which the templates know. */
export const fieldColour = '{colour}'

const ink = '#1a1a1a'
const soft = '#4d4d4d'
const point = 25.4 / 72
const margin = { left: 3, right: 9, top: 5, bottom: 6.6 }
const axisFromFoot = 4.4

/**
 * The small chart of an indicator as SVG, one unit a millimetre.
 *
 * What is told apart is told by line and mark, not by colour: solid line and filled dots = actuals, ring = baseline,
 * dashed line = the way to the target, diamonds = interim and target, a bar with two ends = a range to keep.
 */
export function chartDrawing(chart: BookChart, size: DrawingSize): string {
  const place = placer(chart, size)
  const { width, height } = size
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="BIZ UDPGothic">`,
    ...ground(chart, place, size),
    path(chart.line.map(place), `stroke="${ink}"`),
    path(chart.way.map(place), `stroke="${fieldColour}" stroke-dasharray="0.7 0.56"`),
    ...chart.dots.map(place).map(([x, y]) => `<circle cx="${x}" cy="${y}" r="0.7" fill="${ink}"/>`),
    ...chart.interims.map((one) => diamond(place(one), '#ffffff')),
    ...(chart.range ? rangeBar(chart.range, place) : []),
    chart.target ? diamond(place(chart.target), fieldColour) : '',
    chart.baseline ? ring(place(chart.baseline)) : '',
    ...numbers(chart, place, size),
    ...chart.ticks.map(({ year, label }) =>
      text([place([year, 0])[0], height - 1], { words: label, size: 7, fill: soft }),
    ),
    '</svg>',
  ].join('')
}

type Place = (point: ChartPoint) => [x: number, y: number]

const rounded = (length: number) => Math.round(length * 100) / 100

function placer({ years, values }: BookChart, { width, height }: DrawingSize): Place {
  const across = width - margin.left - margin.right
  const up = height - margin.top - margin.bottom
  return ([year, value]) => [
    rounded(margin.left + ((year - years[0]) / (years[1] - years[0])) * across),
    rounded(height - margin.bottom - ((value - values[0]) / (values[1] - values[0])) * up),
  ]
}

/** The plan period as a pale field, and the axis. */
function ground({ period }: BookChart, place: Place, { width, height }: DrawingSize): string[] {
  const axis = rounded(height - axisFromFoot)
  const line = `<path d="M${margin.left - 1.5} ${axis}H${rounded(width - margin.right + 1.5)}" stroke="#949494" stroke-width="0.18"/>`
  if (!period) return [line]
  const [from, to] = period.map((year) => place([year, 0])[0]) as [number, number]
  return [`<rect x="${from}" width="${rounded(to - from)}" height="${axis}" fill="#f7f6f2"/>`, line]
}

function path(points: readonly [number, number][], style: string): string {
  if (points.length < 2) return ''
  const steps = points.map(([x, y]) => `${x} ${y}`).join('L')
  return `<path d="M${steps}" fill="none" stroke-width="0.35" stroke-linejoin="round" ${style}/>`
}

const ring = ([x, y]: [number, number]) =>
  `<circle cx="${x}" cy="${y}" r="1.15" fill="#ffffff" stroke="${ink}" stroke-width="0.39"/>`

const diamond = ([x, y]: [number, number], fill: string) =>
  `<path d="M${rounded(x - 1.4)} ${y}l1.4 -1.4l1.4 1.4l-1.4 1.4z" fill="${fill}" stroke="${fieldColour}" stroke-width="0.39"/>`

function rangeBar({ year, low, high }: NonNullable<BookChart['range']>, place: Place): string[] {
  const [[x, top], [, foot]] = [place([year, high]), place([year, low])]
  const ends = [top, foot].map((y) => `M${rounded(x - 1.4)} ${y}h2.8`).join('')
  return [`<path d="M${x} ${top}V${foot}${ends}" fill="none" stroke="${fieldColour}" stroke-width="0.5"/>`]
}

/** Only baseline and target carry their number, where no line runs: under a rising line, over a falling one. */
function numbers(chart: BookChart, place: Place, { height }: DrawingSize): string[] {
  const { baseline, target, range, years } = chart
  const goal: ChartPoint | null = target ?? (range ? [range.year, range.high] : null)
  const shown: string[] = []
  if (baseline) {
    const [x, y] = place(baseline)
    const isAlone = chart.line.length < 2 && !goal
    const rises = goal === null || goal[1] >= baseline[1]
    const isLow = rises && y > height - margin.bottom - 4
    const isNearEnd = (years[1] - baseline[0]) / (years[1] - years[0]) < 0.2
    const isAbove = isAlone || !rises || isLow
    const anchor = isNearEnd ? 'end' : isLow || isAlone ? 'middle' : 'start'
    const shift = anchor === 'middle' ? 0 : anchor === 'start' ? -0.6 : 0.6
    const at: [number, number] = [rounded(x + shift), rounded(isAbove ? y - 2.4 : y + 4.2)]
    shown.push(text(at, { words: chart.baselineText, size: 7.5, fill: ink, anchor, isBold: true }))
  }
  if (target) {
    const [x, y] = place(target)
    const at: [number, number] = [x, rounded(y - 2.4)]
    shown.push(text(at, { words: chart.targetText, size: 7.5, fill: fieldColour, isBold: true }))
  }
  return shown
}

type Words = { words: string; size: number; fill: string; anchor?: string; isBold?: boolean }

function text(
  [x, y]: [number, number],
  { words, size, fill, anchor = 'middle', isBold = false }: Words,
): string {
  const weight = isBold ? ' font-weight="700"' : ''
  return `<text x="${x}" y="${rounded(y)}" font-size="${rounded(size * point)}" fill="${fill}" text-anchor="${anchor}"${weight}>${words}</text>`
}

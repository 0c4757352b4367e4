import { scaleLinear } from 'd3-scale'

/** Rounded to a tenth of a px: the same on every machine, and short. */
export const tenth = (value: number) => Math.round(value * 10) / 10

/**
 * The values of an axis: from zero where zero is not far, else room of a tenth, so that little change looks like little.
 */
export function valueDomain(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const from = low >= 0 && low <= high * 0.6 ? 0 : low
  const to = high <= 0 && high >= low * 0.6 ? 0 : high
  const least = Math.max(Math.abs(from), Math.abs(to), 1e-9) * 0.1
  const room = Math.max(0, least - (to - from)) / 2
  return [from - room < 0 && low >= 0 ? 0 : from - room, to + room]
}

export type Span = readonly [number, number]

export const scaleTo = (domain: Span, range: Span) => {
  const [from, to] = domain
  return scaleLinear(from === to ? [from - 1, to + 1] : [from, to], [range[0], range[1]])
}

/** Of the labels those that do not touch, the last one always among them. */
export function spaced<One extends { x: number }>(labels: readonly One[], gap: number): One[] {
  const kept: One[] = []
  for (const label of [...labels].reverse()) {
    if (kept.every(({ x }) => Math.abs(x - label.x) >= gap)) kept.push(label)
  }
  return kept.reverse()
}

export const chartColours = {
  text: '#1a1a1a',
  quiet: '#4d4d4d',
  line: '#e6e6e6',
  axis: '#666666',
  own: '#0017c1',
  other: '#ac3e00',
  paper: '#ffffff',
} as const

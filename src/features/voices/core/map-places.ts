import { byCodeUnit } from '#src/lib/text/order.ts'
import type { WordMap } from './word-map-report.ts'

/** A mark of the map: one value, or the words that lie in one place. In px of the drawing. */
export type MapMark = {
  kind: 'value' | 'words'
  number: number
  names: string[]
  x: number
  y: number
  radius: number
  label: MapLabel | undefined
}
type MapLabel = { x: number; y: number; anchor: 'start' | 'middle' | 'end'; words: string }

export type PlacedMap = { marks: MapMark[]; origin: { x: number; y: number }; numberOf: Map<string, number> }

export const mapSize = { width: 960, height: 720, margin: 64, font: 15, radius: 10, valueRadius: 12 }

const tenth = (value: number) => Math.round(value * 10) / 10

/**
 * Places words and values in the plane of their two axes, both on one scale, so that distances mean the same in every
 * direction. Words nearer than their circles are wide become one mark. A label of words that would lie on another is left
 * out, for its number stands in the table; a district always has its name.
 */
export function placeMap({ words, values }: Pick<WordMap, 'words' | 'values'>): PlacedMap {
  const toPixels = scaleOf([...words, ...values])
  const marks: MapMark[] = values.map((one) => ({
    ...bare(toPixels(one), mapSize.valueRadius),
    kind: 'value',
    names: [one.value],
  }))
  for (const one of [...words].sort((a, b) => b.texts - a.texts || byCodeUnit(a.word, b.word))) {
    const place = toPixels(one)
    const near = marks.find(
      (mark) => mark.kind === 'words' && Math.hypot(mark.x - place.x, mark.y - place.y) < 2 * mapSize.radius,
    )
    if (near) near.names.push(one.word)
    else marks.push({ ...bare(place, mapSize.radius), kind: 'words', names: [one.word] })
  }
  const groups = marks.filter(({ kind }) => kind === 'words')
  for (const [at, mark] of groups.entries()) mark.number = at + 1
  return {
    marks: labelled(marks),
    origin: toPixels({ x: 0, y: 0 }),
    numberOf: new Map(groups.flatMap(({ names, number }) => names.map((name) => [name, number] as const))),
  }
}

const bare = (place: { x: number; y: number }, radius: number) => ({
  ...place,
  radius,
  number: 0,
  label: undefined,
})

type Point = { x: number; y: number }

/** One scale for both axes; up is positive. */
function scaleOf(points: readonly Point[]): (point: Point) => Point {
  const { width, height, margin } = mapSize
  const span = (values: readonly number[]) => [Math.min(0, ...values), Math.max(0, ...values)] as const
  const [left, right] = span(points.map(({ x }) => x))
  const [low, high] = span(points.map(({ y }) => y))
  const wide = right - left || 1
  const tall = high - low || 1
  const scale = Math.min((width - 3 * margin) / wide, (height - 2 * margin) / tall)
  const [x0, y0] = [(width - wide * scale) / 2, (height - tall * scale) / 2]
  return ({ x, y }) => ({ x: tenth(x0 + (x - left) * scale), y: tenth(y0 + (high - y) * scale) })
}

type Box = { from: number; to: number; top: number; bottom: number }

function labelled(marks: readonly MapMark[]): MapMark[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => ({
    from: x - radius,
    to: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  return marks.map((mark) => {
    const tried = labelsOf(mark)
      .flatMap((words) => placesOf(mark, words))
      .map((label) => ({ label, box: boxOf(label) }))
      .filter(({ box }) => isInside(box))
    const free = tried.find(({ box }) => !taken.some((other) => meet(box, other)))
    const found = free ?? (mark.kind === 'value' ? tried[0] : undefined)
    if (found) taken.push(found.box)
    return { ...mark, label: found?.label }
  })
}

const isInside = ({ from, to, top, bottom }: Box) =>
  from > 4 && to < mapSize.width - 4 && top > 4 && bottom < mapSize.height - 4

const mostNames = 4

/** All names of a place where there is room, else the first with how many more there are. */
function labelsOf({ names }: MapMark): string[] {
  const shown = names.slice(0, mostNames)
  const rest = (left: number) => (left > 0 ? `ほか${left}` : '')
  const full = shown.join('・') + rest(names.length - shown.length)
  const [first = ''] = names
  return names.length > 1 ? [full, first + rest(names.length - 1)] : [full]
}

function placesOf({ x, y, radius }: MapMark, words: string): MapLabel[] {
  const middle = tenth(y + mapSize.font * 0.36)
  return [
    { x: tenth(x + radius + 5), y: middle, anchor: 'start', words },
    { x: tenth(x - radius - 5), y: middle, anchor: 'end', words },
    { x, y: tenth(y + radius + mapSize.font + 1), anchor: 'middle', words },
    { x, y: tenth(y - radius - 6), anchor: 'middle', words },
  ]
}

function boxOf({ x, y, anchor, words }: MapLabel): Box {
  const wide = [...words].length * mapSize.font
  const from = x - wide * { start: 0, middle: 0.5, end: 1 }[anchor]
  return { from, to: from + wide, top: y - mapSize.font, bottom: y + 4 }
}

const meet = (one: Box, other: Box) =>
  one.from < other.to && other.from < one.to && one.top < other.bottom && other.top < one.bottom

import { byCodeUnit } from '#src/lib/text/order.ts'
import type { NetworkPicture } from './suggestions.ts'

/** A word of the picture: where it stands, and how large its circle is. In px of the drawing. */
export type DrawnWord = {
  word: string
  community: number
  texts: number
  x: number
  y: number
  radius: number
}

export const networkSize = { width: 960, height: 720, margin: 24, font: 15 }

const tenth = (value: number) => Math.round(value * 10) / 10
const mostTries = 6000
const goldenAngle = 2.399963

/**
 * Places the words of a network so that no circle or label lies on another: each goes to its place in the layout, stretched
 * to the drawing, or to the nearest free one around it; the words of most voices first. The same network gives the
 * same picture.
 */
export function placeWords(nodes: NetworkPicture['nodes']): DrawnWord[] {
  const most = Math.max(1, ...nodes.map(({ texts }) => texts))
  const stretchX = stretcher(
    nodes.map(({ x }) => x),
    networkSize.width,
  )
  const stretchY = stretcher(
    nodes.map(({ y }) => y),
    networkSize.height,
  )
  const placed: DrawnWord[] = []
  for (const { x, y, ...node } of [...nodes].sort(
    (a, b) => b.texts - a.texts || byCodeUnit(a.word, b.word),
  )) {
    const radius = tenth(10 + 12 * Math.sqrt(node.texts / most))
    placed.push(nearestFree({ ...node, radius, x: stretchX(x), y: stretchY(y) }, placed))
  }
  return placed
}

/** The nearest place on a spiral around the wished one where the word touches no other; the wished one if all is full. */
function nearestFree(wished: DrawnWord, placed: readonly DrawnWord[]): DrawnWord {
  for (let at = 0; at < mostTries; at++) {
    const reach = 6 * Math.sqrt(at)
    const [x, y] = [
      wished.x + reach * Math.cos(at * goldenAngle),
      wished.y + reach * Math.sin(at * goldenAngle),
    ]
    const tried = { ...wished, x: tenth(x), y: tenth(y) }
    if (isInside(tried) && !placed.some((other) => overlap(tried, other))) return tried
  }
  return wished
}

/** Stretches values to a length; a single place stands in the middle. */
function stretcher(values: readonly number[], length: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const room = length - 6 * networkSize.margin
  return (value) => 3 * networkSize.margin + (most > least ? (value - least) / (most - least) : 0.5) * room
}

/** Half the width and height of a circle with its label below. */
const boxOf = ({ word, radius }: DrawnWord) => ({
  halfWidth: Math.max(radius, ([...word].length * networkSize.font) / 2) + 4,
  halfHeight: radius + networkSize.font + 2,
})

function isInside(word: DrawnWord): boolean {
  const { halfWidth, halfHeight } = boxOf(word)
  const isWide = word.x >= halfWidth && word.x <= networkSize.width - halfWidth
  return isWide && word.y >= halfHeight && word.y <= networkSize.height - halfHeight
}

function overlap(a: DrawnWord, b: DrawnWord): boolean {
  const [boxA, boxB] = [boxOf(a), boxOf(b)]
  return (
    Math.abs(a.x - b.x) < boxA.halfWidth + boxB.halfWidth &&
    Math.abs(a.y - b.y) < boxA.halfHeight + boxB.halfHeight
  )
}

import { expect, test } from 'vitest'
import { networkSize, placeWords } from './network-places.ts'

const nodes = Array.from({ length: 60 }, (_, at) => ({
  word: `語${'ー'.repeat(at % 5)}${at}`,
  texts: 1 + (at % 7),
  community: at % 4,
  x: (at % 3) * 0.001,
  y: at < 30 ? 0.2 : 0.8,
}))

test('no word lies on another, all are inside, and the same network gives the same picture', () => {
  const drawn = placeWords(nodes)
  const touching = drawn.flatMap((a, at) =>
    drawn.slice(at + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius),
  )
  expect(touching).toEqual([])
  for (const { x, y, radius } of drawn) {
    expect(x - radius).toBeGreaterThanOrEqual(0)
    expect(x + radius).toBeLessThanOrEqual(networkSize.width)
    expect(y - radius).toBeGreaterThanOrEqual(0)
    expect(y + radius).toBeLessThanOrEqual(networkSize.height)
  }
  expect(placeWords(nodes)).toEqual(drawn)
})

test('a single word stands in the middle', () => {
  const [node] = nodes
  expect(placeWords(node ? [node] : [])).toMatchObject([{ x: 480, y: 360 }])
})

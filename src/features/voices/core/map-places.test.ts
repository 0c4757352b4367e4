import { expect, test } from 'vitest'
import { mapSize, placeMap } from './map-places.ts'

const word = (name: string, x: number, y: number, texts = 3) => ({
  word: name,
  x,
  y,
  texts,
  counts: [texts],
  most: '',
})
const value = (name: string, x: number, y: number) => ({ value: name, x, y, texts: 5 })

const map = {
  words: [
    word('バス', 1, 0.2, 9),
    word('病院', 1.001, 0.2, 4),
    word('学童', -1, 0.4, 8),
    word('道', 0, -0.5, 7),
  ],
  values: [value('伊奈', 0.8, 0.1), value('みらい平', -0.9, 0.2), value('谷和原', 0, -0.6)],
}

test('words in one place are one mark, and keep their number for the table', () => {
  const { marks, numberOf } = placeMap(map)
  expect(marks.map(({ names }) => names)).toEqual([
    ['伊奈'],
    ['みらい平'],
    ['谷和原'],
    ['バス', '病院'],
    ['学童'],
    ['道'],
  ])
  expect([...numberOf]).toEqual([
    ['バス', 1],
    ['病院', 1],
    ['学童', 2],
    ['道', 3],
  ])
})

test('distances are the same in every direction, and up is positive', () => {
  const { marks, origin } = placeMap(map)
  const at = (name: string) => marks.find(({ names }) => names.includes(name)) as (typeof marks)[number]
  const across = (at('バス').x - at('学童').x) / 2
  const down = (at('道').y - origin.y) / 0.5
  expect(across).toBeCloseTo(down, 0)
  expect(at('学童').y).toBeLessThan(origin.y)
})

test('every mark and label is inside the drawing, and no label lies on another', () => {
  const words = Array.from({ length: 60 }, (_, at) => word(`語${at}`, Math.cos(at * 7), Math.sin(at * 3)))
  const { marks } = placeMap({ words, values: map.values })
  const boxes = marks.flatMap(({ label }) => {
    if (!label) return []
    const wide = [...label.words].length * mapSize.font
    const from = label.x - wide * { start: 0, middle: 0.5, end: 1 }[label.anchor]
    return [{ from, to: from + wide, y: label.y }]
  })
  expect(boxes.length).toBeGreaterThan(20)
  for (const [at, one] of boxes.entries()) {
    expect(one.from).toBeGreaterThan(0)
    expect(one.to).toBeLessThan(mapSize.width)
    for (const other of boxes.slice(at + 1))
      expect(one.from < other.to && other.from < one.to && Math.abs(one.y - other.y) < mapSize.font).toBe(
        false,
      )
  }
})

test('a map of one place stands inside too', () => {
  const { marks } = placeMap({ words: [word('バス', 0, 0)], values: [value('伊奈', 0, 0)] })
  for (const { x, y } of marks) expect([x, y].every(Number.isFinite)).toBe(true)
})

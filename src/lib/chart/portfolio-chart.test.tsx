import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { textWidth } from './chart-words.ts'
import { PortfolioChart } from './portfolio-chart.tsx'
import { type PlacedMark, type PortfolioSeries, portfolioFrame, portfolioSizes } from './portfolio-frame.ts'

const crowded: PortfolioSeries = {
  title: '満足度と重要度',
  description: '散布図。',
  xLabel: '満足度',
  yLabel: '重要度',
  axes: { x: 0.1, y: 1 },
  quadrants: { improve: '改善', maintain: '維持', observe: '観察', review: '見直し' },
  marks: Array.from({ length: 40 }, (_, at) => ({
    number: at + 1,
    label: `とても長い名前の取組その${at + 1}`,
    x: ((at * 7) % 13) / 10 - 0.5,
    y: ((at * 5) % 11) / 10 + 0.4,
    look: at % 3 === 0 ? ('undecided' as const) : ('decided' as const),
    outline: [],
  })),
}

const boxOf = ({ placed }: PlacedMark, font: number) => {
  if (!placed) return undefined
  const wide = textWidth(placed.words, font)
  const from = placed.x - wide * { start: 0, middle: 0.5, end: 1 }[placed.anchor]
  return { from, to: from + wide, top: placed.y - font, bottom: placed.y + 3 }
}

test.each(['wide', 'narrow'] as const)('%s: no label meets another or leaves the drawing', (size) => {
  const { left, right, font } = portfolioSizes[size]
  const boxes = portfolioFrame(crowded, size).marks.flatMap((mark) => boxOf(mark, font) ?? [])
  expect(boxes.length).toBeGreaterThan(size === 'wide' ? 5 : 0)
  for (const [at, one] of boxes.entries()) {
    expect(one.from).toBeGreaterThanOrEqual(left)
    expect(one.to).toBeLessThanOrEqual(right)
    const others = boxes.slice(at + 1)
    expect(
      others.filter(
        (other) =>
          one.from < other.to && other.from < one.to && one.top < other.bottom && other.top < one.bottom,
      ),
    ).toEqual([])
  }
})

test('every mark lies on the side of the axes its scores say', () => {
  const { marks, axis } = portfolioFrame(crowded, 'wide')
  for (const { x, y, px, py } of marks) {
    expect((px - axis.x) * (x - crowded.axes.x)).toBeGreaterThanOrEqual(0)
    expect((axis.y - py) * (y - crowded.axes.y)).toBeGreaterThanOrEqual(0)
  }
})

test('an undecided item is a hollow ring, one to improve a square; the words are those of the series', () => {
  const [first] = crowded.marks
  if (!first) throw new Error('no mark')
  const html = (look: 'improve' | 'undecided') =>
    renderToString(<PortfolioChart series={{ ...crowded, marks: [{ ...first, look }] }} size="wide" id="p" />)
  expect(html('undecided')).toMatch(/<circle[^>]*fill="#ffffff"/)
  expect(html('improve')).toMatch(/<rect x="[^"]+" y="[^"]+" width="20" height="20" fill="#ac3e00"/)
  expect(html('improve')).toContain('<title id="pt">満足度と重要度</title>')
})

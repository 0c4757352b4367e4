import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { fillNames, fillsFor } from './pattern-fills.tsx'
import { StackedSharesChart } from './stacked-shares-chart.tsx'

const series = {
  title: '満足度',
  description: '帯グラフ。',
  categories: [
    { label: '満足', fill: 'navy' as const },
    { label: 'ふつう', fill: 'stripes' as const },
    { label: '不満', fill: 'dots' as const },
  ],
  rows: [
    { label: '全体', note: 'n＝100', shares: [0.5, 0.47, 0.03] },
    { label: '北', note: 'n＝3', shares: [null, null, null] },
  ],
}
const html = renderToString(<StackedSharesChart series={series} size="wide" id="s" />)

test('bars end where the shares say, and only what has room carries its number', () => {
  const widths = [...html.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="30"/g)]
  expect(widths.map(([, , width]) => Number(width))).toEqual([364.5, 342.6, 21.9])
  const [, x = '', width = ''] = widths.at(-1) ?? []
  expect(Number(x) + Number(width)).toBeCloseTo(879, 0)
  expect(html).toContain('>50.0<')
  expect(html).not.toContain('>3.0<')
})

test('what is hidden is said, not drawn as nothing', () => {
  expect(html).toContain('人数が少ないので示しません')
  const partly = { ...series, rows: [{ label: '東', note: '', shares: [0.5, null, null] }] }
  const drawn = renderToString(<StackedSharesChart series={partly} size="wide" id="x" />)
  expect(drawn).toMatch(/width="364.5"[^>]*stroke-dasharray="3 3"/)
  expect(drawn).toContain('>X<')
})

test('neighbours never have the same fill, and there is a pattern for each that needs one', () => {
  for (let count = 1; count < fillNames.length; count++) {
    const fills = fillsFor(count) ?? []
    expect(fills).toHaveLength(count)
    expect(new Set(fills).size).toBe(count)
  }
  expect(fillsFor(fillNames.length)).toBeUndefined()
  const used = new Set([...html.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id))
  expect(used).toEqual(new Set(['s-stripes', 's-dots']))
  for (const id of used) expect(html).toContain(`id="${id}"`)
})

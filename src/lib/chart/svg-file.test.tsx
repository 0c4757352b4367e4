import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { PopulationChart } from './population-chart.tsx'
import { svgFile } from './svg-file.ts'

const series = {
  title: '人口の見通し',
  description: '増えます。',
  history: [],
  lines: [{ name: 'あ', points: [2020, 2030].map((year) => ({ year, persons: year })) }],
}
const page = renderToString(
  <main>
    <PopulationChart series={series} size="wide" id="cw" />
    <PopulationChart series={series} size="narrow" id="cn" />
  </main>,
)

test('a drawing of a page stands alone, with its title, size and name space', () => {
  const file = svgFile(page, 'cn') ?? ''
  expect(file).toMatch(/^<\?xml .*\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="343"/)
  expect(file).toContain('<title id="cnt">人口の見通し</title>')
  expect(file.match(/<svg/g)).toHaveLength(1)
  expect(file.trim().endsWith('</svg>')).toBe(true)
})

test('what is no drawing of the page is none', () => {
  expect(svgFile(page, 'other')).toBeUndefined()
  expect(svgFile(page, '"><script>')).toBeUndefined()
})

// Tables of a survey of 1,000,000 respondents × 40 questions, 18 strata, a banner of 6 columns, one core.
// Baseline: one plain pass over all answers with their weights, which every table needs at least.

import type { Category } from '#src/lib/statistics/category.ts'
import { estimateShares } from '#src/lib/statistics/estimate/estimate-shares.ts'
import { crossTabulate } from '#src/lib/statistics/tabulation/cross-tabulate.ts'
import { raoScottTest } from '#src/lib/statistics/test-of-tables/rao-scott.ts'
import { rake } from '#src/lib/statistics/weighting/rake.ts'
import { type InventedSurvey, inventedSurvey } from './invented-survey.ts'
import { aim, median } from './measure.ts'
import { slowestOnScreen } from './survey-screen.ts'

const crossAll = ({ items, age, design }: InventedSurvey) =>
  items.map((item) => crossTabulate(item, age, { weights: design.weights }))
const simpleAll = ({ items, design }: InventedSurvey) => items.map((item) => estimateShares(item, design))
const independence = ({ items: [item], district, design }: InventedSurvey) =>
  raoScottTest({ row: item as Category, column: district }, design)

function raking({ design, age, district, population }: InventedSurvey) {
  const margins = [
    { ...age, totals: new Float64Array(6).fill(population / 6) },
    { ...district, totals: Float64Array.of(population / 2, population / 4, population / 4) },
  ]
  return rake(margins, design.weights)
}

function plainPass({ items, design: { weights } }: InventedSurvey) {
  let sum = 0
  for (const { codes } of items)
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0) sum += weights[row] as number
  return sum
}

const large = inventedSurvey(1_000_000, 40)
const seconds = async (run: () => unknown) => (await median(run, 3)) / 1000
const plain = await seconds(() => plainPass(large))
const parts: [string, () => unknown, number][] = [
  ['40 weighted cross tables', () => crossAll(large), 1],
  ['simple tabulation of 40 items with stratified errors', () => simpleAll(large), 2],
  ['one Rao–Scott test', () => independence(large), 2],
  ['raking of two margins', () => raking(large), 1],
]
for (const [name, run, most] of parts) {
  const taken = await seconds(run)
  const ratio = `ratio ${(taken / plain).toFixed(1)} × one plain pass`
  console.log(`${name}: ${taken.toFixed(2)} s (aim ≤ ${most} s: ${aim(taken <= most)}), ${ratio}`)
}
const small = inventedSurvey(3000, 60)
const each = (await median(() => crossAll(small), 9)) / 60
console.log(
  `one weighted cross table of 3,000 × 60: ${each.toFixed(2)} ms (aim ≤ 100 ms: ${aim(each <= 100)})`,
)
const screen = await slowestOnScreen()
console.log(
  `slowest of ${screen.tables} cross tables with test and bars, ${screen.answers} answers: ${screen.milliseconds.toFixed(0)} ms (aim ≤ 100 ms: ${aim(screen.milliseconds <= 100)})`,
)
console.log(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB (aim < 400 MB)`)

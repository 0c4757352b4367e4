// Search in a public plan of 1,000 items. Baseline: looking for the words in the plain texts, without folding their spelling.

import { publicPlan } from '#src/features/plan/core/public-plan.ts'
import { inventedPlan } from '#src/features/publication/core/invented-plan.ts'
import { searchPlan } from '#src/features/publication/core/search.ts'
import { aim, median } from './measure.ts'

const plan = inventedPlan({ fields: 20, measures: 24, indicators: 1, paragraphs: 3 })
const shown = publicPlan(plan, { publishedOn: '2026-11-24', hash: '' })
const count = plan.items.length + plan.indicators.length
const queries = ['子供', '道路 整備', 'ｻｰﾋﾞｽ', 'まち作り', '計画 市民 協働', 'ない言葉']
const texts = plan.items.map((item) => JSON.stringify(item))
const first = performance.now()
searchPlan(shown, '子供')
const cold = performance.now() - first
const all = await median(() => queries.map((query) => searchPlan(shown, query)))
const plain = await median(() =>
  queries.map((query) => texts.filter((text) => query.split(' ').every((word) => text.includes(word)))),
)
const each = all / queries.length
console.log(
  `search of ${count} items and indicators: ${each.toFixed(1)} ms a query (aim ≤ 50 ms: ${aim(each <= 50)})`,
)
console.log(`first query of a version, with its texts folded: ${cold.toFixed(0)} ms`)
console.log(`ratio: ${(all / plain).toFixed(1)} × a plain look through the same texts`)

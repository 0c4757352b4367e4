// The lint over a plan of 10,000 items and indicators. Baseline: parsing the same document from its JSON text.

import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import { bookFacts } from '#src/features/publication/core/book-facts.ts'
import { inventedPlan } from '#src/features/publication/core/invented-plan.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { aim, median } from './measure.ts'

const plan = inventedPlan({ fields: 50, measures: 40, indicators: 1, paragraphs: 2 })
const count = plan.items.length + plan.indicators.length
const text = JSON.stringify(plan)
const context = { today: '2026-11-24' }
const began = performance.now()
const found = lintPlan(plan, context).findings.length
const first = performance.now() - began
const lint = await median(() => lintPlan(plan, context))
const parse = await median(() => planDocument.parse(JSON.parse(text)), 3)
console.log(
  `lint of ${count} items and indicators, ${found} findings: ${lint.toFixed(0)} ms (aim ≤ 150 ms: ${aim(lint <= 150)})`,
)
console.log(`the first time in a process, when nothing is compiled or remembered: ${first.toFixed(0)} ms`)
console.log(
  `ratio: ${(lint / parse).toFixed(2)} × reading the document with its schema (${parse.toFixed(0)} ms)`,
)

const setting = performance.now()
bookFacts(plan)
const set = performance.now() - setting
const withBook = await median(() => lintPlan(plan, { ...context, rendered: { of: bookFacts } }))
console.log(
  `with the rules of the set book: ${withBook.toFixed(0)} ms; setting the book of the plan, once an edit: ${set.toFixed(0)} ms`,
)

import { expect, test } from 'vitest'
import { planBook } from './book-content.ts'
import { digestContent } from './digest-content.ts'
import { inventedPlan } from './invented-plan.ts'

const plan = inventedPlan({ fields: 5, measures: 3 })

/** Every number in the texts of a value. */
function numbersIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value).match(/\d[\d,.]*/g) ?? [])]
}

test('no number stands in the digest which is not in the book', () => {
  const book = planBook(plan)
  const known = new Set(numbersIn(book))
  const digest = numbersIn(digestContent(book))
  expect(digest.length).toBeGreaterThan(20)
  expect(digest.filter((number) => !known.has(number))).toEqual([])
})

test('the targets are the indicators chosen for the front', () => {
  expect(digestContent(planBook(plan)).targets.map(({ number }) => number)).toEqual([
    '1-1',
    '2-1',
    '3-1',
    '4-1',
    '5-1',
  ])
})

test('where none is chosen, the first of each field stands for it', () => {
  const indicators = plan.indicators.map((indicator) => ({ ...indicator, isHeadline: false }))
  const { targets } = digestContent(planBook({ ...plan, indicators }))
  expect(targets.map(({ number }) => number)).toEqual(['1-1', '2-1', '3-1', '4-1', '5-1'])
})

test('measures come with their summary, else with their desired state', () => {
  const items = plan.items.map((item) =>
    item.id === 'me_0000000102' ? { ...item, summary: '要約です。' } : item,
  )
  const [first] = digestContent(planBook({ ...plan, items })).fields
  expect(first?.measures.map(({ text }) => text.slice(0, 4))).toEqual(['だれもが', '要約です', 'だれもが'])
})

test('how the plan goes on is told in the words of its own chapter', () => {
  expect(digestContent(planBook(plan)).progress.chapter?.heading).toBe('計画の進め方')
})

import { expect, test } from 'vitest'
import { crowdedPages, overflowsOf, overflowWarnings } from './book-overflow.ts'

const spread = (id: string, begin: number, middle: number | undefined, end: number) =>
  [
    { edge: 'begin', page: begin },
    ...(middle === undefined ? [] : [{ edge: 'middle', page: middle }]),
    { edge: 'end', page: end },
  ].map((mark) => ({ kind: 'measure', id, title: `施策${id}`, ...mark }))

test('a measure on its two pages is neither crowded nor too long', () => {
  const marks = spread('a', 16, 16, 17)
  expect(crowdedPages(marks)).toEqual({})
  expect(overflowsOf(marks)).toEqual([])
})

test('the page that is too full is named', () => {
  expect(
    crowdedPages([...spread('a', 16, 17, 18), ...spread('b', 20, 20, 22), ...spread('c', 24, 25, 27)]),
  ).toEqual({
    a: ['left'],
    b: ['right'],
    c: ['left', 'right'],
  })
})

test('a measure that needs more than a spread is reported with its pages, in a sentence', () => {
  const overflows = overflowsOf(spread('a', 16, undefined, 18))
  expect(overflows).toEqual([{ measureId: 'a', title: '施策a', pages: 3 }])
  expect(overflowWarnings(overflows)[0]).toContain('「施策a」は見開き2ページに収まらず、3ページ')
})

test('a box of the digest that grew is reported without a measure', () => {
  const overflows = overflowsOf([{ kind: 'box', title: '政策と施策', pages: 1 }])
  expect(overflows).toEqual([{ measureId: '', title: '政策と施策', pages: 1 }])
  expect(overflowWarnings(overflows)[0]).toContain('概要版')
})

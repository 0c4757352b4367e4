import { expect, test } from 'vitest'
import { cardProblem, printedCard } from './printed-card.ts'

test.each([
  ['3-12 バスを増やす', { table: 3, number: 12, text: 'バスを増やす' }],
  ['３－１２：バスを増やす', { table: 3, number: 12, text: 'バスを増やす' }],
  ['10年後も住みたい', undefined],
  ['3-12', undefined],
  ['2-3人で話せる場所', undefined],
])('%j', (line, card) => expect(printedCard(line)).toEqual(card))

test('a card of no table, or keyed in before or twice, is told', () => {
  const tables = [{ id: 'ht_1', sessionId: 'ho_1', number: 3, name: '', host: '' }]
  const card = (number: number, table = 3) => ({ table, number, text: 'あ' })
  expect(cardProblem([card(1), card(2)], tables, new Set())).toBeUndefined()
  expect(cardProblem([card(1, 4)], tables, new Set())).toContain('テーブル4はありません')
  expect(cardProblem([card(1)], tables, new Set(['3-1']))).toContain('すでに')
  expect(cardProblem([card(1), card(1)], tables, new Set())).toContain('2回')
})

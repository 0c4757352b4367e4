import { expect, test } from 'vitest'
import { quotable, quotesOf } from './quotes.ts'

test('quotes are the middle and the two that differ most, whatever the order', () => {
  const texts = [
    'バスの本数を増やしてほしい',
    'バスの本数が少なく駅が遠い',
    '駅が遠い',
    'バスの本数が駅に足りない',
    'バスの運転手に感謝しています',
  ]
  const quotes = quotesOf(texts)
  expect(quotes).toHaveLength(3)
  expect(quotes[0]).toBe('バスの本数が少なく駅が遠い')
  expect(quotes.slice(1)).toContain('駅が遠い')
  expect(quotesOf([...texts].reverse())).toEqual(quotes)
})

test('the same postcard is quoted once, an empty or very long text never', () => {
  expect(quotesOf(['反対です', '反対です', '', '長'.repeat(201)])).toEqual(['反対です'])
  expect(quotesOf([])).toEqual([])
})

test('what stays in the office is never quoted; the rest when two people decided', () => {
  const open = { consent: 'anonymous-quote', disclosure: 'public', releasedBy: 'a' } as const
  expect(quotable(open)).toBe('released')
  expect(quotable({ ...open, releasedBy: undefined })).toBe('to-decide')
  expect(quotable({ ...open, disclosure: 'summary-only' })).toBe('to-decide')
  expect(quotable({ ...open, disclosure: 'withheld' })).toBe('office-only')
  expect(quotable({ ...open, consent: 'internal' })).toBe('office-only')
})

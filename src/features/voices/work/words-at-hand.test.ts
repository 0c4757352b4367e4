import { expect, test } from 'vitest'
import { keepWordsAtHand } from './words-at-hand.ts'

const words = [{ word: 'みらい平', base: 'みらい平' }]

test('a text is cut once; one that is new is cut, and one that is gone is forgotten', async () => {
  const bring = keepWordsAtHand()
  const first = await bring(['みらい平のバス', '学童の定員'], words)
  const again = await bring(['みらい平のバス', '街灯'], words)
  expect(first.get('みらい平のバス')?.map(({ surface }) => surface)).toEqual(['みらい平', 'の', 'バス'])
  expect(again.get('みらい平のバス')).toBe(first.get('みらい平のバス'))
  expect([...again.keys()]).toEqual(['みらい平のバス', '街灯'])
}, 30_000)

test('other words to keep whole cut all texts anew', async () => {
  const bring = keepWordsAtHand()
  const whole = await bring(['みらい平'], words)
  const cut = await bring(['みらい平'], [])
  expect(whole.get('みらい平')).toHaveLength(1)
  expect(cut.get('みらい平')?.length).toBeGreaterThan(1)
}, 30_000)

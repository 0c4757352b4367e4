import { expect, test } from 'vitest'
import { ledToOf } from './led-to.ts'
import type { ThreadEntry } from './thread.ts'

const entry = (key: string, part: string, place: string) =>
  ({
    source: { key, part, words: '', href: '', state: 'found' },
    about: { kind: 'measure', id: place, words: place, href: `/plan/items/${place}` },
  }) as ThreadEntry

const entries = [
  entry('sv_1', 'q8', 'me_1'),
  entry('sv_1', 'q8', 'me_1'),
  entry('sv_1', 'q80', 'me_2'),
  entry('sv_1', '', 'me_3'),
  entry('sv_2', 'q8', 'me_4'),
]

test('a source leads to each place once; a question of it only to its own', () => {
  expect(ledToOf(entries, { sourceKey: 'sv_1' }).places.map(({ id }) => id)).toEqual(['me_1', 'me_2', 'me_3'])
  expect(ledToOf(entries, { sourceKey: 'sv_1', part: 'q8' })).toEqual({
    href: '/evidence/sv_1',
    places: [{ id: 'me_1', words: 'me_1', href: '/plan/items/me_1' }],
  })
  expect(ledToOf(entries, { sourceKey: 'sv_3' }).places).toEqual([])
})

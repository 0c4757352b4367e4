import { expect, test } from 'vitest'
import { ledToOf } from './led-to.ts'
import type { ThreadEntry } from './thread.ts'

const entry = (key: string, part: string, place: string, href = '') =>
  ({
    source: { key, part, words: '', href, state: 'found' },
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
  expect(ledToOf(entries, { sourceKey: 'sv_1', part: 'q8' })).toMatchObject({
    href: '/evidence/sv_1',
    places: [{ id: 'me_1', words: 'me_1', href: '/plan/items/me_1' }],
  })
  expect(ledToOf(entries, { sourceKey: 'sv_3' }).places).toEqual([])
})

test('a cell leads to what rests on it, and to nothing else', () => {
  const cells = [
    entry('sv_1', 'q8', 'me_1', '/surveys/sv_1/results/q8#c-1'),
    entry('sv_1', 'q8', 'me_2', '/surveys/sv_1/results/q8#c-2'),
    entry('sv_1', 'q8', 'me_1', '/surveys/sv_1/results/q8#c-2'),
  ]
  const { byAnchor } = ledToOf(cells, { sourceKey: 'sv_1', part: 'q8' })
  expect([...byAnchor].map(([anchor, places]) => [anchor, places.map(({ id }) => id)])).toEqual([
    ['c-1', ['me_1']],
    ['c-2', ['me_2', 'me_1']],
  ])
})

test('a series of a city leads to what cites any of its years', () => {
  const years = [
    entry('se_1', '08235@2015', 'me_1'),
    entry('se_1', '08235@2020', 'in_1'),
    entry('se_1', '08236@2020', 'me_2'),
  ]
  expect(ledToOf(years, { sourceKey: 'se_1', part: '08235' }).places.map(({ id }) => id)).toEqual([
    'me_1',
    'in_1',
  ])
})

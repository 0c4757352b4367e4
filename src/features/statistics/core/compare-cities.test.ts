import { expect, test } from 'vitest'
import { areaWith } from './cases/areas-with.ts'
import { compareCities, comparisonSentence } from './compare-cities.ts'
import type { ComparedItem, Direction } from './compared-items.ts'
import { builtInGroups, membersOf, peerGroupForm } from './peer-groups.ts'

const item = (direction: Direction): ComparedItem => ({
  id: 'x',
  field: 'living',
  label: '図書館',
  unit: '館',
  decimals: 1,
  direction,
  above: ['x'],
  factor: 1,
  method: '1万人あたり',
})
const group = (...values: (number | undefined)[]) =>
  values.map((value, at) => areaWith(`0820${at}`, value === undefined ? {} : { x: { '2020': value } }))
const compare = (areas: ReturnType<typeof group>, direction: Direction = 'higher', own = '08200') =>
  compareCities(areas, own, item(direction))

test('the score stands on the whole group with the city in it, and turns where lower is better', () => {
  const areas = group(7, 2, 4, 4, 4, 5, 5, 9)
  expect(compare(areas)).toMatchObject({ n: 8, mean: 5, deviation: 2, own: { score: 60 } })
  expect(compare(areas, 'lower').own?.score).toBe(40)
})

test('fewer than five cities, equal values, or no value of the own city: no score, and the reason', () => {
  expect(compare(group(1, 2, 3, 4)).noScore).toContain('値のある市が4しかないため')
  expect(compare(group(3, 3, 3, 3, 3)).noScore).toBe('すべての市が同じ値のため')
  expect(compare(group(undefined, 1, 2, 3, 4, 5)).noScore).toContain('本市の値がありません')
  for (const areas of [group(1, 2, 3, 4), group(3, 3, 3, 3, 3), group(undefined, 1, 2, 3, 4, 5)])
    expect(compare(areas).cities.every(({ score }) => score === undefined)).toBe(true)
})

test('cities without data are counted out and say why', () => {
  const { n, cities } = compare(group(1, 2, 3, 4, 5, undefined))
  expect(n).toBe(5)
  expect(cities[5]).toMatchObject({ reason: 'データがありません' })
})

test('where neither side is better there is a place but no score', () => {
  expect(compare(group(4, 1, 2, 3, 5), 'none')).toMatchObject({
    noScore: '高い低いの良し悪しを決めない項目のため',
    percentile: 70,
  })
})

test('a skewed item shows the percentile instead', () => {
  expect(compare(group(1, 1, 1, 1, 1, 1, 1, 1, 1, 100))).toMatchObject({ isSkewed: true, percentile: 45 })
})

test('the draft sentence names the group and its size', () => {
  expect(comparisonSentence(compare(group(7, 2, 4, 4, 4, 5, 5, 9)), '茨城県内の市区町村')).toBe(
    '図書館（1万人あたり）は7.0館で、茨城県内の市区町村（8市区町村）の平均5.0館より高くなっています。',
  )
})

const sizes = [
  { areaCode: '08235', residents: 49872 },
  { areaCode: '08224', residents: 59846 },
  { areaCode: '08220', residents: 241656 },
  { areaCode: '12220', residents: 39898 },
]

test('groups by prefecture and by size follow from the city', () => {
  const [prefecture, size] = builtInGroups('08235')
  expect(prefecture?.name).toBe('茨城県内の市区町村')
  expect(prefecture && membersOf(prefecture.rule, '08235', sizes)).toEqual(['08220', '08224', '08235'])
  expect(size && membersOf(size.rule, '08235', sizes)).toEqual(['08224', '08235', '12220'])
})

test('a declared group holds the city itself, whatever was written', () => {
  expect(membersOf({ kind: 'list', codes: ['08224'] }, '08235', sizes)).toEqual(['08224', '08235'])
})

test('a wrong code in a declared group is named', () => {
  const read = peerGroupForm.safeParse({ name: '沿線', reason: '同じ鉄道', codes: '08224、99999' })
  expect(read.error?.issues[0]?.message).toContain('「99999」')
})

import { expect, test } from 'vitest'
import { findCited, readPointCell, shownCells } from './cell-address.ts'
import { citationOf } from './cited-cell.ts'
import { publication } from './publication-format.ts'

const columns = [
  { label: '北', base: 120 },
  { label: '南', base: null },
  { label: '全体', base: 400 },
]
const table = {
  key: 'q6_1',
  number: '問6',
  text: '取組について',
  item: '子育て支援',
  banner: '地区',
  columns,
  lines: [
    { label: '満足', counts: [null, 3, 65], shares: [null, null, 0.1625] },
    { label: '不満', counts: [40, 20, 80], shares: [1 / 3, 0.2, 0.2] },
  ],
}
const published = publication.parse({
  title: '市民意向調査',
  universe: '',
  period: { start: '2026-06-01', end: '2026-06-30' },
  design: '',
  sent: 1000,
  valid: 400,
  isWeighted: true,
  marginPoints: 4.8,
  notes: [],
  tables: [table, { ...table, key: 'q6_2', item: '道路' }],
  dataHash: 'ab',
})
const [first, second] = published.tables
const anchorsOf = (one: typeof first) =>
  new Map(one && shownCells(one).map(({ row, answer, anchor }) => [`${row} ${answer}`, anchor]))

test('every shown cell has an address of its own, a hidden one has none', () => {
  const anchors = [...anchorsOf(first).values(), ...anchorsOf(second).values()]
  expect([...anchorsOf(first).keys()]).toEqual([
    '子育て支援／地区：北 不満',
    '子育て支援／全体 満足',
    '子育て支援／全体 不満',
  ])
  expect(new Set(anchors).size).toBe(6)
  expect(anchors.every((anchor) => /^c-[0-9a-f]{10}$/.test(anchor))).toBe(true)
})

test('an address stays when answers and groups are put in another order', () => {
  const turned = published.tables[0] && {
    ...published.tables[0],
    columns: published.tables[0].columns.toReversed(),
    lines: published.tables[0].lines
      .map((line) => ({ ...line, counts: line.counts.toReversed(), shares: line.shares.toReversed() }))
      .toReversed(),
  }
  expect(new Map([...anchorsOf(turned)].sort())).toEqual(new Map([...anchorsOf(first)].sort()))
})

test('what can be cited is found again: as evidence, and as a number of the texts', () => {
  const cells = published.tables.flatMap((one) => shownCells(one).map((cell) => ({ key: one.key, cell })))
  expect(cells).toHaveLength(6)
  for (const { key, cell } of cells) {
    const cited = citationOf(published, 'sv_aaaaaaaaaa', { key, line: cell.line, column: cell.column })
    const { row, column } = cited?.to ?? {}
    expect(findCited(published, { part: key, row, answer: column })).toEqual({ key, cell })
    const read = readPointCell(cited?.point.source.cell ?? '')
    expect(read?.surveyId).toBe('sv_aaaaaaaaaa')
    expect(read && findCited(published, read.place)).toEqual({ key, cell })
  }
})

test('a question leads to its first table or to the one with the cell; a hidden cell only to its table', () => {
  expect(findCited(published, { part: 'q6' })).toEqual({ key: 'q6_1', cell: undefined })
  expect(findCited(published, { part: 'q6', row: '道路／全体', answer: '満足' })).toMatchObject({
    key: 'q6_2',
  })
  expect(findCited(published, { part: 'q6_1', row: '子育て支援／地区：北', answer: '満足' })).toEqual({
    key: 'q6_1',
    cell: undefined,
  })
  expect(findCited(published, { part: 'q7' })).toBeUndefined()
})

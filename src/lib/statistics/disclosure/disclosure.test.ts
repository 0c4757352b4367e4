import { expect, test } from 'vitest'
import { seededRandom, wholeBelow } from '#test/statistics/random.ts'
import { publishableShares } from './publishable-shares.ts'
import { linkCounts, type PublishedCounts, twoWayCounts } from './published-counts.ts'
import { smallDifferences, suppressCounts } from './suppress-counts.ts'

const keysOf = (row: string, column: string) => ({
  cell: (r: number, c: number) => `${row}${r}${column}${c}`,
  rowTotal: (r: number) => `${row}${r}`,
  columnTotal: (c: number) => `${column}${c}`,
  grandTotal: 'n',
})

const release = (rows: readonly (readonly number[])[]) =>
  twoWayCounts({ rows: rows.length, columns: rows[0]?.length ?? 0, counts: rows.flat() }, keysOf('r', 'c'))

test('one small count pulls three others with it, and totals stay', () => {
  const { hidden, unprotected } = suppressCounts(
    release([
      [3, 20, 30],
      [40, 25, 31],
      [50, 60, 70],
    ]),
    { known: ['n'] },
  )
  expect([...hidden]).toEqual([
    ['r0c0', 'small'],
    ['r0c1', 'protecting'],
    ['r1c0', 'protecting'],
    ['r1c1', 'protecting'],
  ])
  expect(unprotected).toEqual([])
})

test('a table without small counts hides nothing, and zeros are shown', () => {
  expect(
    suppressCounts(
      release([
        [0, 20],
        [30, 9],
      ]),
    ).hidden.size,
  ).toBe(0)
})

test('two small counts that add up to almost nothing are not enough: more is hidden', () => {
  const { hidden, bounds, unprotected } = suppressCounts(
    release([
      [1, 1, 50, 60],
      [20, 30, 40, 55],
      [25, 35, 45, 65],
    ]),
    { known: ['n'] },
  )
  expect(hidden.size).toBeGreaterThan(4)
  expect(unprotected).toEqual([])
  for (const { low, high } of bounds.values()) expect(high - low).toBeGreaterThanOrEqual(3)
})

test('what cannot be protected is said', () => {
  const { unprotected } = suppressCounts(release([[2, 30]]), { known: ['n', 'c0', 'c1'] })
  expect(unprotected).toContain('r0c0')
})

/**
 * An attacker who knows nothing of the method: tries every table of whole numbers that fits what is
 * published.
 */
function possibleValues(counts: readonly (readonly number[])[], hidden: ReadonlySet<string>) {
  const rows = counts.length
  const columns = counts[0]?.length ?? 0
  const rowSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columnSums = Array.from({ length: columns }, (_, c) =>
    counts.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  )
  const found = new Map<string, Set<number>>()
  const isTotalShown = (key: string) => !hidden.has(key)
  const tried: number[] = []
  const visit = (place: number) => {
    const [r, c] = [Math.floor(place / columns), place % columns]
    if (c === 0 && r > 0 && isTotalShown(`r${r - 1}`)) {
      const sum = tried.slice((r - 1) * columns, r * columns).reduce((left, right) => left + right, 0)
      if (sum !== rowSums[r - 1]) return
    }
    if (place === rows * columns) {
      for (let column = 0; column < columns; column++) {
        const sum = Array.from({ length: rows }, (_, row) => tried[row * columns + column] ?? 0)
        if (isTotalShown(`c${column}`) && sum.reduce((left, right) => left + right, 0) !== columnSums[column])
          return
      }
      for (const key of hidden) {
        const match = /^r(\d+)c(\d+)$/.exec(key)
        if (!match) continue
        const value = tried[Number(match[1]) * columns + Number(match[2])] ?? 0
        found.set(key, (found.get(key) ?? new Set()).add(value))
      }
      return
    }
    if (!hidden.has(`r${r}c${c}`)) {
      tried[place] = counts[r]?.[c] ?? 0
      visit(place + 1)
      return
    }
    const before = tried.slice(r * columns, place).reduce((left, right) => left + right, 0)
    const rest = (rowSums[r] ?? 0) - before
    const isLast = c === columns - 1 && isTotalShown(`r${r}`)
    // Zeros are shown as zeros: a hidden count is known to be 1 or more.
    const least = counts[r]?.[c] === 0 ? 0 : 1
    for (
      let value = isLast ? Math.max(rest, least) : least;
      value <= Math.min(rest, columnSums[c] ?? 0);
      value++
    ) {
      tried[place] = value
      visit(place + 1)
    }
  }
  visit(0)
  return found
}

test('nobody who tries every table can narrow a hidden count to less than four values', () => {
  const random = seededRandom(20_261_127)
  let attacked = 0
  for (let round = 0; round < 25; round++) {
    const counts = [0, 1, 2].map(() => [0, 1, 2].map(() => wholeBelow(random, 11)))
    const { hidden, unprotected } = suppressCounts(release(counts), { known: ['n'] })
    if (unprotected.length > 0 || hidden.size === 0) continue
    if ([...hidden.keys()].some((key) => /^[rc]\d$/.test(key))) continue
    attacked += 1
    for (const values of possibleValues(counts, new Set(hidden.keys())).values())
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(3)
  }
  expect(attacked).toBeGreaterThan(6)
})

test('no shown count is small, and no sum has a single hidden member, in a hundred linked releases', () => {
  const random = seededRandom(7)
  for (let round = 0; round < 100; round++) {
    const [districts, ages, sexes] = [2 + wholeBelow(random, 3), 2 + wholeBelow(random, 4), 2]
    const cube = Array.from({ length: districts * ages * sexes }, () =>
      wholeBelow(random, 1 + wholeBelow(random, 40)),
    )
    const flat = (size: number, of: (d: number, a: number, s: number) => number) => {
      const counts = new Array<number>(size).fill(0)
      for (const [place, count] of cube.entries()) {
        const [d, a, s] = [
          Math.floor(place / (ages * sexes)),
          Math.floor(place / sexes) % ages,
          place % sexes,
        ]
        counts[of(d, a, s)] = (counts[of(d, a, s)] ?? 0) + count
      }
      return counts
    }
    const linked: PublishedCounts = linkCounts([
      twoWayCounts(
        { rows: districts, columns: ages, counts: flat(districts * ages, (d, a) => d * ages + a) },
        keysOf('d', 'a'),
      ),
      twoWayCounts(
        { rows: ages, columns: sexes, counts: flat(ages * sexes, (_, a, s) => a * sexes + s) },
        keysOf('a', 's'),
      ),
    ])
    const { hidden, bounds, unprotected } = suppressCounts(linked, { known: ['n'] })
    for (const [key, count] of linked.counts) if (count > 0 && count < 5) expect(hidden.has(key)).toBe(true)
    if (unprotected.length > 0) continue
    for (const { total, parts } of linked.sums)
      expect([total, ...parts].filter((key) => hidden.has(key)).length).not.toBe(1)
    for (const [key, { low, high }] of bounds) {
      expect(high - low).toBeGreaterThanOrEqual(3)
      expect(linked.counts.get(key)).toBeGreaterThanOrEqual(low)
      expect(linked.counts.get(key)).toBeLessThanOrEqual(high)
    }
  }
})

test('late answers would show in the difference of two publications', () => {
  const before = new Map([
    ['a', 20],
    ['b', 30],
    ['c', 9],
  ])
  const after = new Map([
    ['a', 21],
    ['b', 40],
    ['c', 9],
    ['d', 7],
  ])
  expect(smallDifferences(before, after)).toEqual(['a'])
})

test('a share follows its count and its base', () => {
  const column = { weights: [60, 30, 10], counts: [10, 6, 4], isHidden: (line: number) => line > 0 }
  expect(publishableShares({ ...column, isTotalHidden: false })).toEqual([0.6, null, null])
  expect(publishableShares({ ...column, isTotalHidden: true })).toEqual([null, null, null])
  expect(publishableShares({ ...column, isTotalHidden: false, leastBase: 21 })).toEqual([null, null, null])
})

import { expect, test } from 'vitest'
import { assumptionLines } from './assumption-lines.ts'
import { noAssumptions } from './assumptions.ts'

test('a scenario without assumptions says that the rates go on; one with them says each', () => {
  expect(assumptionLines(noAssumptions)).toEqual(['出生、転入、転出は、過去の率のままとしました。'])
  const lines = assumptionLines({
    ...noAssumptions,
    factors: [
      { from: 2020, to: 2025, fertility: 1, inflow: 1, outflow: 1 },
      { from: 2025, to: 2030, fertility: 1.1, inflow: 1, outflow: 0.95 },
    ],
    sites: [
      {
        name: '東部地区',
        profile: 'family',
        entrants: [
          { year: 2026, persons: 600 },
          { year: 2027, persons: 634.4 },
          { year: 2028, persons: 0 },
        ],
      },
    ],
    guard: '過去の転入から除きました。',
    households: { size: 2.5, change: 0, floor: 2 },
  })
  expect(lines).toEqual([
    '2025年から2030年まで：出生を1.10倍、転入を過去の率のまま、転出を0.95倍としました。',
    '東部地区：住宅の開発で、2026年から2027年に、合わせて1,234人の転入を見込みました。',
    '過去の転入から除きました。',
    '世帯は、1世帯2.50人から求めました。',
  ])
})

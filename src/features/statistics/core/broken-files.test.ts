import { expect, test } from 'vitest'
import { oldRegister } from './cases/register-files.ts'
import { readSource } from './read-source.ts'
import type { ColumnMapping } from './readers/tidy.ts'
import { type SourceKind, sourceKinds } from './source-kinds.ts'

const estat = {
  GET_STATS_DATA: {
    RESULT: { STATUS: 0 },
    STATISTICAL_DATA: {
      CLASS_INF: {
        CLASS_OBJ: [
          { '@id': 'area', CLASS: [] },
          { '@id': 'time', CLASS: [] },
        ],
      },
      DATA_INF: { VALUE: [{ '@area': '08235', '@time': '2020000000', $: '1' }] },
    },
  },
}
const whole: readonly [SourceKind, string][] = [
  [
    'ssdse-a',
    'SSDSE-A-2026,P,M,A1101\n,,年度,2020\n地域コード,都道府県,市区町村,総人口\nR08235,茨城県,市,1\n',
  ],
  ['census-age', 'code,name,sex,age,2015\n08235,市,M,total,2\n08235,市,M,0-4,2\n'],
  ['register-age', oldRegister],
  ['estat', JSON.stringify(estat)],
  [
    'dashboard',
    '{"GET_STATS":{"RESULT":{"status":"0"},"STATISTICAL_DATA":{"DATA_INF":{"DATA_OBJ":{"VALUE":' +
      '{"@indicator":"1","@regionCode":"08235","@time":"2025CY00","$":"1"}}}}}}',
  ],
  ['tidy', 'コード,年,値\n08235,2020,1\n'],
]
const mapping: ColumnMapping = { area: 0, time: 1, value: 2, basis: 'neutral', itemName: 'x', itemUnit: '' }

/** Numbers that follow from a seed (mulberry32), so that a failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const signs = [
  '',
  ',',
  '\n',
  '"',
  '\t',
  '0',
  '-',
  '９',
  '漢',
  '{',
  '}',
  '[',
  'null',
  '<html>',
  '\u0000',
  '🗾',
]

function broken(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const length = Math.floor(random() * 12)
  const sign = signs[Math.floor(random() * signs.length)] ?? ''
  return random() < 0.2 ? text.slice(0, at) : text.slice(0, at) + sign + text.slice(at + length)
}

test('whole files are read', () => {
  for (const [kind, text] of whole) expect(readSource(text, kind, mapping)).toHaveProperty('observations')
})

test('a broken file is read or refused with a reason, and never a crash', () => {
  const random = randomFrom(20261127)
  for (let round = 0; round < 3000; round += 1) {
    const [, text] = whole[Math.floor(random() * whole.length)] ?? ['tidy', '']
    const kind = sourceKinds[Math.floor(random() * sourceKinds.length)] ?? 'tidy'
    const reading = readSource(broken(broken(text, random), random), kind, mapping)
    if ('findings' in reading) {
      expect(reading.findings.length).toBeGreaterThan(0)
      expect(reading.findings.every(({ problem }) => problem !== '')).toBe(true)
    } else {
      const values = reading.observations.map(({ value }) => value)
      expect(values.every((value) => typeof value === 'string' || Number.isFinite(value))).toBe(true)
    }
  }
})

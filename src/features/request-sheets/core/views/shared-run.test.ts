import { expect, test } from 'vitest'
import { sharedRun } from './shared-run.ts'

test('two texts share their longest run', () => {
  expect(sharedRun('移動手段の不足', '高齢者の移動手段が不足')).toBe('移動手段')
  expect(sharedRun('あ', 'い')).toBe('')
})

/** Every text of two signs up to a length. */
const texts = (most: number): string[] =>
  most === 0 ? [''] : ['', ...texts(most - 1).flatMap((rest) => [`あ${rest}`, `い${rest}`])]

test('of all short texts the run stands in both, is as long both ways, and nothing longer stands in both', () => {
  for (const one of texts(5))
    for (const other of texts(4)) {
      const run = sharedRun(one, other)
      expect(one.includes(run) && other.includes(run)).toBe(true)
      for (let at = 0; at + run.length < one.length; at++)
        expect(other.includes(one.slice(at, at + run.length + 1))).toBe(false)
      expect(sharedRun(other, one)).toHaveLength(run.length)
    }
})

import { expect, test } from 'vitest'
import { isPastRetention, retentionDay } from './retention.ts'

test('words are kept to the same day some years later, the last included', () => {
  expect(retentionDay('2021-04-01', 5)).toBe('2026-04-01')
  expect(retentionDay('2024-02-29', 1)).toBe('2025-02-28')
  expect(retentionDay('2024-02-29', 4)).toBe('2028-02-29')
  expect(isPastRetention('2021-04-01', 5, '2026-04-01')).toBe(false)
  expect(isPastRetention('2021-04-01', 5, '2026-04-02')).toBe(true)
})

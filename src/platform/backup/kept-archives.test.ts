import { expect, test } from 'vitest'
import { archiveName, outdatedArchives } from './kept-archives.ts'

/** Names of `count` days up to the last of 2026. */
const daily = (count: number) =>
  Array.from({ length: count }, (_, back) =>
    archiveName(new Date(Date.UTC(2026, 11, 31 - back)).toISOString().slice(0, 10)),
  )

test('thirty days are kept, and nothing goes before', () => {
  expect(outdatedArchives(daily(30))).toEqual([])
  expect(outdatedArchives(daily(31))).toEqual([])
  expect(outdatedArchives(daily(32))).toEqual([])
  expect(outdatedArchives(daily(33))).toEqual(['shirube-2026-11-30.backup'])
})

test('of two years stay thirty days and the first of twelve months', () => {
  const names = daily(730)
  const gone = new Set(outdatedArchives(names))
  const kept = names.filter((name) => !gone.has(name))
  expect(kept.length).toBe(30 + 12)
  expect(kept).toContain('shirube-2026-01-01.backup')
  expect(kept).not.toContain('shirube-2025-12-01.backup')
})

test('files of other names are never touched', () => {
  expect(outdatedArchives(['notes.txt', 'shirube-2020.backup', 'shirube-2020-01-01.backup.gz'])).toEqual([])
})

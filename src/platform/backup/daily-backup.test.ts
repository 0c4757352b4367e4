import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDailyBackup } from './daily-backup.ts'

let folder = ''
let now = ''
let failures: string[] = []
let isDiskFull = false
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shirube-daily-'))
  failures = []
  isDiskFull = false
})
afterEach(() => rmSync(folder, { recursive: true }))

const start = () =>
  startDailyBackup({
    folder: join(folder, 'kept'),
    hour: 2,
    clock: () => new Date(now),
    log: { request: () => undefined, failure: (number) => failures.push(number) },
    write: async (out) => {
      if (isDiskFull) throw new Error('no space')
      writeFileSync(out, 'x')
    },
  })
const kept = () => readdirSync(join(folder, 'kept'))

test('one archive a day, from the hour on', async () => {
  const daily = start()
  now = '2026-11-26T16:59:00Z'
  await daily.look()
  expect(readdirSync(folder)).toEqual([])
  now = '2026-11-26T17:00:00Z'
  await daily.look()
  await daily.look()
  expect(kept()).toEqual(['shirube-2026-11-27.backup'])
  daily.stop()
})

test('what failed is logged once and tried again after an hour', async () => {
  const daily = start()
  isDiskFull = true
  now = '2026-11-26T18:00:00Z'
  await daily.look()
  await daily.look()
  expect(failures).toEqual(['backup'])
  isDiskFull = false
  now = '2026-11-26T18:59:00Z'
  await daily.look()
  expect(kept()).toEqual([])
  now = '2026-11-26T19:00:00Z'
  await daily.look()
  expect(kept()).toEqual(['shirube-2026-11-27.backup'])
  daily.stop()
})

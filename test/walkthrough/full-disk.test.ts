import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { openTown } from '#test/town.ts'
import { firstOfficer } from './office.ts'

/** A disk of 24 MB that is filled to the last byte. Needs the right to mount; said and skipped where that is missing. */
const disk = mkdtempSync(join(tmpdir(), 'shirube-disk-'))
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status === 0
if (!isMounted) console.warn('full-disk.test.ts: a small disk cannot be mounted here, so it is left out')
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

function fill() {
  for (const size of [1_000_000, 10_000, 100]) {
    for (let part = 0; part < 60; part += 1) {
      try {
        writeFileSync(join(disk, `fill-${size}-${part}`), Buffer.alloc(size, 1))
      } catch {
        break
      }
    }
  }
}

function empty() {
  for (const name of readdirSync(disk)) if (name.startsWith('fill')) rmSync(join(disk, name))
}

const shirube = (folder: string, ...call: string[]) => {
  const command = ['tools/run.mjs', 'cli', ...call]
  const env = { PATH: process.env['PATH'], SHIRUBE_DATA_DIR: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  return { status, words: `${stdout}${stderr}` }
}

describe.skipIf(!isMounted || Boolean(process.env['TEST_DATABASE_URL']))(
  'on a full disk (embedded database)',
  () => {
    test('a save is refused in words, what was there stays, and it works again when there is room', async () => {
      const folder = join(disk, 'town')
      mkdirSync(folder)
      const town = await openTown({ environment: { SHIRUBE_DATA_DIR: folder } })
      const officer = await firstOfficer(town)
      await officer.open('/staff/figures')
      const figure = { 名前: '一つ目', 値: '1', いつの値か: '2026', 出典: '調べ' }
      await officer.press('加える', figure)
      await sql`pragma wal_checkpoint(truncate)`.execute(town.db)
      fill()
      let status = 200
      for (let tries = 0; tries < 40 && status !== 507; tries += 1) {
        await officer.open('/staff/figures')
        await officer.press('加える', { ...figure, 名前: `満杯${tries}`, 出典: '長'.repeat(200) })
        status = officer.status
      }
      expect(status).toBe(507)
      expect(officer.words).toContain('サーバーのディスクに空きがありません')
      await officer.open('/staff/figures')
      expect(officer.words).toContain('一つ目')
      empty()
      await officer.press('加える', { ...figure, 名前: '空いたあと' })
      expect(officer.words).toContain('空いたあと')
      await town.close()
    })

    test('a backup and a restore say so, leave nothing half behind and change nothing', () => {
      const folder = join(disk, 'city')
      expect(shirube(folder, 'init', '--code', '082350', '--name', 'みほん市').status).toBe(0)
      const archive = join(disk, 'whole.backup')
      expect(shirube(folder, 'backup', '--out', archive).status).toBe(0)
      const before = shirube(folder, 'audit', 'verify')
      fill()
      const backup = shirube(folder, 'backup', '--out', join(disk, 'half.backup'))
      expect(backup).toMatchObject({
        status: 1,
        words: expect.stringContaining('ディスクに空きがありません'),
      })
      expect(existsSync(join(disk, 'half.backup'))).toBe(false)
      expect(shirube(folder, 'restore', archive, '--force').status).toBe(1)
      empty()
      expect(readdirSync(folder).filter((name) => name.startsWith('.backup'))).toEqual([])
      expect(shirube(folder, 'audit', 'verify')).toEqual(before)
      expect(shirube(folder, 'restore', archive, '--force').status).toBe(0)
    }, 180_000)
  },
)

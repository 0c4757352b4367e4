// An archive of 100 MB of files and the sample of a large plan, written while the database is open, and put back on an empty
// place. Baseline: gzip of the same folder by tar.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#src/features/migrations.ts'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { inventedPlan } from '#src/features/publication/core/invented-plan.ts'
import { locationOf } from '#src/platform/backup/backup-commands.ts'
import { restoreArchive } from '#src/platform/backup/restore-archive.ts'
import { writeArchive } from '#src/platform/backup/write-archive.ts'
import type { Context } from '#src/platform/context.ts'
import { keepFile } from '#src/platform/files.ts'
import { newId } from '#src/platform/ids.ts'
import { openInstallation } from '#src/platform/installation.ts'
import { readSettings } from '#src/platform/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
const settings = readSettings({ SHIRUBE_DATA_DIR: join(folder, 'data') })
const now = new Date('2026-11-24T00:00:00Z')
const db = await openInstallation(settings, allMigrations, () => undefined)
const actor = { id: 'secretary', roles: ['secretariat' as const] }
const context: Context = { db, actor, now, newId, source: 'bench' }
await importPlan(context, { plan: inventedPlan({ fields: 10, measures: 40, indicators: 1 }) })
for (let number = 0; number < 100; number += 1) {
  const file = {
    bytes: randomBytes(1_000_000),
    name: `${number}.bin`,
    contentType: 'application/octet-stream',
  }
  await keepFile(context, settings.folder, file)
}
const out = join(folder, 'all.backup')
const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1)

let began = performance.now()
const report = await writeArchive(out, { location: locationOf(settings), folder: settings.folder, now })
const written = performance.now() - began
console.log(
  `${report.rows} rows and ${report.files} files (${Math.round(statSync(out).size / 1e6)} MB) written in ${seconds(began)} s`,
)
began = performance.now()
spawnSync('tar', ['czf', join(folder, 'all.tgz'), settings.folder])
console.log(
  `ratio: ${(written / (performance.now() - began)).toFixed(1)} × tar and gzip of the same folder (${seconds(began)} s)`,
)
await db.destroy()
began = performance.now()
const place = { folder: join(folder, 'back'), databaseUrl: undefined, schema: '' }
const restored = await restoreArchive(out, { place, migrations: allMigrations, isForced: false, now, newId })
console.log(`${restored.rows} rows and ${restored.files} files put back and checked in ${seconds(began)} s`)
rmSync(folder, { recursive: true })
process.exit(0)

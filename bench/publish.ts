import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#src/features/migrations.ts'
import { importPlan } from '#src/features/plan/store/commands/import-plan.ts'
import { freezeVersion, publishVersion } from '#src/features/plan/store/commands/versions.ts'
import { inventedPlan } from '#src/features/publication/core/invented-plan.ts'
import { buildIfStale } from '#src/platform/assets.ts'
import { type Context, publicActor } from '#src/platform/context.ts'
import { newId } from '#src/platform/ids.ts'
import { openInstallation } from '#src/platform/installation.ts'
import { readSettings } from '#src/platform/settings.ts'
import { publishTo } from '#src/publish-command.ts'

/** Times the static copy of a site of more than 1,000 pages. Baseline: the aim of 20 seconds. */
await buildIfStale()
const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
const settings = readSettings({ SHIRUBE_DATA_DIR: folder })
const db = await openInstallation(settings, allMigrations, () => undefined)
const secretary: Context = {
  db,
  actor: { id: 'secretary', roles: ['secretariat'] },
  now: new Date('2026-04-01T00:00:00Z'),
  newId,
  source: 'bench',
}
const publisher: Context = { ...secretary, actor: { id: 'publisher', roles: ['publisher'] } }
const planId = await importPlan(secretary, {
  plan: inventedPlan({ fields: 10, measures: 34, indicators: 1 }),
})
const way = { planId, stage: 'outline-draft', gate: 'G1', publicNote: '' } as const
await publishVersion(publisher, { versionId: await freezeVersion(secretary, way) })

const start = performance.now()
const report = await publishTo(join(folder, 'site'), { ...secretary, actor: publicActor }, settings)
const seconds = (performance.now() - start) / 1000
console.log(`${report.pages} addresses, ${report.files} files, ${(report.bytes / 1e6).toFixed(1)} MB`)
console.log(`static copy: ${seconds.toFixed(1)} s (aim ≤ 20 s: ${seconds <= 20 ? 'kept' : 'MISSED'})`)
console.log(`ratio: ${((1000 * seconds) / report.pages).toFixed(1)} ms an address`)
await db.destroy()
rmSync(folder, { recursive: true })

// 40 sections × 30 target sheets: their workbooks come back in one ZIP, every one with 10 answers a sheet changed, and are read,
// reported and taken in. Aim: at most 10 s and 500 MB, with the progress said.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#src/features/migrations.ts'
import { sheetTemplates } from '#src/features/request-sheets/core/sheet-templates.ts'
import { unitBook } from '#src/features/request-sheets/core/workbook/write-unit-book.ts'
import { makeRound, sendRound } from '#src/features/request-sheets/store/commands.ts'
import { listRounds, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { getUnitBook } from '#src/features/request-sheets/store/queries-books.ts'
import type { NamedBook } from '#src/features/request-sheets/work/read-books.ts'
import { takeInBooks } from '#src/features/request-sheets/work/take-in-books.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import type { Context } from '#src/platform/context.ts'
import { newId } from '#src/platform/ids.ts'
import { openInstallation } from '#src/platform/installation.ts'
import type { JobResult } from '#src/platform/jobs/job-kind.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { writeZip } from '#src/platform/office/write-zip.ts'
import { readSettings } from '#src/platform/settings.ts'
import { aim } from './measure.ts'

const [sections, sheetsEach] = [40, 30]
const isPreparing = process.argv[2] === 'prepare'
const folder = isPreparing ? String(process.argv[3]) : mkdtempSync(join(tmpdir(), 'shirube-bench-'))
const zip = join(folder, 'all.zip')
// Written by a process of its own, so that its memory is not counted.
if (!isPreparing) {
  const words = ['--expose-gc', '--import', './tools/tsx.ts', 'bench/sheets.ts', 'prepare', folder]
  spawnSync(process.execPath, words, { stdio: 'inherit' })
}
const settings = readSettings({ SHIRUBE_DATA_DIR: join(folder, 'data') })
const now = new Date('2026-11-24T00:00:00Z')
const db = await openInstallation(settings, allMigrations, () => undefined)
const actor = { id: 'secretary', roles: ['secretariat' as const] }
const context: Context = { db, actor, now, newId, source: 'bench' }
const key = 'bench'
const fields = [...sheetTemplates.target]
const texts = fields.filter(({ kind }) => kind === 'text').slice(0, 10)

/** The workbook as a section returns it: the ten texts of every sheet are written anew. */
function answered(sheets: readonly WriteSheet[]): WriteSheet[] {
  const changed = new Set(texts.map(({ id }) => id))
  return sheets.map((sheet) =>
    sheet.isForPrograms
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) =>
            changed.has(String(row[0]).split('/')[1] ?? '')
              ? row.with(3, '担当課が書き直した文章です。'.repeat(12))
              : row,
          ),
        },
  )
}

async function prepare() {
  const unitIds = Array.from({ length: sections }, () => newId('ou'))
  const prefilled = Object.fromEntries(texts.map(({ id }) => [id, '計画にある文章です。'.repeat(12)]))
  const asked = (unitId: string, at: number) => ({
    unitId,
    subjectId: undefined,
    subject: `施策 ${at + 1}`,
    answers: prefilled,
    carried: [],
  })
  const roundId = await makeRound(context, {
    title: '施策・目標値依頼シート',
    sheetType: 'target',
    usedFor: '素案',
    fields,
    dueOn: '2027-01-29',
    sheets: unitIds.flatMap((unitId) => Array.from({ length: sheetsEach }, (_, at) => asked(unitId, at))),
  })
  await sendRound(context, { roundId, revision: 1 })
  const parts = []
  const began = performance.now()
  for (const [at, unitId] of unitIds.entries()) {
    const book = unitBook(await getUnitBook(context, { roundId, unitId, key }))
    parts.push({ name: `課${at}.xlsx`, content: await writeWorkbook(answered(book), { createdAt: now }) })
  }
  writeFileSync(zip, writeZip(parts))
  console.log(`${sections} workbooks written in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

if (isPreparing) {
  await prepare()
  process.exit(0)
}

const [round] = await listRounds(context)
const roundId = round?.id ?? ''
const before = process.memoryUsage().rss
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 20)
let steps = 0
const began = performance.now()
const cpuBefore = process.cpuUsage()
const module = new URL('../src/features/request-sheets/work/read-books-work.ts', import.meta.url)
const input = JSON.stringify({ files: [{ path: zip, name: 'all.zip' }] })
const { file } = await runInWorker<JobResult>(module, input, () => steps++).result
const read = performance.now()
const books = JSON.parse(new TextDecoder().decode(file?.bytes)) as NamedBook[]
const taken = await takeInBooks(context, books, { roundId, key, chosen: new Set() })
const whole = performance.now() - began
const { user, system } = process.cpuUsage(cpuBefore)
clearInterval(watch)
most = Math.max(most, process.memoryUsage().rss)
const cells = taken.reduce((sum, { count }) => sum + count, 0)
const expected = sections * sheetsEach * texts.length
const kept = (await listSheets(context, { roundId })).filter(({ answers }) =>
  texts.every(({ id }) => answers[id]?.startsWith('担当課が')),
).length
console.log(`read and said ${steps} times how far: ${((read - began) / 1000).toFixed(1)} s`)
console.log(`${cells} of ${expected} cells taken in, ${kept} of ${sections * sheetsEach} sheets whole`)
console.log(`all in ${(whole / 1000).toFixed(1)} s: ${aim(whole <= 10_000 && cells === expected)} (10 s)`)
console.log(
  `of it ${((user + system) / 1e6).toFixed(1)} s of processor time (more on a machine that others use too)`,
)
console.log(
  `memory ${Math.round(most / 1e6)} MB (${Math.round(before / 1e6)} MB before): ${aim(most <= 500e6)} (500 MB)`,
)
await db.destroy()
rmSync(folder, { recursive: true })
process.exit(0)

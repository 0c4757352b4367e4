import { hashOf } from '#src/formats/canonical-json.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { prefectureNameOf } from '../core/areas.ts'
import type { Dataset, DatasetContent } from '../core/dataset-form.ts'
import { isNumber } from '../core/figures.ts'
import { itemConflicts } from '../core/item-conflicts.ts'
import { permissions } from '../core/permissions.ts'
import { type ImportPlan, type PackedFile, planImport } from '../core/plan-import.ts'
import { findDatasetByTitle, listFigures, listItems } from './queries.ts'
import { inBatches, tables } from './tables.ts'

type TakeIn = {
  content: DatasetContent
  file: PackedFile
  fileName: string
  sha256: string
  /** The latest import of the data set when the look was made (0: there was none). */
  seen: number
}

/**
 * Takes a file over into its data set, which is found by its title or made. All of it or nothing; what is the same
 * stays as it is, under the import it came by.
 */
export const takeInFile = command(permissions, 'import-statistics', async (context, given: TakeIn) => {
  const { content, file, fileName, sha256, seen } = given
  const known = await findDatasetByTitle(context, content.title)
  if (known && known.kind !== content.kind) throw new Refusal('conflict', kindDiffers)
  if ((known?.lastImport ?? 0) !== seen) {
    throw new Refusal('stale', '確かめたあとに、同じ資料にほかの人が取り込みました。もう一度確かめてください')
  }
  const datasetId = known ? known.id : await addDataset(context, content)
  const [wrong] = itemConflicts(await listItems(context, datasetId), file.items)
  if (wrong) throw new Refusal('conflict', `「${wrong.value}」：${wrong.problem}`)
  const number = seen + 1
  const kept = known ? await listFigures(context, datasetId) : []
  const plan = planImport(kept, file, number)
  if (plan.rows.length === 0) throw new Refusal('conflict', '取り込むものがありません。いまの内容と同じです')
  await writeItems(context, datasetId, file.items)
  await writeAreas(context, file)
  await writeFigures(context, datasetId, plan.rows)
  await writeImport(context, { ...given, datasetId, number, plan, fileName })
  await describe(context, datasetId, { content, number })
  context.trail.afterHash = hashOf({ sha256, number })
  return datasetId
})

export const kindDiffers = 'この名前の資料は、別の種類の資料としてすでにあります。名前を変えてください'

async function addDataset(context: Context, { edition: _, ...content }: DatasetContent): Promise<string> {
  const id = context.newId('sr')
  await tables(context)
    .insertInto('statisticsDatasets')
    .values({ ...content, id, lastImport: 0, createdAt: context.now.toISOString() })
    .execute()
  return id
}

type Described = { content: DatasetContent; number: number }

/** The latest import says how the data set is to be cited. */
async function describe(context: Context, datasetId: string, { content, number }: Described) {
  const { publisher, url, licence, credit } = content
  await tables(context)
    .updateTable('statisticsDatasets')
    .set({ publisher, url, licence, credit, lastImport: number } satisfies Partial<Dataset>)
    .where('id', '=', datasetId)
    .execute()
}

async function writeItems(context: Context, datasetId: string, items: PackedFile['items']) {
  const known = new Set((await listItems(context, datasetId)).map(({ code }) => code))
  const added = items
    .filter(({ code }) => !known.has(code))
    .map((item, at) => ({ ...item, id: context.newId('se'), datasetId, order: known.size + at }))
  await inBatches(added, (some) => tables(context).insertInto('statisticsItems').values(some).execute())
}

async function writeAreas(context: Context, { areas, rows }: PackedFile) {
  const totals = latestTotals(rows)
  const known = await tables(context).selectFrom('statisticsAreas').selectAll().execute()
  const before = new Map(known.map((area) => [area.areaCode, area]))
  const written = areas.map(({ code, name }) => {
    const old = before.get(code)
    const total = totals.get(code)
    const isNewer = total !== undefined && (old?.residentsTime ?? '') <= total.time
    return {
      areaCode: code,
      // A file without names gives codes: they never take the place of a name that is known.
      name: (name === '' || name === code) && old ? old.name : name,
      prefecture: prefectureNameOf(code),
      residents: isNewer ? total.residents : (old?.residents ?? null),
      residentsTime: isNewer ? total.time : (old?.residentsTime ?? null),
    }
  })
  await inBatches(written, (some) =>
    tables(context)
      .insertInto('statisticsAreas')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('areaCode').doUpdateSet((set) => ({
          name: set.ref('excluded.name'),
          residents: set.ref('excluded.residents'),
          residentsTime: set.ref('excluded.residentsTime'),
        })),
      )
      .execute(),
  )
}

/** The total of SSDSE-A (A1101) at its latest time in the file. */
function latestTotals(rows: PackedFile['rows']) {
  const totals = new Map<string, { time: string; residents: number }>()
  for (const { areaCode, time, cells } of rows) {
    const residents = cells['A1101']
    if (isNumber(residents) && (totals.get(areaCode)?.time ?? '') <= time)
      totals.set(areaCode, { time, residents })
  }
  return totals
}

async function writeFigures(context: Context, datasetId: string, rows: ImportPlan['rows']) {
  const written = rows.map(({ cells, ...row }) => ({ ...row, datasetId, cells: JSON.stringify(cells) }))
  await inBatches(written, (some) =>
    tables(context)
      .insertInto('statisticsFigures')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['datasetId', 'areaCode', 'time'])
          .doUpdateSet((set) => ({ cells: set.ref('excluded.cells') })),
      )
      .execute(),
  )
}

type Written = TakeIn & { datasetId: string; number: number; plan: ImportPlan }

async function writeImport(context: Context, written: Written) {
  const { datasetId, number, plan, content, file, fileName, sha256 } = written
  await tables(context)
    .insertInto('statisticsImports')
    .values({
      datasetId,
      number,
      edition: content.edition,
      fileName,
      sha256,
      recognised: file.recognised,
      addedCount: plan.added,
      changedCount: plan.changed,
      sameCount: plan.same,
      importedAt: context.now.toISOString(),
      importedBy: context.actor.id,
    })
    .execute()
}

type NewGroup = { name: string; reason: string; codes: readonly string[] }

/** Declares a group of cities to compare with, with its reason. It stays as it is. */
export const declarePeerGroup = command(
  permissions,
  'declare-peer-group',
  async (context, { name, reason, codes }: NewGroup) => {
    const known = await tables(context)
      .selectFrom('statisticsPeerGroups')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirst()
    if (known) throw new Refusal('conflict', 'この名前のグループはすでにあります')
    const id = context.newId('pg')
    await tables(context)
      .insertInto('statisticsPeerGroups')
      .values({
        id,
        name,
        reason,
        codes: JSON.stringify(codes),
        decidedOn: tokyoDay(context.now),
        createdAt: context.now.toISOString(),
      })
      .execute()
    context.trail.afterHash = hashOf({ name, codes })
    return id
  },
)

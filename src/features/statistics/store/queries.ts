import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { Dataset } from '../core/dataset-form.ts'
import type { Item } from '../core/figures.ts'
import { permissions } from '../core/permissions.ts'
import type { Cells } from '../core/series.ts'
import { tables } from './tables.ts'

const datasetColumns = ['id', 'kind', 'title', 'publisher', 'url', 'licence', 'credit', 'lastImport'] as const

export async function listDatasets(context: Context): Promise<Dataset[]> {
  authorize(context, permissions, 'read-statistics')
  return tables(context)
    .selectFrom('statisticsDatasets')
    .select(datasetColumns)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function getDataset(context: Context, datasetId: string): Promise<Dataset> {
  authorize(context, permissions, 'read-statistics')
  const row = await tables(context)
    .selectFrom('statisticsDatasets')
    .select(datasetColumns)
    .where('id', '=', datasetId)
    .executeTakeFirst()
  return found(row, '資料')
}

export async function findDatasetByTitle(context: Context, title: string): Promise<Dataset | undefined> {
  return (await listDatasets(context)).find((dataset) => dataset.title === title)
}

export type ImportEntry = {
  datasetId: string
  number: number
  edition: string
  fileName: string
  sha256: string
  recognised: string
  addedCount: number
  changedCount: number
  sameCount: number
  importedAt: string
}

/** What was taken in, newest first: of one data set, or of all. */
export async function listImports(context: Context, datasetId?: string): Promise<ImportEntry[]> {
  authorize(context, permissions, 'read-statistics')
  const all = tables(context)
    .selectFrom('statisticsImports')
    .select([
      'datasetId',
      'number',
      'edition',
      'fileName',
      'sha256',
      'recognised',
      'addedCount',
      'changedCount',
      'sameCount',
      'importedAt',
    ])
    .orderBy('importedAt', 'desc')
    .orderBy('number', 'desc')
  return (datasetId ? all.where('datasetId', '=', datasetId) : all).execute()
}

export type KeptItem = Item & { id: string; datasetId: string }

/** The items of one data set, or of all, in the order of the files. */
export async function listItems(context: Context, datasetId?: string): Promise<KeptItem[]> {
  authorize(context, permissions, 'read-statistics')
  const all = tables(context)
    .selectFrom('statisticsItems')
    .innerJoin('statisticsDatasets', 'statisticsDatasets.id', 'statisticsItems.datasetId')
    .select([
      'statisticsItems.id',
      'statisticsItems.datasetId',
      'statisticsItems.code',
      'statisticsItems.name',
      'statisticsItems.unit',
      'statisticsItems.basis',
    ])
    .orderBy('statisticsDatasets.createdAt')
    .orderBy('statisticsDatasets.id')
    .orderBy('statisticsItems.order')
  return (datasetId ? all.where('statisticsItems.datasetId', '=', datasetId) : all).execute()
}

/** Everything kept of a data set: what an import is laid over. */
export async function listFigures(context: Context, datasetId: string) {
  authorize(context, permissions, 'read-statistics')
  const rows = await tables(context)
    .selectFrom('statisticsFigures')
    .select(['areaCode', 'time', 'cells'])
    .where('datasetId', '=', datasetId)
    .execute()
  return rows.map(({ cells, ...row }) => ({ ...row, cells: cellsOf(cells) }))
}

/** The cells were checked when they were written; a whole country of them is too many to check on every look. */
export const cellsOf = (text: string) => JSON.parse(text) as Cells

/** How many areas and which times a data set holds. */
export async function coverageOf(context: Context, datasetId: string) {
  authorize(context, permissions, 'read-statistics')
  const count = await tables(context)
    .selectFrom('statisticsFigures')
    .select((select) => select.fn.count<number>('areaCode').distinct().as('areas'))
    .where('datasetId', '=', datasetId)
    .executeTakeFirst()
  const times = await tables(context)
    .selectFrom('statisticsFigures')
    .select('time')
    .distinct()
    .where('datasetId', '=', datasetId)
    .orderBy('time')
    .execute()
  return { areas: count?.areas ?? 0, times: times.map(({ time }) => time) }
}

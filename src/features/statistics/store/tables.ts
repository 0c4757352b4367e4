import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { Basis } from '../core/basis.ts'
import type { SourceKind } from '../core/source-kinds.ts'

/** 資料: one published data set, whose editions are taken in one after the other. */
type DatasetRow = {
  id: string
  kind: SourceKind
  title: string
  publisher: string
  url: string
  licence: string
  credit: string
  lastImport: number
  createdAt: string
}

/** 項目 of a data set. */
type ItemRow = {
  id: string
  datasetId: string
  code: string
  name: string
  unit: string
  basis: Basis
  order: number
}

/** 取り込みの記録: one file that was taken in. */
type ImportRow = {
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
  importedBy: string
}

/** 地域. `residents` is the latest total of SSDSE-A, by which cities of similar size are found. */
type AreaRow = {
  areaCode: string
  name: string
  prefecture: string
  residents: number | null
  residentsTime: string | null
}

/**
 * 値: all figures of an area at one time, as JSON: item code → [value, number of the import it came by].
 *
 * A row a figure would be twenty times as many (1,741 × 125 a file), and no figure is ever asked for without its area.
 */
type FigureRow = { datasetId: string; areaCode: string; time: string; cells: string }

/** 比較グループ */
type PeerGroupRow = {
  id: string
  name: string
  reason: string
  codes: string
  decidedOn: string
  createdAt: string
}

/** 列の選び方, kept under a name for the next file of the same layout. */
type MappingRow = { name: string; mapping: string; savedAt: string }

export type StatisticsTables = {
  statisticsDatasets: DatasetRow
  statisticsItems: ItemRow
  statisticsImports: ImportRow
  statisticsAreas: AreaRow
  statisticsFigures: FigureRow
  statisticsPeerGroups: PeerGroupRow
  statisticsMappings: MappingRow
}

export const tables = (context: Context): Kysely<StatisticsTables> => context.db

/** Far below what either engine takes as parameters of one statement. */
const batch = 1000

export async function inBatches<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += batch) await insert(rows.slice(from, from + batch))
}

import type { ReadFile } from './figures.ts'
import { packFile, planImport } from './plan-import.ts'
import { type AreaRow, type AreaSeries, joinRows } from './series.ts'

/** Several files of one data set as series, without a database: a later file replaces the same value of an earlier. */
export function areasOf(files: readonly ReadFile[]): AreaSeries[] {
  const datasetId = 'files'
  const kept = new Map<string, AreaRow>()
  const names = new Map<string, string>()
  const items = new Map<string, ReadFile['items'][number] & { datasetId: string }>()
  for (const [index, file] of files.entries()) {
    const packed = packFile(file)
    for (const row of planImport([...kept.values()], packed, index + 1).rows) {
      kept.set(`${row.areaCode} ${row.time}`, { ...row, datasetId })
    }
    for (const { code, name } of packed.areas) names.set(code, name)
    for (const item of packed.items) items.set(item.code, { ...item, datasetId })
  }
  return joinRows([...kept.values()], { items: [...items.values()], names })
}

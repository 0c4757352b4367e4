import type { CsvFinding, CsvReport } from '../../core/csv-table.ts'

export type ImportKind = 'units' | 'people'
export const importLabels: Record<ImportKind, string> = { units: '組織', people: '職員と職' }

export type RehearsalState = {
  reports: readonly CsvReport[]
  ignored: readonly string[]
  text: string
  seen: string
  isStale: boolean
}

export type ImportState = {
  kind: ImportKind
  source?: string | undefined
  fileProblem?: string
  findings?: readonly CsvFinding[]
  rehearsal?: RehearsalState
}

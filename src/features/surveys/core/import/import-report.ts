import type { SurveyOption } from '#src/formats/survey-question.ts'
import type { FreeText } from '../answering/answer-cells.ts'
import type { ImportMapping } from './import-mapping.ts'

export type ImportFinding = { line: number; column: string; problem: string }

/** One row that may be taken in. */
export type ImportedRow = {
  /** Its line in the file. */
  line: number
  code: string | undefined
  /** The number of the answer in the other service. */
  id: string | undefined
  stratum: string
  receivedOn: string
  cells: Record<string, string>
  texts: FreeText[]
}

/** A value that is none of the options, how often it stands there, and what it may mean. */
export type UnmatchedValue = {
  column: string
  heading: string
  value: string
  count: number
  options: readonly Pick<SurveyOption, 'code' | 'label'>[]
}

/** Words that were taken for the same though they are not spelt alike. */
export type EquatedValue = { heading: string; value: string; label: string }

export type ImportReport = {
  mapping: ImportMapping
  /** The service that wrote the file, where its headings say so. */
  service: string | undefined
  headings: string[]
  /** The first values of each column, to know it by. */
  examples: string[]
  rows: ImportedRow[]
  findings: ImportFinding[]
  unmatched: UnmatchedValue[]
  equated: EquatedValue[]
  /** Rows that were not answered to the end. */
  partial: number
  /** Columns of the file that are not read. */
  ignored: string[]
  /** Columns of the questionnaire the file does not have: 無回答 everywhere. */
  absent: string[]
}

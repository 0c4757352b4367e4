import type { References } from '../references.ts'
import type { RequestRound, RequestSheet } from '../sheets.ts'

/** What a returned workbook is compared with: the round, and the sheets of the unit as they are now. */
export type Known = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  references: References
  municipalityCode: string
  /** The installation's key for the checks. */
  key: string
}

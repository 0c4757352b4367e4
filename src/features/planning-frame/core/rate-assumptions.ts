import { z } from 'zod'
import { householdTypes } from '#src/lib/demography/households.ts'

const share = z.number().min(0).max(1)

const rateRow = (columns: number) =>
  z.strictObject({
    year: z.int(),
    sex: z.enum(['M', 'F']),
    from: z.int(),
    to: z.int().optional(),
    rates: z.array(share).length(columns),
  })

/**
 * A counted number and the residents it was counted among: the rates are multiplied by one factor, so that the
 * projection of that year has as many per resident. Per resident, because a projection has its own error.
 */
const fit = z.strictObject({ year: z.int(), counted: z.number().positive(), among: z.number().positive() })
export type Fit = z.infer<typeof fit>

/** What heads of household are by type, then who lives in institutions (施設等の世帯), in the order of the columns. */
export const headshipColumns = [...householdTypes, 'institutional'] as const

/** 世帯主率: rates by year, sex and age of each type of household, what they were fitted to, and their source. */
export const headshipAssumption = z.strictObject({
  rows: z.array(rateRow(headshipColumns.length)).min(1),
  fit: fit.optional(),
  source: z.string(),
})
export type HeadshipAssumption = z.infer<typeof headshipAssumption>

const industryShares = z.strictObject({
  year: z.int(),
  primary: share,
  secondary: share,
  tertiary: share,
  unclassified: share,
})
export type IndustryRow = z.infer<typeof industryShares>

/** 就業率: participation by year, sex and age, the shares of industries by year, and their source. */
export const participationAssumption = z.strictObject({
  rows: z.array(rateRow(1)).min(1),
  industries: z.array(industryShares),
  fit: fit.optional(),
  source: z.string(),
})
export type ParticipationAssumption = z.infer<typeof participationAssumption>

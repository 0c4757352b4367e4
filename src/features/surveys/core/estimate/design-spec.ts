import { z } from 'zod'
import { populationTable } from '#src/formats/survey-design.ts'

const column = z.string().min(1)

/** Known persons: written out, or in a CSV beside the spec whose column `count` holds them. */
const personsTable = z.union([
  populationTable,
  z.strictObject({ file: z.string().min(1), by: z.array(column), count: column }),
])

/** One number, the column that repeats it on every row, or a table by stratum. */
const persons = z.union([z.number().positive(), z.strictObject({ column }), personsTable])

const calibration = z.strictObject({
  method: z.enum(['raking', 'post-stratification']),
  margins: z.array(personsTable).min(1),
  /** Weights before: those of the design, or the same for everybody. */
  start: z.enum(['design', 'equal']).default('design'),
  residuals: z.enum(['final-weights', 'start-weights', 'iterative']).default('final-weights'),
  rescale: z.boolean().default(false),
  tolerance: z.number().positive().optional(),
  passes: z.int().positive().optional(),
  trim: z
    .strictObject({
      percentile: z.number().min(0).max(1),
      spread: z.enum(['equal', 'proportional']).default('proportional'),
    })
    .optional(),
})

/** How the respondents were chosen, as a spec says it. */
export const designSpec = z.strictObject({
  kind: z.enum(['simple', 'stratified', 'cluster', 'quota', 'census']).default('simple'),
  strata: z.array(column).default([]),
  clusters: column.optional(),
  /** The numbers of clusters begin anew in every stratum. */
  nestedClusters: z.boolean().default(false),
  /**
   * Column of ready weights; without it N_h/n_h, where only clusters are known M_h/m_h, and where nothing is
   * known 1.
   */
  weights: column.optional(),
  /** Persons of the population, by stratum where there are strata. */
  population: persons.optional(),
  /** First-stage units of the population by stratum, for the finite correction of a clustered design. */
  clusterPopulation: persons.optional(),
  finiteCorrection: z.boolean().default(true),
  lonelyStratum: z.enum(['refuse', 'centre']).default('refuse'),
  /** Groups of strata (their codes in the order of `strata`) that count as one for variances. */
  mergeStrata: z.array(z.array(z.array(z.string())).min(2)).default([]),
  calibration: calibration.optional(),
})

export type DesignSpec = z.infer<typeof designSpec>
export type PersonsSpec = z.infer<typeof persons>
export type PersonsTable = z.infer<typeof personsTable>
export type CalibrationSpec = z.infer<typeof calibration>

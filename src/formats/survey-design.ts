import { z } from 'zod'
import { words } from './id.ts'
import { columnName, optionCode } from './survey-question.ts'

/** Persons of one combination of codes, in the order of `by`. */
const cell = z.strictObject({ codes: z.array(optionCode), population: z.number().min(0) })

/** Known totals of one variable or of a combination (`by`). */
export const populationTable = z.strictObject({ by: z.array(columnName), cells: z.array(cell) })

/** How respondents were chosen, and what is known of everybody. */
export const surveyDesign = z.strictObject({
  /** `quota` is no probability sample: no sampling error is given for it. `census` asked everybody. */
  kind: z.enum(['simple', 'stratified', 'cluster', 'quota', 'census']),
  description: words.default(''),
  /** 母集団: persons; null when not known (taken as infinite). */
  population: z.number().positive().nullable().default(null),
  /** 層 and the persons of each; its variables are columns of the answers. */
  strata: populationTable.nullable().default(null),
  /** Column of the first-stage unit (投票区 …). */
  clusterColumn: columnName.nullable().default(null),
  /** First-stage units of the population in each stratum, where clusters were drawn. */
  clusterPopulation: populationTable.nullable().default(null),
  finiteCorrection: z.boolean().default(true),
  /** Column of ready weights; without it N_h/n_h. */
  weightColumn: columnName.nullable().default(null),
  /** Totals to which weights may be raked. */
  margins: z.array(populationTable).default([]),
})

const count = z.int().min(0)

/** 回収状況 of one stratum (or of everybody: no codes). */
export const fieldworkRow = z.strictObject({
  codes: z.array(optionCode).default([]),
  distributedCount: count,
  undeliverableCount: count.default(0),
  returnedCount: count,
  invalidCount: count.default(0),
  validCount: count,
  paperCount: count.optional(),
  webCount: count.optional(),
})

export type SurveyDesign = z.infer<typeof surveyDesign>
export type PopulationTable = z.infer<typeof populationTable>

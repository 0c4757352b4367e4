import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { type DesignSpec, designSpec } from './design-spec.ts'

/**
 * The design of a dataset in the words of a spec. Its margins are not applied: raking is asked for in a
 * spec.
 */
export function designOfDataset({ design }: SurveyDataset): DesignSpec {
  const population = design.strata ?? design.population
  return designSpec.parse({
    kind: design.kind,
    strata: design.strata?.by ?? [],
    finiteCorrection: design.finiteCorrection,
    ...(design.clusterColumn === null ? {} : { clusters: design.clusterColumn }),
    ...(design.weightColumn === null ? {} : { weights: design.weightColumn }),
    ...(population === null ? {} : { population }),
    ...(design.clusterPopulation === null ? {} : { clusterPopulation: design.clusterPopulation }),
  })
}

import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { buildDesign, unknownDesign } from '../estimate/build-design.ts'
import { designOfDataset } from '../estimate/design-of-dataset.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { frameOfDataset } from '../frame/frame-of-dataset.ts'

/**
 * What statistics of a dataset are computed from: its answers with the weights of its design. A stratum of one answer takes
 * the difference from the mean of all (`centre`), so that the page still stands; `designNotes` says so.
 */
export function workOf(dataset: SurveyDataset): Work {
  const frame = frameOfDataset(dataset)
  const built =
    dataset.answers.count === 0
      ? unknownDesign(0)
      : buildDesign(frame, { ...designOfDataset(dataset), lonelyStratum: 'centre' }, new Map())
  return { frame, built }
}

export const isWeighted = ({ built }: Work): boolean =>
  built.design.weights.some((weight) => weight !== built.design.weights[0])

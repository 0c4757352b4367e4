import type { JobRun } from '#src/platform/jobs/job-kind.ts'
import { networkReport } from '../core/network-report.ts'
import { pictureOf } from '../core/suggestions.ts'
import { analysisInput, jsonFile, knownOnly } from './analysis-input.ts'
import { tokeniseRows } from './tokenise-rows.ts'

/** Draws the network of words in a worker thread. */
export const run: JobRun = async (given, progress) => {
  const { rows, forcedWords, lists, seed } = analysisInput.parse(given)
  progress(10, '文を語に分けています')
  const { units, made } = await tokeniseRows(knownOnly(rows), { forcedWords, lists, seed })
  progress(60, 'いっしょに使われる語をさがしています')
  const picture = pictureOf(networkReport(units, made))
  progress(95, '書き出しています')
  return {
    file: jsonFile(picture, '共起ネットワーク.json'),
    remarks: [`語 ${picture.nodes.length}`, `線 ${picture.edges.length}`],
  }
}

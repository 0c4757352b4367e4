import { z } from 'zod'
import type { JobRun } from '#src/platform/jobs/job-kind.ts'
import { groupReport } from '../core/group-report.ts'
import { proposalsOf } from '../core/grouping.ts'
import { analysisInput, jsonFile, knownOnly } from './analysis-input.ts'
import { tokeniseRows } from './tokenise-rows.ts'

const input = analysisInput.extend({ topics: z.number().optional() })

/** Proposes groups of opinions in a worker thread; leaves a file of ids and reasons. */
export const run: JobRun = async (given, progress) => {
  const { rows, forcedWords, lists, seed, topics } = input.parse(given)
  progress(10, '文を語に分けています')
  const { units, made } = await tokeniseRows(knownOnly(rows), { forcedWords, lists, seed })
  progress(50, '似た文面と話題をさがしています')
  const proposals = proposalsOf(groupReport(units, made, topics ? { topics } : {}))
  progress(95, '書き出しています')
  return {
    file: jsonFile(proposals, 'まとまりの提案.json'),
    remarks: [`同じ文面 ${proposals.wordings.length}組`, `話題 ${proposals.topics.length}組`],
  }
}

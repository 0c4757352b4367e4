import { z } from 'zod'
import type { JobRun } from '#src/platform/jobs/job-kind.ts'
import { groupReport } from '../core/group-report.ts'
import { proposalsOf } from '../core/grouping.ts'
import { tokeniseRows } from './tokenise-rows.ts'

const input = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      submission: z.string(),
      submitter: z.string().optional(),
      district: z.string().optional(),
    }),
  ),
  forcedWords: z.array(z.object({ word: z.string(), base: z.string() })),
  seed: z.string(),
  topics: z.number().optional(),
})

/** Proposes groups of opinions in a worker thread; leaves a file of ids and reasons. */
export const run: JobRun = async (given, progress) => {
  const { rows, forcedWords, seed, topics } = input.parse(given)
  progress(10, '文を語に分けています')
  const plain = rows.map(({ submitter, district, ...row }) => ({
    ...row,
    ...(submitter ? { submitter } : {}),
    ...(district ? { district } : {}),
  }))
  const { units, made } = await tokeniseRows(plain, { forcedWords, seed })
  progress(50, '似た文面と話題をさがしています')
  const proposals = proposalsOf(groupReport(units, made, topics ? { topics } : {}))
  progress(95, '書き出しています')
  const text = JSON.stringify(proposals)
  return {
    file: {
      bytes: new TextEncoder().encode(text),
      name: 'まとまりの提案.json',
      contentType: 'application/json',
    },
    remarks: [`同じ文面 ${proposals.wordings.length}組`, `話題 ${proposals.topics.length}組`],
  }
}

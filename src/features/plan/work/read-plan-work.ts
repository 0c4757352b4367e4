import { seededIds } from '#src/platform/ids.ts'
import { type ImportResult, refusalWords } from '../core/import/import-finding.ts'
import { readPlanFile } from '../core/import/read-plan-file.ts'

type Input = { base64: string; seed: string; municipalityCode?: string; municipalityName?: string }

/** Reads an uploaded plan in a worker thread: a large file must not hold up the others. */
export async function run({ base64, seed, ...options }: Input): Promise<ImportResult> {
  const result = readPlanFile(Buffer.from(base64, 'base64'), { newId: seededIds(seed), ...options })
  if (result.refusals) return { refusals: result.refusals.map((one) => ({ message: refusalWords(one) })) }
  return result
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type CliCall, UnusableCall } from '#src/platform/cli.ts'
import { seededIds } from '#src/platform/ids.ts'
import { findingWords, refusalWords } from '../core/import/import-finding.ts'
import { readPlanFile } from '../core/import/read-plan-file.ts'

/** Reads the plan a command names first. */
export const planFrom = ({ positionals: [path], remark }: CliCall) => planAt(path, remark)

/** Reads a plan of a file. Ids given to it follow from its bytes: the same file gives the same ids. */
export async function planAt(
  path: string | undefined,
  remark: CliCall['remark'],
): Promise<PlanDocument | undefined> {
  if (!path) throw new UnusableCall('ファイルの名前を書いてください。')
  const bytes = await readFile(path)
  const seed = createHash('sha256').update(bytes).digest('hex')
  const result = readPlanFile(bytes, { newId: seededIds(seed) })
  if (!result.refusals) {
    for (const finding of result.findings) remark(findingWords(finding))
    return result.plan
  }
  for (const refusal of result.refusals) remark(`${path}：${refusalWords(refusal)}`)
  return undefined
}

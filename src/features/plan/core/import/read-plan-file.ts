import { decodeText } from '#src/lib/csv/decode-text.ts'
import type { ImportResult } from './import-finding.ts'
import { readPlanJson } from './read-plan-json.ts'
import { type ImportOptions, readStratml } from './read-stratml.ts'

/** Files larger than this are refused unread. */
export const largestPlanFile = 10 * 1024 * 1024

/** Reads a plan from a file's bytes; its content, not its name, decides the format. */
export function readPlanFile(bytes: Uint8Array, options: ImportOptions): ImportResult {
  if (bytes.length === 0) return { refusals: [{ message: 'ファイルが空です' }] }
  if (bytes.length > largestPlanFile) {
    const size = Math.round(bytes.length / 1024 / 1024)
    return { refusals: [{ message: `ファイルが大きすぎます（${size}MB）。10MBまで受け付けます` }] }
  }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { refusals: [{ message: decoded.problem }] }
  const text = decoded.text.replace(/^\uFEFF/, '')
  const first = text.trimStart().charAt(0)
  if (first === '{' || first === '[') return readPlanJson(text)
  if (first === '<') return readStratml(text, options)
  return { refusals: [{ message: 'StratML（XML）か標のJSONのファイルを選んでください' }] }
}

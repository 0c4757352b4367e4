import type { z } from 'zod'
import { issueWords } from '#src/formats/issue-words.ts'
import { planDocument, planFormat } from '#src/formats/plan-document.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import type { ImportRefusal, ImportResult } from './import-finding.ts'

const mostRefusals = 100

/** Reads a PlanDocument from JSON: strictly, because a misspelt field would otherwise be lost in silence. */
export function readPlanJson(text: string): ImportResult {
  const { value, problem } = readJson(text)
  if (problem !== undefined) return { refusals: [{ message: problem }] }
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  if (schema !== planFormat) return { refusals: [{ path: 'schema', message: schemaWords(schema) }] }
  const read = planDocument.safeParse(value)
  if (read.success) return { plan: read.data, findings: [] }
  return { refusals: formatRefusals(read.error) }
}

/** What of a document does not fit the format, by path. */
export function formatRefusals(error: z.ZodError): ImportRefusal[] {
  const refusals = error.issues.slice(0, mostRefusals).map(
    (issue): ImportRefusal => ({
      path: issue.path.map(String).join('.'),
      message: issueWords(issue),
    }),
  )
  const more = error.issues.length - refusals.length
  return more > 0 ? [...refusals, { message: `ほかに${more}件あります` }] : refusals
}

function schemaWords(schema: unknown): string {
  const version = /^shirube-plan\/(\d+)$/.exec(String(schema))?.[1]
  if (version && Number(version) > 1) {
    return `新しい版の標でつくられた計画です（${String(schema)}）。標を新しくしてから取り込んでください`
  }
  return `標の計画のJSONではありません（schema が「${planFormat}」ではありません）`
}

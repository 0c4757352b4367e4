import type { z } from 'zod'
import { planDocument, planFormat } from '#src/formats/plan-document.ts'
import type { ImportRefusal, ImportResult } from './import-finding.ts'

const mostRefusals = 100

/** Reads a PlanDocument from JSON: strictly, because a misspelt field would otherwise be lost in silence. */
export function readPlanJson(text: string): ImportResult {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return {
      refusals: [
        { ...placeOf(text, error), message: 'JSONとして読めません。途中で切れていないか確かめてください' },
      ],
    }
  }
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
      message:
        issue.code === 'unrecognized_keys'
          ? `「${issue.keys.join('」「')}」という欄はありません`
          : issueWords(issue),
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

/** Our own messages are Japanese; the library's are put into words by their kind. */
function issueWords(issue: { code?: string; message: string }): string {
  if (/[ぁ-んァ-ヶ一-龠]/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return /received undefined/.test(issue.message) ? '値がありません' : '値の種類が違います'
    case 'invalid_value':
      return '決められた言葉ではありません'
    case 'too_big':
      return '長すぎるか、大きすぎます'
    case 'too_small':
      return '短すぎるか、小さすぎます'
    default:
      return '値の形が違います'
  }
}

/** Line of the place an engine names by its offset. */
function placeOf(text: string, error: unknown): { line?: number } {
  const offset = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  return offset === undefined ? {} : { line: text.slice(0, Number(offset)).split('\n').length }
}

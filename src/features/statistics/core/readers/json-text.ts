import { readJson } from '#src/lib/json/read-json.ts'
import type { Finding } from '../figures.ts'
import { htmlProblem } from '../table-text.ts'

export type JsonRead = { value: unknown } | { findings: Finding[] }

/** JSON of a service saved as a file. A saved web page, an error answer and a cut file are told apart in words. */
export function readJsonText(text: string): JsonRead {
  if (/^\uFEFF?\s*</.test(text)) return refusal(htmlProblem)
  const { value, problem } = readJson(text)
  return problem === undefined ? { value } : refusal(problem)
}

/** A whole file refused with one sentence. */
export const refusal = (problem: string, column = ''): { findings: Finding[] } => ({
  findings: [{ line: 1, column, value: '', problem }],
})

/** A member of an object whatever the case of its name: the services write RESULT and result. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const key = Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : (value as Record<string, unknown>)[key]
}

/** The member at a path of names. */
export const memberAt = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((inside, name) => member(inside, name), value)

/** These services give one thing as an object and several as a list. */
export const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** The text of `"$"`, of a text or of a number. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  const inside = member(value, '$')
  return typeof inside === 'string' || typeof inside === 'number' ? String(inside) : ''
}

/** What a statistic stands on, by its name. */
export const basisOfTitle = (title: string): 'census' | 'register' | 'neutral' =>
  /住民基本台帳/.test(title) ? 'register' : /国勢調査/.test(title) ? 'census' : 'neutral'

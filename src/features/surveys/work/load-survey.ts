import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { issueWords } from '#src/formats/issue-words.ts'
import { type SurveyDataset, surveyDataset, surveyFormat } from '#src/formats/survey-dataset.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import { type BuiltDesign, buildDesign, unknownDesign } from '../core/estimate/build-design.ts'
import { designOfDataset } from '../core/estimate/design-of-dataset.ts'
import type { DesignSpec } from '../core/estimate/design-spec.ts'
import { type EstimateSpec, estimateFormat, estimateSpec } from '../core/estimate/estimate-spec.ts'
import { frameOfCsv, joinFrames } from '../core/frame/frame-of-csv.ts'
import { frameOfDataset } from '../core/frame/frame-of-dataset.ts'
import type { SurveyFrame } from '../core/frame/survey-frame.ts'

/** Answers with their design, from whatever file they came. */
export type LoadedSurvey = {
  frame: SurveyFrame
  built: BuiltDesign
  /** The file of the answers and the SHA-256 of its bytes. */
  data?: { file: string; rows: number; hash: string }
  spec?: EstimateSpec
  dataset?: SurveyDataset
}

/**
 * Reads a survey for the command line: a `shirube-survey/1`, a CSV of answers, or a spec that names one of
 * them.
 *
 * Refuses (RangeError, in words) what is none of them, and what does not fit together.
 */
export async function loadSurvey(path: string, dataPath?: string): Promise<LoadedSurvey> {
  const bytes = await readFile(path)
  if (!looksLikeJson(bytes)) return fromCsv(path, bytes)
  const value = jsonOf(bytes, path)
  const schema = value !== null && typeof value === 'object' && 'schema' in value ? value.schema : undefined
  if (schema === surveyFormat) return fromDataset(path, bytes, parsed(surveyDataset, value))
  if (schema === estimateFormat) return fromSpec(path, parsed(estimateSpec, value), dataPath)
  throw new RangeError(`「${path}」の schema は、${surveyFormat} か ${estimateFormat} です`)
}

const looksLikeJson = (bytes: Uint8Array) => /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)))

function fromCsv(path: string, bytes: Uint8Array): LoadedSurvey {
  const frame = frameOfCsv(textOf(bytes, path))
  return { frame, built: unknownDesign(frame.rows), data: dataOf(path, bytes, frame) }
}

function fromDataset(path: string, bytes: Uint8Array, dataset: SurveyDataset): LoadedSurvey {
  const frame = frameOfDataset(dataset)
  const built = buildDesign(frame, designOfDataset(dataset), new Map())
  return { frame, built, data: dataOf(path, bytes, frame), dataset }
}

async function fromSpec(path: string, spec: EstimateSpec, dataPath?: string): Promise<LoadedSurvey> {
  const beside = (name: string) => resolve(dirname(path), name)
  const file = dataPath ?? (spec.data === undefined ? undefined : beside(spec.data))
  if (file === undefined) {
    const frame: SurveyFrame = { rows: 1, columns: new Map(), marks: new Map() }
    return { frame, built: unknownDesign(1), spec }
  }
  const { dataset, ...main } = await readAnswers(file, spec)
  const data = { ...main.data, file: dataPath ?? spec.data ?? file }
  let { frame } = main
  for (const { file: name, on, options } of spec.join) {
    const side = frameOfCsv(textOf(await readFile(beside(name)), name), { missing: spec.missing, options })
    frame = joinFrames(frame, side, on)
  }
  const design = spec.design ?? (dataset ? designOfDataset(dataset) : undefined)
  const sides = await sideTables(design, beside)
  const built = design ? buildDesign(frame, design, sides) : unknownDesign(frame.rows)
  return { frame, built, data, spec, ...(dataset ? { dataset } : {}) }
}

async function readAnswers(file: string, spec: EstimateSpec) {
  const bytes = await readFile(file)
  if (looksLikeJson(bytes)) {
    const dataset = parsed(surveyDataset, jsonOf(bytes, file))
    const frame = frameOfDataset(dataset)
    return { dataset, frame, data: dataOf(file, bytes, frame) }
  }
  const frame = frameOfCsv(textOf(bytes, file), spec)
  return { frame, data: dataOf(file, bytes, frame) }
}

/** Every CSV a design names for its persons. */
async function sideTables(design: DesignSpec | undefined, beside: (name: string) => string) {
  const tables = [design?.population, design?.clusterPopulation, ...(design?.calibration?.margins ?? [])]
  const names = tables.flatMap((table) => (typeof table === 'object' && 'file' in table ? [table.file] : []))
  const sides = new Map<string, SurveyFrame>()
  for (const name of new Set(names)) sides.set(name, frameOfCsv(textOf(await readFile(beside(name)), name)))
  return sides
}

const dataOf = (file: string, bytes: Uint8Array, { rows }: SurveyFrame) => ({
  file,
  rows,
  hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
})

function textOf(bytes: Uint8Array, name: string): string {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) throw new RangeError(`「${name}」：${decoded.problem}`)
  return decoded.text
}

function jsonOf(bytes: Uint8Array, name: string): unknown {
  const { value, problem } = readJson(textOf(bytes, name))
  if (problem !== undefined) throw new RangeError(`「${name}」：${problem}`)
  return value
}

/** A value of a schema; what is wrong is told with its place, at most ten of it. */
function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const lines = result.error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.length > 0 ? issue.path.join('.') : '全体'}：${issueWords(issue)}`)
  throw new RangeError(`形式に合いません。\n${lines.join('\n')}`)
}

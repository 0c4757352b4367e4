import { z } from 'zod'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { Shape } from './plan-shapes.ts'

/** One `key: value` line of an OtherInformation. */
export type InformationLine = { key: string; value: string }

type Fields = Readonly<Record<string, unknown>>

/**
 * The fields of a value as lines, in the order of the format; what says nothing (the default) is left out.
 *
 * Words stand as they are when they fit on a line, everything else as JSON. A list gives one line an element.
 */
export function linesOf(shape: Shape, value: Fields, keys: readonly string[]): InformationLine[] {
  return keys.flatMap((key) => {
    const schema = shape[key]
    if (!schema || saysNothing(schema, value[key])) return []
    return lineValues(schema, value[key]).map((line) => ({ key, value: line }))
  })
}

export const joinLines = (lines: readonly InformationLine[]): string =>
  lines.map(({ key, value }) => `${key}: ${value}`).join('\n')

function lineValues(schema: z.core.$ZodType, value: unknown): string[] {
  const inner = bareSchema(schema)
  if (!(inner instanceof z.ZodArray) || !Array.isArray(value)) return [lineValue(pruned(schema, value))]
  if (value.length === 0) return ['[]']
  return value.map((one) => lineValue(pruned(inner.element, one)))
}

/** A text that could be taken for JSON, or does not fit on one line, is written as a JSON string. */
function lineValue(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return plainLine.test(value) && value === value.trim() ? value : JSON.stringify(value)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a text with control characters is written as JSON
const plainLine = /^(?!["[])[^\u0000-\u001F\u0085\u2028\u2029]*$/

function saysNothing(schema: z.core.$ZodType, value: unknown): boolean {
  if (value === undefined) return true
  const absent = z.safeParse(schema, undefined)
  return absent.success && canonicalJson(absent.data) === canonicalJson(value)
}

/** The value with its fields in the order of the format, without those that say nothing. */
function pruned(schema: z.core.$ZodType, value: unknown): unknown {
  const inner = bareSchema(schema)
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((one) => pruned(inner.element, one))
  }
  if (!(inner instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value
  const fields = value as Fields
  return Object.fromEntries(
    Object.entries(inner.shape)
      .filter(([key, field]) => !saysNothing(field, fields[key]))
      .map(([key, field]) => [key, pruned(field, fields[key])]),
  )
}

/** The schema without its default and its permission to be absent. */
export function bareSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return bareSchema(schema.unwrap())
  }
  return schema
}

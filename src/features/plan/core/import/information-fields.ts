import { z } from 'zod'
import type { XmlElement } from '#src/lib/xml/read-xml.ts'
import { bareSchema } from '../export/information-lines.ts'
import { ownMark, type Shape } from '../export/plan-shapes.ts'
import { one } from './xml-words.ts'

/** The `key: value` lines of an OtherInformation that this system wrote, by key. */
export type Lines = ReadonlyMap<string, readonly string[]>

/** Whether the lines of a StratML plan are ours to be read as fields. */
export const isOwn = (root: XmlElement): boolean =>
  one(root, 'OtherInformation')?.text.split('\n')[0] === `schema: ${ownMark}`

export function linesIn(element: XmlElement): Lines {
  const lines = new Map<string, string[]>()
  for (const line of (one(element, 'OtherInformation')?.text ?? '').split('\n')) {
    const at = line.indexOf(': ')
    if (at <= 0) continue
    const key = line.slice(0, at)
    lines.set(key, [...(lines.get(key) ?? []), line.slice(at + 2)])
  }
  return lines
}

/** The fields of a shape that have lines, as values. */
export function fieldsFrom(shape: Shape, lines: Lines): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(shape)) {
    const values = lines.get(key)
    if (values) fields[key] = fieldValue(schema, values)
  }
  return fields
}

function fieldValue(schema: z.core.$ZodType, values: readonly string[]): unknown {
  const inner = bareSchema(schema)
  if (!(inner instanceof z.ZodArray)) return lineValue(inner, values[0] ?? '')
  if (values.length === 1 && values[0] === '[]') return []
  return values.map((value) => lineValue(inner.element, value))
}

/** Words stand as they are where the field takes words; all else is JSON. */
function lineValue(schema: z.core.$ZodType, value: string): unknown {
  const isJson = value.startsWith('"') || value.startsWith('[')
  if (!isJson && z.safeParse(schema, value).success) return value
  try {
    return JSON.parse(value)
  } catch {
    return value // spoilt by hand: the format refuses it by its path
  }
}

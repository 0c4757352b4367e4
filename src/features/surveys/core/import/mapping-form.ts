import { z } from 'zod'
import { type ImportMapping, importMapping, type Separator, separatorLabels } from './import-mapping.ts'

type Texts = Readonly<Record<string, string | undefined>>

export const useField = (at: number) => `use-${at}`
export const matchField = (at: number) => `match-${at}`

/** Choices for a value that is no option, besides the options: 無効 and 無回答. Not chosen yet is another thing. */
export const matchWords = { INV: '無効にする', NONE: '無回答にする' } as const

const matches = z.array(z.strictObject({ column: z.string(), value: z.string(), code: z.string() }))

/** The mapping as its form was filled in; undefined where the form had none, or somebody sent what it cannot be. */
export function mappingEntered(headings: readonly string[], entered: Texts): ImportMapping | undefined {
  if (entered[useField(0)] === undefined) return undefined
  const uses = Object.fromEntries(headings.map((heading, at) => [heading, entered[useField(at)] || 'skip']))
  const separator = Object.keys(separatorLabels).find((one) => nameOf(one) === entered['separator'])
  const told = toldMatches(entered)
  const read = importMapping.safeParse({
    uses,
    separator: (separator ?? ';') as Separator,
    isOtherFree: entered['otherFree'] === 'yes',
    isByPlace: entered['byPlace'] === 'yes',
    matches: told,
  })
  return read.success ? read.data : undefined
}

/** A name for a sign, since line breaks and blanks do not travel in a form as they are. */
export const nameOf = (separator: string) => `u${separator.codePointAt(0)}`

function toldMatches(entered: Texts): ImportMapping['matches'] {
  const before = matches.safeParse(jsonOf(entered['matches']))
  const kept = before.success ? before.data : []
  const added: ImportMapping['matches'] = []
  for (let at = 0; entered[`${matchField(at)}-value`] !== undefined; at++) {
    const code = entered[matchField(at)] ?? ''
    if (code === '') continue
    const column = entered[`${matchField(at)}-column`] ?? ''
    const value = entered[`${matchField(at)}-value`] ?? ''
    added.push({ column, value, code: code === 'NONE' ? '' : code })
  }
  const isNew = (one: ImportMapping['matches'][number]) =>
    !added.some((other) => other.column === one.column && other.value === one.value)
  return [...kept.filter(isNew), ...added]
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '[]')
  } catch {
    return []
  }
}

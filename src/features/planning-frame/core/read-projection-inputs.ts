import { projectionFormat, projectionInputs } from '#src/formats/projection-inputs.ts'
import type { Flag, Problem } from '#src/lib/demography/projection-error.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { distributeUnknown } from '#src/lib/demography/unknown-age.ts'

/** An area that cannot be projected, by what the file calls it, with every reason. */
export type RefusedArea = { name: string; problems: readonly Problem[] }

export type ReadAreas = {
  areas: { inputs: ProjectionInputs; notes: Flag[] }[]
  refused: RefusedArea[]
  /** One area stood in the file by itself, not in a list. */
  isSingle: boolean
}

/**
 * `distributeUnknown`: unknown ages are spread instead of refused, and that is noted. `before`: how many areas
 * of the same list were read before these.
 */
export type ReadingOptions = { distributeUnknown?: boolean; before?: number }

/**
 * Reads the value of a JSON file: one ProjectionInputs, a list of them, or an example file with `inputs`
 * inside. Areas of another shape are set aside with their reasons, the others are read all the same; figures
 * are judged in projecting.
 */
export function readProjectionInputs(value: unknown, options: ReadingOptions = {}): ReadAreas {
  const isSingle = !Array.isArray(value)
  const read: ReadAreas = { areas: [], refused: [], isSingle }
  for (const [at, one] of (isSingle ? [value] : (value as unknown[])).entries()) {
    readArea(unwrapped(one), { at: at + (options.before ?? 0), read, options })
  }
  return read
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined

/** Files with an example and its expected result carry the inputs one level down. */
function unwrapped(value: unknown): unknown {
  return fieldOf(value, 'schema') === 'shirube-projection-fixture/1' ? fieldOf(value, 'inputs') : value
}

/** The area names the common pool of movers (`system`), also before its shape is checked. */
export function isInSystem(value: unknown): boolean {
  const periods = fieldOf(unwrapped(value), 'periods')
  if (!Array.isArray(periods)) return false
  return periods.some((period) => fieldOf(fieldOf(period, 'migration'), 'pool') === 'system')
}

function readArea(
  value: unknown,
  { at, read, options }: { at: number; read: ReadAreas; options: ReadingOptions },
) {
  const name = nameOf(value, at)
  const schema = fieldOf(value, 'schema')
  if (schema !== projectionFormat) {
    const message = `推計の入力のJSONではありません（schema が「${projectionFormat}」ではありません）`
    read.refused.push({ name, problems: [{ code: 'E-FORM', path: 'schema', message }] })
    return
  }
  const parsed = projectionInputs.safeParse(value)
  if (!parsed.success) {
    read.refused.push({ name, problems: parsed.error.issues.map(problemOf) })
    return
  }
  read.areas.push(options.distributeUnknown ? withKnownAges(parsed.data) : { inputs: parsed.data, notes: [] })
}

function nameOf(value: unknown, at: number): string {
  const area = fieldOf(value, 'area')
  const [code, name] = [fieldOf(area, 'code'), fieldOf(area, 'name')]
  return typeof name === 'string' ? `${name}（${String(code)}）` : `${at + 1}番目の地域`
}

type Issue = { code: string; path: PropertyKey[]; message: string; keys?: string[] }

/**
 * The schema's complaint in a sentence. A blank or a word where a number belongs is E-NAN: a blank is not
 * zero.
 */
function problemOf(issue: Issue): Problem {
  const path = issue.path.map(String).join('.')
  const inner = `${path === '' ? '全体' : path}：${issueWords(issue)}`
  return { code: /数ではありません/.test(issue.message) ? 'E-NAN' : 'E-FORM', path, message: inner }
}

function issueWords({ code, message, keys = [] }: Issue): string {
  if (code === 'unrecognized_keys') return `「${keys.join('」「')}」という欄はありません`
  if (/[ぁ-んァ-ヶ一-龠]/.test(message)) return message
  if (/received undefined/.test(message)) return '値がありません'
  return code === 'invalid_value' || code === 'invalid_union'
    ? '決められた言葉ではありません'
    : '値の形が違います'
}

/** The inputs with unknown ages distributed, on the basis that has then, and a note of how many they were. */
function withKnownAges(inputs: ProjectionInputs): { inputs: ProjectionInputs; notes: Flag[] } {
  const { unknown, ...known } = inputs.base
  if (!unknown || unknown.M + unknown.F === 0) return { inputs, notes: [] }
  const { base, unknownPersons, unknownShare, isLarge } = distributeUnknown(known, unknown)
  const percent = (unknownShare * 100).toFixed(1)
  const message = `年齢不詳${unknownPersons}人（${percent}％）を按分しました${isLarge ? '。3％を超えるので、年齢別の数に注意してください' : ''}`
  const basis = inputs.basis === 'census' ? 'census-adjusted' : inputs.basis
  return { inputs: { ...inputs, base, basis }, notes: [{ code: 'W-UNK', path: 'base.unknown', message }] }
}

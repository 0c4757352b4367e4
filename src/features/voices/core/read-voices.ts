import { voiceFile, voiceFormat } from '#src/formats/voice.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import type { ForcedWord } from '#src/lib/text/forced-words.ts'

/** One opinion as the commands on files take it. */
export type VoiceRow = {
  id: string
  text: string
  submission?: string
  submitter?: string
  district?: string
  /** What stands in the field one asked for, to compare by. */
  value?: string
}

/** Where the text stands in rows, and by which field voices are compared (district, ageBand, channel …). */
export type AskedFields = { text?: string | undefined; by?: string | undefined }

/** What a file holds: opinions, and the words that are never cut. Or the reasons why it was not read. */
export type ReadVoices =
  | { rows: VoiceRow[]; forcedWords: ForcedWord[]; refusals?: undefined }
  | { refusals: string[] }

const mostRefusals = 20

/**
 * Reads voices of a JSON text: `shirube-voice/1`, or rows with `id` and a text field (`verbatim` unless
 * named).
 */
export function readVoices(json: string, asked: AskedFields = {}): ReadVoices {
  const { value, problem } = readJson(json)
  if (problem !== undefined) return { refusals: [`${problem}。`] }
  const schema = isRecord(value) ? value['schema'] : undefined
  if (schema === voiceFormat) return readVoiceFile(value, asked)
  if (typeof schema === 'string') return { refusals: [schemaWords(schema)] }
  const rows = isRecord(value) ? value['rows'] : value
  if (!Array.isArray(rows)) {
    return { refusals: [`「${voiceFormat}」のファイルでも、行の並び（配列か rows）でもありません。`] }
  }
  return readRows(rows, asked)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function schemaWords(schema: string): string {
  const version = /^shirube-voice\/(\d+)$/.exec(schema)?.[1]
  return version && Number(version) > 1
    ? `新しい版の標でつくられた市民の声です（${schema}）。標を新しくしてから使ってください。`
    : `市民の声のファイルではありません（schema が「${schema}」です）。`
}

function readVoiceFile(value: unknown, { by }: AskedFields): ReadVoices {
  const read = voiceFile.safeParse(value)
  if (!read.success) {
    return refused(
      read.error.issues.map((issue) => {
        const path = issue.path.map(String).join('.')
        if (issue.code === 'unrecognized_keys')
          return `${path}：「${issue.keys.join('」「')}」という欄はありません。`
        return `${path}：${/[ぁ-んァ-ヶ一-龠]/.test(issue.message) ? issue.message : '値がないか、値の形が違います'}。`
      }),
    )
  }
  const { voices, forcedWords } = read.data
  const rows = voices.flatMap(({ id, submitterRef, district, opinions, ...voice }) =>
    opinions.map((opinion): VoiceRow => {
      const where = opinion.place?.district || district
      const [, compared] = Object.entries({ ...voice, district: where }).find(([name]) => name === by) ?? []
      return {
        id: opinion.id,
        text: opinion.verbatim,
        submission: id,
        ...(submitterRef ? { submitter: submitterRef } : {}),
        ...(where ? { district: where } : {}),
        ...comparedBy(compared),
      }
    }),
  )
  return { rows, forcedWords: [...forcedWords, ...districtWords(rows)] }
}

function readRows(
  values: readonly unknown[],
  { text: textField = 'verbatim', by = '' }: AskedFields,
): ReadVoices {
  const rows: VoiceRow[] = []
  const refusals: string[] = []
  const seen = new Set<string>()
  for (const [at, value] of values.entries()) {
    const row = isRecord(value) ? value : {}
    const id = wordOf(row['id'])
    const text = row[textField]
    if (id === undefined) refusals.push(`${at + 1}件目に id がありません。`)
    else if (seen.has(id)) refusals.push(`${at + 1}件目の id「${id}」は前にもあります。`)
    else if (typeof text !== 'string')
      refusals.push(`${at + 1}件目（${id}）に ${textField} の文がありません。`)
    else rows.push({ ...rowOf(row, id, text), ...comparedBy(row[by]) })
    if (id !== undefined) seen.add(id)
  }
  return refusals.length > 0 ? refused(refusals) : { rows, forcedWords: districtWords(rows) }
}

function rowOf(row: Record<string, unknown>, id: string, text: string): VoiceRow {
  const [submission, submitter, district] = ['submission', 'submitter', 'district'].map((name) =>
    wordOf(row[name]),
  )
  return {
    id,
    text,
    ...(submission ? { submission } : {}),
    ...(submitter ? { submitter } : {}),
    ...(district ? { district } : {}),
  }
}

function comparedBy(field: unknown): Pick<VoiceRow, 'value'> {
  const value = wordOf(field)
  return value ? { value } : {}
}

const wordOf = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** A district is a word of the town: the dictionary must not cut it. */
const districtWords = (rows: readonly VoiceRow[]): ForcedWord[] =>
  [...new Set(rows.flatMap(({ district }) => district ?? []))]
    .filter((district) => district.length > 1)
    .sort()
    .map((district) => ({ word: district, base: district }))

function refused(all: readonly string[]): ReadVoices {
  const refusals = all.slice(0, mostRefusals)
  return {
    refusals:
      all.length > mostRefusals ? [...refusals, `ほかに${all.length - mostRefusals}件あります。`] : refusals,
  }
}

import { ByteWriter, cutToBytes, utf8 } from './byte-writer.ts'
import type { SavFile, SavNumber, SavText } from './sav-file.ts'
import { savNames } from './sav-names.ts'
import { writeExtensions } from './sav-records.ts'
import { type Placed, placeVariables, systemMissing } from './sav-variables.ts'

export type WrittenSav = {
  bytes: Uint8Array
  /** What had to be cut or renamed, in Japanese. */
  notes: string[]
}

const mostLabel = 255
const mostValueLabel = 120

/**
 * A data file of SPSS (.sav), after the description of the format by the PSPP project: uncompressed, UTF-8, little-endian.
 *
 * Text over 255 bytes goes into the segments of a very long string. Labels too long are cut between characters, names that
 * SPSS would refuse are changed; both are told in the notes.
 */
export function writeSav(file: SavFile): WrittenSav {
  const names = savNames(file.variables.map(({ name }) => name))
  const notes = file.variables.flatMap(({ name }, at) =>
    names[at] === name ? [] : [`変数「${name}」の名前を「${names[at]}」にしました`],
  )
  const placed = placeVariables(file.variables, names)
  const rows = rowsOf(file)
  const writer = new ByteWriter()
  writeHeader(writer, { file, placed, rows })
  for (const one of placed) writeVariable(writer, one, notes)
  for (const one of placed) writeValueLabels(writer, one, notes)
  writeExtensions(writer, { file, placed, rows })
  writer.int(999, 0)
  writeCases(writer, placed, rows)
  return { bytes: writer.written, notes }
}

function rowsOf({ variables }: SavFile): number {
  const [first] = variables
  if (!first) throw new RangeError('変数が1つもありません')
  const lengths = variables.map((one) => (one.kind === 'number' ? one.values.length : one.texts.length))
  if (lengths.some((length) => length !== lengths[0])) throw new RangeError('変数の長さが違います')
  return lengths[0] ?? 0
}

type Writing = { file: SavFile; placed: readonly Placed[]; rows: number }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function writeHeader(writer: ByteWriter, { file, placed, rows }: Writing) {
  const [year = '', month = '', day = ''] = file.createdOn.split('-')
  const size = placed.reduce(
    (sum, { segments }) => sum + segments.reduce((all, { units }) => all + units, 0),
    0,
  )
  const weight = placed.find(({ variable }) => variable.name === file.weight)
  writer.bytes(utf8('$FL2'))
  writer.bytes(utf8('@(#) SPSS DATA FILE Shirube'), 60)
  writer.int(2, size, 0, weight?.segments[0]?.index ?? 0, rows)
  writer.float(100)
  writer.bytes(utf8(`${day} ${months[Number(month) - 1] ?? 'Jan'} ${year.slice(2)}`), 9)
  writer.bytes(utf8('00:00:00'), 8)
  writer.bytes(utf8(cutToBytes(file.title, 64)), 64)
  writer.bytes(new Uint8Array(3))
}

/** Printed as F or A with its width. */
const formatOf = (type: number, width: number, decimals: number) => (type << 16) | (width << 8) | decimals

function writeVariable(writer: ByteWriter, { variable, name, segments }: Placed, notes: string[]) {
  const label = cutToBytes(variable.label, mostLabel)
  if (label !== variable.label) notes.push(`変数「${name}」の説明を${mostLabel}バイトで切りました`)
  for (const [at, { width, units, shortName }] of segments.entries()) {
    const isNumber = variable.kind === 'number'
    const missing = isNumber ? missingOf(variable) : { count: 0, values: [] }
    const format = isNumber ? formatOf(5, 8, variable.decimals) : formatOf(1, width, 0)
    const bytes = at === 0 ? utf8(label) : new Uint8Array()
    writer.int(2, isNumber ? 0 : width, bytes.length > 0 ? 1 : 0, missing.count, format, format)
    writer.bytes(utf8(shortName), 8)
    if (bytes.length > 0) {
      writer.int(bytes.length)
      writer.bytes(bytes, Math.ceil(bytes.length / 4) * 4)
    }
    writer.float(...missing.values)
    for (let unit = 1; unit < units; unit++) {
      writer.int(2, -1, 0, 0, formatOf(1, 29, 1), formatOf(1, 29, 1))
      writer.bytes(new Uint8Array(), 8)
    }
  }
}

function missingOf({ missing: { range, values }, name }: SavNumber): { count: number; values: number[] } {
  if (range && values.length > 1) throw new RangeError(`「${name}」：範囲のほかの欠損値は1つまでです`)
  if (range) return { count: values.length > 0 ? -3 : -2, values: [...range, ...values] }
  if (values.length > 3) throw new RangeError(`「${name}」：欠損値は3つまでです`)
  return { count: values.length, values: [...values] }
}

function writeValueLabels(writer: ByteWriter, { variable, name, segments }: Placed, notes: string[]) {
  if (variable.kind === 'text' || variable.valueLabels.length === 0) return
  writer.int(3, variable.valueLabels.length)
  for (const [value, words] of variable.valueLabels) {
    const label = cutToBytes(words, mostValueLabel)
    if (label !== words) notes.push(`変数「${name}」の値${value}の説明を${mostValueLabel}バイトで切りました`)
    const bytes = utf8(label)
    writer.float(value)
    writer.byte(bytes.length)
    writer.bytes(bytes, Math.ceil((bytes.length + 1) / 8) * 8 - 1)
  }
  writer.int(4, 1, segments[0]?.index ?? 0)
}

function writeCases(writer: ByteWriter, placed: readonly Placed[], rows: number) {
  for (let row = 0; row < rows; row++)
    for (const { variable, segments } of placed) {
      if (variable.kind === 'number') {
        const value = variable.values[row] ?? Number.NaN
        writer.float(Number.isNaN(value) ? systemMissing : value)
      } else writeText(writer, variable, { row, segments })
    }
}

type At = { row: number; segments: Placed['segments'] }

/** Segment after segment, each filled up to whole units of 8 bytes. */
function writeText(writer: ByteWriter, { texts }: SavText, { row, segments }: At) {
  const bytes = utf8(texts[row] ?? '')
  let from = 0
  for (const { units, holds } of segments) {
    writer.bytes(bytes.subarray(from, from + holds), units * 8)
    from += holds
  }
}

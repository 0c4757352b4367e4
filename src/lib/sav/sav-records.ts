import { type ByteWriter, utf8 } from './byte-writer.ts'
import type { SavFile } from './sav-file.ts'
import { type Placed, systemMissing } from './sav-variables.ts'

type Writing = { file: SavFile; placed: readonly Placed[]; rows: number }

/** The records of type 7: what kind of machine, sets, how variables are shown, long names and strings, encoding. */
export function writeExtensions(writer: ByteWriter, { file, placed, rows }: Writing) {
  // The next double above −MAX, which SPSS takes for the lowest value.
  const lowest = -Number.MAX_VALUE + 2 ** 971
  extension(writer, { subtype: 3, size: 4, count: 8 })
  writer.int(1, 0, 0, -1, 1, 1, 2, 65_001)
  extension(writer, { subtype: 4, size: 8, count: 3 })
  writer.float(systemMissing, Number.MAX_VALUE, lowest)
  const sets = setLines(file, placed)
  if (sets !== '') text(writer, 7, sets)
  const shown = placed.flatMap(({ variable, segments }) => segments.map(() => displayOf(variable)))
  extension(writer, { subtype: 11, size: 4, count: shown.length * 3 })
  writer.int(...shown.flat())
  text(writer, 13, placed.map(({ segments, name }) => `${segments[0]?.shortName}=${name}`).join('\t'))
  const long = placed.filter(({ segments }) => segments.length > 1)
  if (long.length > 0)
    text(
      writer,
      14,
      long
        .map(({ segments, width }) => `${segments[0]?.shortName}=${String(width).padStart(5, '0')}\0\t`)
        .join(''),
    )
  extension(writer, { subtype: 16, size: 8, count: 2 })
  writer.int(1, 0, rows, 0)
  text(writer, 20, 'UTF-8')
}

const extension = (
  writer: ByteWriter,
  { subtype, size, count }: { subtype: number; size: number; count: number },
) => writer.int(7, subtype, size, count)

function text(writer: ByteWriter, subtype: number, words: string) {
  const bytes = utf8(words)
  extension(writer, { subtype, size: 1, count: bytes.length })
  writer.bytes(bytes)
}

const measures = { nominal: 1, ordinal: 2, scale: 3 } as const

/** Measure, width of the column, alignment (0 left, 1 right). */
const displayOf = (variable: Placed['variable']): [number, number, number] =>
  variable.kind === 'text' ? [1, 16, 0] : [measures[variable.measure], 8, 1]

/** Multiple dichotomies, counted value 1; variables by their short names. */
function setLines({ sets }: SavFile, placed: readonly Placed[]): string {
  const shortNames = new Map(
    placed.map(({ variable, segments }) => [variable.name, segments[0]?.shortName.toLowerCase() ?? '']),
  )
  return sets
    .map(({ name, label, variables }) => {
      const members = variables.map((one) => shortNames.get(one) ?? '').filter((one) => one !== '')
      return `$${name}=D1 1 ${utf8(label).length} ${label} ${members.join(' ')}\n`
    })
    .join('')
}

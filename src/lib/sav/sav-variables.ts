import { utf8 } from './byte-writer.ts'
import type { SavVariable } from './sav-file.ts'

export const systemMissing = -Number.MAX_VALUE

/** A piece of a variable in the file: numbers and short texts have one, texts over 255 bytes several. */
export type Segment = {
  shortName: string
  /** Place among the units of 8 bytes of a case, from 1. */
  index: number
  /** Declared width in bytes; 0 for a number. */
  width: number
  /** Units of 8 bytes in every case. */
  units: number
  /** Bytes of the text it holds. */
  holds: number
}

export type Placed = { variable: SavVariable; name: string; segments: Segment[]; width: number }

const longest = 32_767
const perSegment = 255
/** Bytes by which the count of segments and the width of the last are reckoned. */
const effective = 252

/** Where each variable lies. Short names are V1, V2 …: the real ones stand in a record of their own. */
export function placeVariables(variables: readonly SavVariable[], names: readonly string[]): Placed[] {
  let index = 1
  let number = 0
  return variables.map((variable, at) => {
    const width = variable.kind === 'number' ? 0 : widthOf(variable.texts)
    const segments = widthsOf(width).map((part, place, all): Segment => {
      number += 1
      const units = Math.max(1, Math.ceil(part / 8))
      const holds = all.length > 1 && place < all.length - 1 ? perSegment : part
      const segment = { shortName: `V${number}`, index, width: part, units, holds }
      index += units
      return segment
    })
    return { variable, name: names[at] ?? variable.name, segments, width }
  })
}

function widthOf(texts: readonly string[]): number {
  const most = texts.reduce((width, text) => Math.max(width, utf8(text).length), 1)
  if (most > longest) throw new RangeError(`文が長すぎます（${longest}バイトまで）`)
  return most
}

function widthsOf(width: number): number[] {
  if (width <= perSegment) return [width]
  const count = Math.ceil(width / effective)
  return Array.from({ length: count }, (_, at) =>
    at < count - 1 ? perSegment : width - (count - 1) * effective,
  )
}

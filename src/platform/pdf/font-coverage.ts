import type { Coverage } from './missing-characters.ts'

/**
 * What a TrueType font can show, read from its `cmap` table (OpenType 1.9): characters from the subtable of format 12,
 * forms of a character (異体字セレクタ) from that of format 14. Other formats hold nothing more in the fonts we use.
 */
export function fontCoverage(bytes: Uint8Array): Coverage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const characters = new Set<number>()
  const forms = new Set<string>()
  for (const at of subtables(view)) {
    const format = view.getUint16(at)
    if (format === 12) for (const codePoint of charactersAt(view, at)) characters.add(codePoint)
    if (format === 14) for (const form of formsAt(view, at)) forms.add(form)
  }
  return {
    has: (codePoint) => characters.has(codePoint),
    hasForm: (codePoint, selector) => forms.has(formOf(codePoint, selector)),
  }
}

/** What all of them can show: text may come in any weight. */
export function commonCoverage(fonts: readonly Coverage[]): Coverage {
  return {
    has: (codePoint) => fonts.every((font) => font.has(codePoint)),
    hasForm: (codePoint, selector) => fonts.every((font) => font.hasForm(codePoint, selector)),
  }
}

const formOf = (codePoint: number, selector: number) => `${codePoint}/${selector}`
const upTo = (count: number) => Array.from({ length: count }, (_, position) => position)

function subtables(view: DataView): number[] {
  const cmap = upTo(view.getUint16(4))
    .map((position) => 12 + 16 * position)
    .find((record) => view.getUint32(record) === 0x63_6d_61_70)
  if (cmap === undefined) throw new RangeError('not a font: it has no cmap table')
  const start = view.getUint32(cmap + 8)
  return upTo(view.getUint16(start + 2)).map((position) => start + view.getUint32(start + 8 + 8 * position))
}

function charactersAt(view: DataView, at: number): number[] {
  return upTo(view.getUint32(at + 12)).flatMap((group) => {
    const record = at + 16 + 12 * group
    return range(view.getUint32(record), view.getUint32(record + 4))
  })
}

/** The forms which are the default shape of their character, and those which have a shape of their own. */
function formsAt(view: DataView, at: number): string[] {
  return upTo(view.getUint32(at + 6)).flatMap((position) => {
    const record = at + 10 + 11 * position
    const selector = uint24(view, record)
    const [defaults, others] = [view.getUint32(record + 3), view.getUint32(record + 7)]
    return [
      ...(defaults === 0 ? [] : defaultForms(view, at + defaults)),
      ...(others === 0 ? [] : otherForms(view, at + others)),
    ].map((codePoint) => formOf(codePoint, selector))
  })
}

const defaultForms = (view: DataView, at: number) =>
  upTo(view.getUint32(at)).flatMap((position) => {
    const record = at + 4 + 4 * position
    const first = uint24(view, record)
    return range(first, first + view.getUint8(record + 3))
  })

const otherForms = (view: DataView, at: number) =>
  upTo(view.getUint32(at)).map((position) => uint24(view, at + 4 + 5 * position))

const uint24 = (view: DataView, at: number) => (view.getUint16(at) << 8) + view.getUint8(at + 2)
const range = (first: number, last: number) => upTo(last - first + 1).map((position) => first + position)

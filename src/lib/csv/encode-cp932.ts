/** A text as bytes of CP932 (Shift_JIS as Windows writes it), and the characters it has no place for. */
export type EncodedText = {
  bytes: Uint8Array
  /** Each with how often it stands in the text; 〓 was written for it. */
  lost: { sign: string; count: number }[]
}

/**
 * Signs that look alike and have two code points: Windows keeps 〜 as U+FF5E and − as U+FF0D. The others of JIS are here for the
 * same reason. Without this every one of them would become a question mark in silence.
 */
const alike: Readonly<Record<string, string>> = {
  '\u301C': '\uFF5E',
  '\u2212': '\uFF0D',
  '\u2016': '\u2225',
  '\u2014': '\u2015',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u00A5': '\uFFE5',
  '\u00A6': '\uFFE4',
}
const geta = '〓'

/** Writes CP932. `lost` is empty when a reader gets back what was meant. */
export function encodeCp932(text: string): EncodedText {
  const codes = codesByCharacter()
  const lost = new Map<string, number>()
  const bytes: number[] = []
  for (const sign of text.normalize('NFC')) {
    const code = codes.get(sign) ?? codes.get(alike[sign] ?? '')
    if (code === undefined) lost.set(sign, (lost.get(sign) ?? 0) + 1)
    const written = code ?? codes.get(geta) ?? 0x3f
    if (written > 0xff) bytes.push(written >> 8)
    bytes.push(written & 0xff)
  }
  return { bytes: Uint8Array.from(bytes), lost: [...lost].map(([sign, count]) => ({ sign, count })) }
}

let known: Map<string, number> | undefined

/** The decoder of the runtime turned round, once. Of two codes for a character Windows writes the first, IBM's before NEC's copies. */
function codesByCharacter(): Map<string, number> {
  if (known) return known
  const decoder = new TextDecoder('shift_jis')
  const codes = new Map<string, number>()
  const add = (code: number, ...bytes: number[]) => {
    const sign = decoder.decode(Uint8Array.from(bytes))
    if (!sign.includes('\uFFFD') && !codes.has(sign)) codes.set(sign, code)
  }
  for (let byte = 0; byte < 0x80; byte++) add(byte, byte)
  for (let byte = 0xa1; byte <= 0xdf; byte++) add(byte, byte)
  const leads = Array.from({ length: 0xfc - 0x81 + 1 }, (_, at) => 0x81 + at)
  // 0xF0–0xF9 belong to whoever uses them; 0xED and 0xEE repeat what stands from 0xFA on.
  for (const lead of leads.filter((one) => (one < 0xa0 || one >= 0xe0) && !(one >= 0xf0 && one <= 0xf9)))
    if (lead !== 0xed && lead !== 0xee)
      for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) add((lead << 8) | trail, lead, trail)
  known = codes
  return codes
}

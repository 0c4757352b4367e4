export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis'

/** What people call an encoding when they save from a spreadsheet. */
export const encodingLabels: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift_JIS',
}

export type DecodedText = { text: string; encoding: Encoding }

/**
 * The text of a file a person sent: UTF-8 or UTF-16 (with or without BOM), else Shift_JIS as Windows writes it (CP932).
 *
 * `wanted`: what a person says it is, instead of looking. UTF-8 is tried before Shift_JIS: Japanese text in Shift_JIS is practically never valid UTF-8. No text holds a zero
 * character, so zero bytes tell UTF-16 without BOM.
 */
export function decodeText(bytes: Uint8Array, wanted?: Encoding): DecodedText | { problem: string } {
  if (isBook(bytes)) {
    return { problem: 'エクセルのブックです。「名前を付けて保存」で CSV を選んで、保存し直してください' }
  }
  const decoded = (wanted ? [wanted] : candidatesFor(bytes)).map((encoding) => decodedAs(bytes, encoding))
  return (
    decoded.find((one) => one !== undefined) ?? {
      problem: '文字コードが分かりません。UTF-8 か Shift_JIS の CSV で保存し直してください',
    }
  )
}

/** XLSX is a ZIP, XLS an OLE file. */
const isBook = (bytes: Uint8Array) =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

const startsWith = (bytes: Uint8Array, signs: readonly number[]) =>
  signs.every((sign, position) => bytes[position] === sign)

function candidatesFor(bytes: Uint8Array): Encoding[] {
  if (startsWith(bytes, [0xff, 0xfe])) return ['utf-16le']
  if (startsWith(bytes, [0xfe, 0xff])) return ['utf-16be']
  let even = 0
  let odd = 0
  bytes.forEach((byte, position) => {
    if (byte !== 0) return
    if (position % 2 === 0) even += 1
    else odd += 1
  })
  if (even + odd > 0) return odd >= even ? ['utf-16le'] : ['utf-16be']
  return ['utf-8', 'shift_jis']
}

function decodedAs(bytes: Uint8Array, encoding: Encoding): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : { text, encoding }
  } catch {
    return undefined
  }
}

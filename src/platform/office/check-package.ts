import { decodeText } from '#src/lib/csv/decode-text.ts'
import { firstBytesOf } from './unpack-entry.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Files larger than this are refused unread. */
export const largestWorkbook = 20 * 1024 * 1024

type Checked = { entries: ZipEntry[]; notes: string[]; problem?: undefined } | { problem: string }

/** Looks at a file that claims to be a workbook without unpacking it: what it really is, and what must not be in it. */
export function checkPackage(bytes: Uint8Array): Checked {
  if (bytes.length === 0) return { problem: 'ファイルが空です' }
  if (bytes.length > largestWorkbook) {
    const size = Math.round(bytes.length / 1024 / 1024)
    return { problem: `ファイルが大きすぎます（${size}MB）。20MBまで受け付けます` }
  }
  if (!startsWith(bytes, zipSign)) return { problem: notZipWords(bytes) }
  const directory = readZipDirectory(bytes)
  if (directory.problem !== undefined) return directory
  const problem = contentProblem(bytes, directory.entries)
  return problem ? { problem } : { entries: directory.entries, notes: notesOn(directory.entries) }
}

const zipSign = [0x50, 0x4b, 0x03, 0x04]
const startsWith = (bytes: Uint8Array, signs: readonly number[]) =>
  signs.every((sign, position) => bytes[position] === sign)

function notZipWords(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'パスワードで保護されたファイルです。エクセルで開き、パスワードを外して保存し直してください'
      : '古い形式（.xls）のファイルです。エクセルで開き、「Excel ブック（.xlsx）」で保存し直してください'
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'この形式はExcelではなくPDFです'
  const decoded = decodeText(bytes.subarray(0, 200_000))
  const text = 'text' in decoded ? decoded.text : textOfStart(bytes)
  if (text?.trimStart().startsWith('<')) {
    return 'この形式はExcelではなくHTMLかXMLです。エクセルで開き、「Excel ブック（.xlsx）」で保存し直してください'
  }
  if (text !== undefined && /[,\t\n]/.test(text)) {
    return 'この形式はExcelではなくCSVです。エクセルで開き、「Excel ブック（.xlsx）」で保存し直してください'
  }
  return 'エクセルのファイル（.xlsx）ではありません。ファイルを確かめてください'
}

/** A long text may have been cut in the middle of a character. */
function textOfStart(bytes: Uint8Array): string | undefined {
  for (let cut = 1; cut <= 3; cut += 1) {
    const decoded = decodeText(bytes.subarray(0, Math.min(bytes.length, 200_000) - cut))
    if ('text' in decoded) return decoded.text
  }
  return undefined
}

function contentProblem(bytes: Uint8Array, entries: readonly ZipEntry[]): string | undefined {
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return 'パスワードで保護されたファイルです。パスワードを外して保存し直してください'
  }
  if (entries.some(({ name }) => /vbaproject\.bin$|\/(macrosheets|dialogsheets)\//i.test(name))) {
    return 'マクロの入ったファイルは受け付けません。「Excel ブック（.xlsx）」で保存し直してください'
  }
  const nested = entries.find((entry) => isArchive(firstBytesOf(bytes, entry)))
  if (nested) {
    return `ほかのファイルが埋め込まれています（${nested.name}）。取り除いて保存し直してください`
  }
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('xl/workbook.xml')) return undefined
  if (names.has('xl/workbook.bin')) {
    return 'バイナリ形式（.xlsb）のファイルです。エクセルで開き、「Excel ブック（.xlsx）」で保存し直してください'
  }
  return 'エクセルのファイル（.xlsx）ではありません。ファイルを確かめてください'
}

const isArchive = (first: Uint8Array) =>
  [zipSign, [0xd0, 0xcf, 0x11, 0xe0], [0x1f, 0x8b], [0x37, 0x7a, 0xbc, 0xaf], [0x52, 0x61, 0x72, 0x21]].some(
    (signs) => startsWith(first, signs),
  )

function notesOn(entries: readonly ZipEntry[]): string[] {
  const has = (shape: RegExp) => entries.some(({ name }) => shape.test(name))
  return [
    has(/^xl\/externalLinks\//i) ? '別のファイルへのリンクがありますが、読みませんでした' : '',
    has(/^xl\/(comments|threadedComments)/i) ? 'コメントは読みませんでした' : '',
    has(/^xl\/media\//i) ? '画像は読みませんでした' : '',
  ].filter((note) => note !== '')
}

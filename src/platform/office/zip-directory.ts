/** A file inside a zip, as the directory at the end of the zip declares it. */
export type ZipEntry = {
  name: string
  method: number
  isEncrypted: boolean
  /** Size inside the zip, and the size it claims to have outside. */
  packedBytes: number
  declaredBytes: number
  checksum: number
  /** Where the packed content begins. */
  contentAt: number
}

export type ZipLimits = { entries: number; declaredBytes: number; ratio: number }

export const zipLimits: ZipLimits = { entries: 2_000, declaredBytes: 200 * 1024 * 1024, ratio: 300 }

type Directory = { entries: ZipEntry[]; problem?: undefined } | { problem: string }

const broken = 'ファイルが壊れているか、途中で切れています。もう一度保存して、送り直してください'
const tooLarge = 'ファイルの中身が大きすぎます。使っていないシート、行、画像を消して保存し直してください'

/**
 * Reads the directory of a zip by hand, before any library opens it.
 *
 * Refused are directories that do not agree with the bytes: entries that overlap (a small zip that unpacks without
 * end), names that lead out of the folder, two entries of one name, sizes beyond the limits.
 */
export function readZipDirectory(bytes: Uint8Array, limits = zipLimits): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecordAt(view)
  if (end === undefined) return { problem: broken }
  const count = view.getUint16(end + 10, true)
  const from = view.getUint32(end + 16, true)
  if (count === 0xffff || from === 0xffffffff) return { problem: unusualZip }
  if (count > limits.entries) return { problem: tooLarge }
  const entries: ZipEntry[] = []
  let at = from
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, bytes, { at, end })
    if ('problem' in read) return read
    entries.push(read.entry)
    at = read.next
  }
  const problem = problemOf(entries, from, limits)
  return problem ? { problem } : { entries }
}

const unusualZip = 'この形で保存されたファイルは読めません。エクセルで開き、保存し直してください'

/** The last record of a zip; a comment after it must reach exactly to the end. */
function endRecordAt(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    const isRecord = view.getUint32(at, true) === 0x06054b50
    if (isRecord && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return undefined
}

type Read = { entry: ZipEntry; next: number } | { problem: string }

function readEntry(view: DataView, bytes: Uint8Array, { at, end }: { at: number; end: number }): Read {
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return { problem: broken }
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
    view.getUint16(at + offset, true),
  ) as [number, number, number]
  const next = at + 46 + nameLength + extraLength + commentLength
  const header = view.getUint32(at + 42, true)
  const packedBytes = view.getUint32(at + 20, true)
  const declaredBytes = view.getUint32(at + 24, true)
  if ([header, packedBytes, declaredBytes].includes(0xffffffff)) return { problem: unusualZip }
  if (next > end || header + 30 > end || view.getUint32(header, true) !== 0x04034b50) {
    return { problem: broken }
  }
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const contentAt = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  const [method, checksum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
  return { entry: { name, method, isEncrypted, packedBytes, declaredBytes, checksum, contentAt }, next }
}

function problemOf(entries: readonly ZipEntry[], directoryAt: number, limits: ZipLimits): string | undefined {
  let free = 0
  const names = new Set<string>()
  let declared = 0
  for (const entry of [...entries].sort((a, b) => a.contentAt - b.contentAt)) {
    const { name, contentAt, packedBytes, declaredBytes } = entry
    if (contentAt < free || contentAt + packedBytes > directoryAt) return broken
    free = contentAt + packedBytes
    if (names.has(name.toLowerCase())) return broken
    names.add(name.toLowerCase())
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name)) {
      return 'ファイルの中に、外のフォルダーを指す名前があります。エクセルで開き、保存し直してください'
    }
    declared += declaredBytes
    if (declared > limits.declaredBytes) return tooLarge
    if (declaredBytes > 1024 * 1024 && declaredBytes > packedBytes * limits.ratio) return tooLarge
  }
  return undefined
}

import { constants, crc32, inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-directory.ts'

type Unpacked = { content: Buffer; problem?: undefined } | { problem: string }

/** The content of an entry, never more than `mostBytes`: the size a zip declares may be a lie. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): Unpacked {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset + entry.contentAt, entry.packedBytes)
  if (entry.method !== 0 && entry.method !== 8) {
    return { problem: 'この形で圧縮されたファイルは読めません。エクセルで開き、保存し直してください' }
  }
  if (entry.declaredBytes > mostBytes) return { problem: tooLarge }
  try {
    const content =
      entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.declaredBytes + 1 })
    const isWhole = content.length === entry.declaredBytes && crc32(content) === entry.checksum
    return isWhole ? { content } : { problem: lying }
  } catch (error) {
    return { problem: isTooLarge(error) ? lying : broken }
  }
}

const tooLarge = 'ファイルの中身が大きすぎます。使っていないシート、行、列の書式を消して保存し直してください'
const lying = 'ファイルの中身が、書かれた大きさと合いません。エクセルで開き、保存し直してください'
const broken = 'ファイルが壊れています。もう一度保存して、送り直してください'

const isTooLarge = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** The first bytes of an entry, to see what it is without unpacking it. */
export function firstBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + entry.contentAt,
    Math.min(entry.packedBytes, 64),
  )
  if (entry.method !== 8) return packed
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, 16)
  } catch {
    return new Uint8Array()
  }
}

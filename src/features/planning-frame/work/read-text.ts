import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { decodeText } from '#src/lib/csv/decode-text.ts'

const unpack = promisify(gunzip)

/**
 * The text of a file in any usual encoding, also packed by gzip; of the workbook with the results of the national
 * projection the table in it.
 */
export async function textOf(path: string): Promise<{ text: string } | { problem: string }> {
  const bytes = await readFile(path)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return projectionIn(bytes)
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isPacked ? await unpack(bytes) : bytes
  return isUtf8(plain) ? { text: plain.toString('utf8') } : decodeText(plain)
}

async function projectionIn(bytes: Uint8Array): Promise<{ text: string } | { problem: string }> {
  const { readLargeTable } = await import('#src/platform/office/read-large-table.ts')
  const { projectionTableText } = await import('#src/features/statistics/core/readers/projection-table.ts')
  const read = readLargeTable(bytes)
  if ('problem' in read) return read
  const text = projectionTableText(read.rows)
  if (text !== undefined) return { text: text.replaceAll(',', '').replaceAll('\t', ',') }
  return { problem: '「将来推計人口」の結果表のブックではありません。表はCSVで保存してください' }
}

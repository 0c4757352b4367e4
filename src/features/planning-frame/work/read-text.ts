import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { decodeText } from '#src/lib/csv/decode-text.ts'

const unpack = promisify(gunzip)

/** The text of a file in any usual encoding, also packed by gzip. */
export async function textOf(path: string): Promise<{ text: string } | { problem: string }> {
  const bytes = await readFile(path)
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isPacked ? await unpack(bytes) : bytes
  return isUtf8(plain) ? { text: plain.toString('utf8') } : decodeText(plain)
}

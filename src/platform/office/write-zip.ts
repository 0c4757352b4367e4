import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; content: Uint8Array }

/**
 * A zip that is the same bytes for the same parts: every part carries the day 1980-01-01, the first a zip knows. `level` 1
 * packs loosely and fast, for what is unpacked again at once.
 */
export function writeZip(parts: readonly ZipPart[], level = 6): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const packed = deflateRawSync(content, { level })
    const nameBytes = Buffer.from(name)
    const shared = headerOf({ nameBytes, content, packed })
    const local = Buffer.concat([word(0x04034b50), shared, Buffer.alloc(2), nameBytes, packed])
    bodies.push(local)
    directory.push(
      Buffer.concat([
        word(0x02014b50),
        Buffer.from([20, 0]),
        shared,
        Buffer.alloc(2 + 2 + 2 + 2 + 4),
        word(at),
        nameBytes,
      ]),
    )
    at += local.length
  }
  const listing = Buffer.concat(directory)
  const count = Buffer.alloc(8)
  count.writeUInt16LE(parts.length, 4)
  count.writeUInt16LE(parts.length, 6)
  return Buffer.concat([
    ...bodies,
    listing,
    word(0x06054b50),
    count,
    word(listing.length),
    word(at),
    Buffer.alloc(2),
  ])
}

type Header = { nameBytes: Buffer; content: Uint8Array; packed: Buffer }

/** What the header before a part and its line in the directory have in common, up to the length of the name. */
function headerOf({ nameBytes, content, packed }: Header): Buffer {
  const header = Buffer.alloc(24)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt16LE(8, 4)
  header.writeUInt16LE(0, 6)
  header.writeUInt16LE(0x21, 8)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt16LE(nameBytes.length, 22)
  return header
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

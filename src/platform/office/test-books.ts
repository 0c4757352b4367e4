import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip made by hand, with what a wicked hand may write into it. */
export type RawPart = {
  name: string
  content: string | Uint8Array
  declaredBytes?: number
  flags?: number
  /** Points at the bytes of an earlier part instead of its own. */
  sharesBytesOf?: number
}

/** A zip written byte by byte, so that every lie a directory can tell may be told. */
export function rawZip(parts: readonly RawPart[]): Uint8Array {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  const starts: number[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.flags ?? 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.declaredBytes ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const start = part.sharesBytesOf === undefined ? at : (starts[part.sharesBytesOf] ?? 0)
    starts.push(start)
    const offset = Buffer.alloc(16)
    offset.writeUInt32LE(start, 12)
    const own = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed])
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, offset.subarray(2), name]),
    )
    if (part.sharesBytesOf !== undefined) continue
    chunks.push(own)
    at += own.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...chunks, listing, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type RawBook = { sheetData?: string; after?: string; strings?: string; styles?: string; more?: RawPart[] }

/** The parts of a workbook with one sheet 「表」, from the XML of its cells. */
export const rawBook = ({ sheetData = '', after = '', strings, styles, more = [] }: RawBook): RawPart[] => [
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
  },
  ...(strings ? [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` }] : []),
  ...(styles
    ? [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` }]
    : []),
  ...more,
]

import { readXml, type XmlElement } from '#src/lib/xml/read-xml.ts'
import { type CleanSheet, cleanSheet } from './clean-sheet.ts'
import { isWellFormed } from './is-well-formed.ts'
import { unpackEntry } from './unpack-entry.ts'
import { writeZip, type ZipPart } from './write-zip.ts'
import type { ZipEntry } from './zip-directory.ts'

/** A workbook of our own making with the same cells, and what was found about each sheet on the way. */
export type CleanWorkbook = {
  bytes: Buffer
  sheets: { name: string; isHidden: boolean; found: CleanSheet }[]
}

const most = { workbook: 2, sheet: 100, strings: 30, styles: 10 }
const mostSheets = 100
const mostCells = 400_000

/** Builds a small, plain workbook from the parts that hold cells. Nothing else of the file ever reaches the library. */
export function cleanWorkbook(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): CleanWorkbook | { problem: string } {
  const part = partReader(bytes, entries)
  const listed = listedSheets(part)
  if ('problem' in listed) return listed
  const sheets: CleanWorkbook['sheets'] = []
  let cells = 0
  for (const { name, isHidden, path } of listed.sheets) {
    const content = part(path, most.sheet)
    if ('problem' in content) return { problem: `シート「${name}」：${content.problem}` }
    const found = cleanSheet(content.content)
    if ('problem' in found) return { problem: `シート「${name}」：${found.problem}` }
    if (!isWellFormed(found.xml)) return { problem: `シート「${name}」：${brokenXml}` }
    cells += found.cellCount
    if (cells > mostCells) return { problem: 'データのあるセルが多すぎます。ファイルを分けてください' }
    sheets.push({ name, isHidden, found })
  }
  const strings = part('xl/sharedStrings.xml', most.strings)
  const styles = part('xl/styles.xml', most.styles)
  for (const one of [strings, styles]) if ('problem' in one && one.problem !== missing) return one
  const stringCount =
    'content' in strings ? strings.content.toString('latin1').split(/<si[\s>/]/).length - 1 : 0
  if (sheets.some(({ found }) => highestString(found.xml) >= stringCount)) return { problem: brokenXml }
  const parts = [
    ...framework(sheets.length, listed.isFrom1904),
    ...sheets.map(({ found }, index) => latin(`xl/worksheets/sheet${index + 1}.xml`, found.xml)),
    ...('content' in styles ? [latin('xl/styles.xml', plainStyles(styles.content.toString('latin1')))] : []),
  ]
  if (!('content' in strings)) return { bytes: writeZip(parts, 1), sheets }
  const stringText = strings.content.toString('latin1')
  if (/<!DOCTYPE|<!ENTITY/.test(stringText)) return { problem: unusual }
  if (!isWellFormed(stringText)) return { problem: brokenXml }
  const texts = { name: 'xl/sharedStrings.xml', content: strings.content }
  return { bytes: writeZip([...parts, texts], 1), sheets }
}

/** The highest place in the list of texts that a cell points to; the library would leave such a cell empty in silence. */
function highestString(xml: string): number {
  let highest = -1
  for (const [, place] of xml.matchAll(/<c\b[^>]*\bt="s"[^>]*>\s*<v>(\d+)<\/v>/g)) {
    highest = Math.max(highest, Number(place))
  }
  return highest
}

const missing = 'ファイルの一部がありません。エクセルで開き、保存し直してください'
const brokenXml = '中身が壊れているため読めません。エクセルで開き、保存し直してください'
const unusual = 'この書き方のファイルは読めません。エクセルで開き、保存し直してください'

type PartReader = (path: string, megabytes: number) => { content: Buffer } | { problem: string }

export function partReader(bytes: Uint8Array, entries: readonly ZipEntry[]): PartReader {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  return (path, megabytes) => {
    const entry = byName.get(path.toLowerCase())
    if (!entry) return { problem: missing }
    return unpackEntry(bytes, entry, megabytes * 1024 * 1024)
  }
}

type Listed = {
  sheets: { name: string; isHidden: boolean; path: string }[]
  isFrom1904: boolean
}

export function listedSheets(part: PartReader): Listed | { problem: string } {
  const workbook = xmlOf(part('xl/workbook.xml', most.workbook))
  const relations = xmlOf(part('xl/_rels/workbook.xml.rels', most.workbook))
  if ('problem' in workbook) return workbook
  if ('problem' in relations) return relations
  const targets = new Map(
    relations.root.children
      .filter(({ attributes }) => attributes['Type']?.endsWith('/worksheet'))
      .map(({ attributes }) => [attributes['Id'], pathOf(attributes['Target'] ?? '')]),
  )
  const sheets = childrenOf(workbook.root, 'sheets').flatMap(({ attributes }) => {
    const path = targets.get(attributes['id'])
    if (!path) return []
    return [
      { name: attributes['name'] ?? '', isHidden: (attributes['state'] ?? 'visible') !== 'visible', path },
    ]
  })
  if (sheets.length > mostSheets) return { problem: `シートは${mostSheets}枚まで読めます` }
  if (sheets.length === 0) return { problem: 'シートがありません' }
  const properties = workbook.root.children.find(({ name }) => name === 'workbookPr')?.attributes
  return { sheets, isFrom1904: ['1', 'true'].includes(properties?.['date1904'] ?? '') }
}

const childrenOf = (element: XmlElement, name: string) =>
  element.children.find((child) => child.name === name)?.children ?? []

function xmlOf(read: ReturnType<PartReader>): { root: XmlElement } | { problem: string } {
  if ('problem' in read) return read
  const parsed = readXml(read.content.toString('utf8').replace(/^\uFEFF/, ''))
  return parsed.problem ? { problem: unusual } : parsed
}

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** Of the styles only the number formats matter: they tell a day from a number. */
function plainStyles(text: string): string {
  const section = (name: string) =>
    new RegExp(`<${name}[\\s>].*?</${name}>`, 's').exec(text)?.[0] ?? `<${name}></${name}>`
  const declared = [...section('numFmts').matchAll(/<numFmt\b[^>]*\/>/g)].map(([one]) => one)
  const known = new Set(declared.map((one) => /numFmtId="(\d+)"/.exec(one)?.[1]))
  const formats = [...section('cellXfs').matchAll(/<xf\b[^>]*>/g)].map(
    ([one]) => /\bnumFmtId="(\d+)"/.exec(one)?.[1] ?? '0',
  )
  const japanese = japaneseDays.filter((id) => !known.has(String(id))).map((id) => dayFormat(id))
  return (
    `${xmlHead}<styleSheet xmlns="${spreadsheet}"><numFmts>${[...declared, ...japanese].join('')}</numFmts>` +
    `<cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
  )
}

/** Numbers of formats that mean a day in Japanese without being written out (ECMA-376 18.8.30, ja-jp). */
const japaneseDays = [27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]
const dayFormat = (id: number) => `<numFmt numFmtId="${id}" formatCode="yyyy/m/d"/>`

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const latin = (name: string, text: string): ZipPart => ({ name, content: Buffer.from(text, 'latin1') })

function framework(count: number, isFrom1904: boolean): ZipPart[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const sheets = numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('')
  const relations = numbers
    .map(
      (n) => `<Relationship Id="r${n}" Type="${relationship}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
    )
    .join('')
  return [
    latin(
      'xl/workbook.xml',
      `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${relationship}">` +
        `<workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets}</sheets></workbook>`,
    ),
    latin(
      'xl/_rels/workbook.xml.rels',
      `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `${relations}</Relationships>`,
    ),
  ]
}

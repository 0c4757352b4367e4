import { placeOf } from '#src/lib/table/table.ts'
import { checkPackage } from './check-package.ts'
import { listedSheets, partReader } from './clean-workbook.ts'

/** A row of the sheet with its number; a cell that is computed holds the words of `noValue`. */
export type LargeRow = { line: number; cells: string[] }

const mostMegabytes = { sheet: 120, strings: 60 }
const mostCells = 2_000_000
const mostColumns = 200

/** What stands in the place of a formula or an error: no reader takes it for a number. */
const noValue = '数式またはエラー'

/**
 * Reads the first visible sheet of an XLSX file as rows of text, however long it is: the tables of a whole country have
 * more cells than the library can hold. Only values are looked at; the file is checked byte by byte before.
 */
export function readLargeTable(bytes: Uint8Array): { rows: LargeRow[] } | { problem: string } {
  const checked = checkPackage(bytes)
  if (checked.problem !== undefined) return checked
  const part = partReader(bytes, checked.entries)
  const listed = listedSheets(part)
  if ('problem' in listed) return listed
  const first = listed.sheets.find(({ isHidden }) => !isHidden) ?? listed.sheets[0]
  const sheet = part(first?.path ?? '', mostMegabytes.sheet)
  if ('problem' in sheet) return sheet
  const strings = part('xl/sharedStrings.xml', mostMegabytes.strings)
  const texts = 'content' in strings ? sharedTexts(strings.content.toString('utf8')) : []
  const xml = sheet.content.toString('latin1')
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/.test(xml) || !/<\/sheetData>|<sheetData\/>/.test(xml)) {
    return { problem: unusual }
  }
  return rowsOf(xml, texts)
}

const unusual = 'この書き方のファイルは読めません。エクセルで開き、保存し直してください'

function rowsOf(xml: string, texts: readonly string[]): { rows: LargeRow[] } | { problem: string } {
  const rows = new Map<number, string[]>()
  let count = 0
  for (const [, attributes = '', inside = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    if (inside === '') continue
    count += 1
    if (count > mostCells)
      return { problem: `データのあるセルが${mostCells.toLocaleString('ja-JP')}を超えています` }
    const place = placeOf(/\br="([^"]*)"/.exec(attributes)?.[1] ?? '')
    if (!place || place.column > mostColumns) return { problem: unusual }
    const cells = rows.get(place.row) ?? []
    if (cells.length === 0) rows.set(place.row, cells)
    cells[place.column - 1] = shownIn(attributes, inside, texts)
  }
  const ordered = [...rows].sort(([a], [b]) => a - b)
  return { rows: ordered.map(([line, cells]) => ({ line, cells: Array.from(cells, (cell) => cell ?? '') })) }
}

function shownIn(attributes: string, inside: string, texts: readonly string[]): string {
  if (/<f[\s>/]/.test(inside)) return noValue
  const kind = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
  if (kind === 'inlineStr') return textsIn(Buffer.from(inside, 'latin1').toString('utf8'))
  const value = /<v[^>]*>([^<]*)<\/v>/.exec(inside)?.[1] ?? ''
  if (kind === 's') return texts[Number(value)] ?? noValue
  if (kind === 'e') return noValue
  return kind === 'str' ? readable(Buffer.from(value, 'latin1').toString('utf8')) : plainNumber(value)
}

/** 1.5E3 of a sheet is 1500. */
const plainNumber = (value: string) => (/[eE]/.test(value) ? String(Number(value)) : value)

const sharedTexts = (xml: string): string[] =>
  [...xml.matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(([, inside = '']) => textsIn(inside))

/** The runs of a text, without its readings (ふりがな). */
const textsIn = (xml: string): string =>
  [...xml.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)]
    .map(([, text = '']) => readable(text))
    .join('')

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function readable(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]{1,6}|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

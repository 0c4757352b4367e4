import { columnLetters, placeOf } from '#src/lib/table/table.ts'

/** What is left of a sheet's XML for the library, and what was found in it by hand. */
export type CleanSheet = {
  xml: string
  /** Places whose content is computed, with the kept result as it stands in the file. */
  formulas: Map<string, string>
  merged: string[]
  cellCount: number
}

export type SheetLimits = { cells: number; merged: number; columns: number }
export const sheetLimits: SheetLimits = { cells: 300_000, merged: 2_000, columns: 1_000 }

/**
 * Takes from a sheet only its cells that hold something.
 *
 * A million empty rows, formats to the edge of the sheet, merged areas and input rules over whole columns are what
 * makes a library run out of memory, so none of them reaches it. The text is handled as Latin-1, byte by byte: all
 * signs looked for are ASCII, and the Japanese between them stays as it is.
 */
export function cleanSheet(content: Buffer, limits = sheetLimits): CleanSheet | { problem: string } {
  const text = content.toString('latin1')
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/.test(text) || !/<worksheet[\s>]/.test(text))
    return { problem: unusual }
  const body = bodyOf(text)
  const cells = body.full
    .replace(/<c\b[^>]*\/>|<c\b[^>]*>\s*<\/c>/g, '')
    .replace(/<row\b[^>]*\/>|<row\b[^>]*>\s*<\/row>/g, '')
  const cellCount = countOf(cells, '<c ')
  if (cellCount > limits.cells) {
    return { problem: `データのあるセルが${limits.cells.toLocaleString('ja-JP')}を超えています` }
  }
  const far = farCell(cells, limits.columns)
  if (far) return { problem: `${far}より右の列は読めません。離れた所にあるセルを消してください` }
  const merged = mergedIn(body.after)
  if (merged.length > limits.merged)
    return { problem: '結合したセルが多すぎます。結合を解いて保存し直してください' }
  const formulas = formulasIn(cells)
  const plain = withoutFormulas(cells)
    .replace(/<rPh\b[^>]*>.*?<\/rPh>/gs, '')
    .replace(/(<c\b[^>]*\bt=")d"/g, '$1str"')
  return { xml: `${opening}${plain}</sheetData></worksheet>`, formulas, merged, cellCount }
}

const unusual =
  'この書き方のファイルは読めません。エクセルで開き、「Excel ブック（.xlsx）」で保存し直してください'
const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet ' +
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'

function bodyOf(text: string): { full: string; after: string } {
  const start = text.indexOf('<sheetData')
  if (start < 0) return { full: '', after: '' }
  const open = text.indexOf('>', start)
  if (text[open - 1] === '/') return { full: '', after: text.slice(open) }
  const end = text.lastIndexOf('</sheetData>')
  return end < 0 ? { full: '', after: '' } : { full: text.slice(open + 1, end), after: text.slice(end) }
}

function countOf(text: string, word: string): number {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1
  return count
}

function farCell(cells: string, mostColumns: number): string | undefined {
  for (const [, address = ''] of cells.matchAll(/<c\b[^>]*?\br="([^"]*)"/g)) {
    const place = placeOf(address)
    if (!place || place.column > mostColumns) return columnLetters(mostColumns)
  }
  return undefined
}

const mergedIn = (after: string): string[] =>
  [...after.matchAll(/<mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)].flatMap(
    ([, range]) => range ?? [],
  )

/** Every cell with a formula, also those that only share one, whatever the library would make of it. */
function formulasIn(cells: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { index } of cells.matchAll(/<f[\s>/]/g)) {
    const start = cells.lastIndexOf('<c ', index)
    const address = /\br="([^"]*)"/.exec(cells.slice(start, cells.indexOf('>', start)))?.[1]
    const end = cells.indexOf('</c>', index)
    const kept = /<v[^>]*>([^<]*)<\/v>/.exec(cells.slice(index, end < 0 ? undefined : end))?.[1] ?? ''
    if (address) found.set(address, Buffer.from(kept, 'latin1').toString('utf8'))
  }
  return found
}

const withoutFormulas = (cells: string) => cells.replace(/<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>/g, '')

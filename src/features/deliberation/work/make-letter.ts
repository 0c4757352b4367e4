import type { TextBlock, TextDocument, TextRun } from '#src/lib/document/text-document.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'

const templates = new URL('./typst/', import.meta.url)

/** An official letter as PDF/UA-1: the same document as its DOCX, and the same bytes every time. */
export async function makeLetter(letter: TextDocument): Promise<Uint8Array> {
  const { title, author, date, blocks } = letter
  const data = { 'letter.json': JSON.stringify({ title, author, blocks: blocks.map(linesOf(title)) }) }
  return (await typeset({ templates, main: 'letter.typ', data, date })).pdf
}

/** What the template reads: who it goes to stands before the title, and lines set in by blanks are items. */
function linesOf(title: string) {
  let isHead = true
  return (block: TextBlock) => {
    if (block.kind === 'table') {
      const { widths, head, rows } = block
      return { kind: 'table', widths, head, rows: rows.map((row) => row.map(wordsOf)) }
    }
    if (block.kind !== 'paragraph') throw new RangeError('a letter has paragraphs and tables only')
    const text = wordsOf(block.runs)
    const isTitle = block.look === 'centre' && text === title
    isHead = isHead && !isTitle
    const isItem = text.startsWith('\u3000\u3000')
    const look = isTitle ? 'title' : (block.look ?? (isHead ? 'addressee' : isItem ? 'item' : ''))
    return { kind: 'paragraph', look, text: isItem ? text.trim() : text }
  }
}

const wordsOf = (runs: readonly TextRun[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : '')).join('')

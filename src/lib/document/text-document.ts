/** A piece of a line: words, or words with a part to play. `added` and `removed` are the marks of a comparison. */
export type TextRun =
  | string
  | { strong: TextRun[] }
  | { emphasis: TextRun[] }
  | { link: string; words: TextRun[] }
  | { ruby: string; reading: string }
  | { break: true }
  | { added: string }
  | { removed: string }

/** `widths` are shares of the width that make 100; `numeric` columns stand right. The first row is the head. */
export type TextTable = {
  kind: 'table'
  caption: string
  widths: readonly number[]
  head: readonly string[]
  numeric?: readonly number[]
  rows: readonly (readonly (readonly TextRun[])[])[]
}

export type TextBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; id?: string }
  | { kind: 'paragraph'; runs: readonly TextRun[]; look?: 'lead' | 'note' | 'right' | 'centre' }
  | { kind: 'list'; items: readonly (readonly TextBlock[])[]; isOrdered: boolean }
  | TextTable
  | TextDrawing

/** A picture as SVG with the words that stand for it; `percent` of the width of the text. */
export type TextDrawing = { kind: 'drawing'; svg: string; alternative: string; percent: number }

/** A document in the order it is read, for a word processor or a browser; how it looks is theirs. */
export type TextDocument = {
  title: string
  /** Lines under the title: city, period, version. */
  subtitle: readonly string[]
  author: string
  /** `YYYY-MM-DD`: the document's own date, so that the same content gives the same bytes. */
  date: string
  /** Runs along the top of every page. */
  header: string
  hasContents: boolean
  isLandscape: boolean
  /** A letter has no title page: its first line is its number. */
  isLetter?: boolean
  blocks: readonly TextBlock[]
}

export const paragraph = (...runs: TextRun[]): TextBlock => ({ kind: 'paragraph', runs })
export const heading = (level: 1 | 2 | 3 | 4, text: string, id?: string): TextBlock =>
  id ? { kind: 'heading', level, text, id } : { kind: 'heading', level, text }

import type { MissingCharacter } from './missing-characters.ts'

/**
 * One document to typeset. Templates are ours and trusted; people's words come only as JSON in `data`,
 * so that `#panic()`, `*` or `$` in them stay characters.
 */
export type TypesetJob = {
  /** Folder of the templates, which is also the root of their paths. */
  templates: URL
  /** The template to begin with, inside the folder. */
  main: string
  /** Files the templates read by `json("/book.json")`: path under the root and text. */
  data: Readonly<Record<string, string>>
  /** Day the PDF says it was made, `YYYY-MM-DD`; a fixed day gives the same bytes every time. */
  date: string
  /** Label of the `metadata` whose values come back as `marks`; none when left out. */
  marks?: string
}

export type Typeset = {
  pdf: Uint8Array
  pages: number
  /** Values the templates left under the label `marks`, in the order of the pages. */
  marks: readonly unknown[]
  /** What no font could show: replaced by 〓, with its place in the data. */
  missing: readonly MissingCharacter[]
}

/** The job as it travels to the process that does it. */
export type TypesetMessage = Omit<TypesetJob, 'templates'> & { templates: string }

/** What comes back: the document, or why it could not be made. */
export type TypesetAnswer = { typeset: Typeset } | { problem: string }

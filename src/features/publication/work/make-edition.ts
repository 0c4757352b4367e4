import { readFile } from 'node:fs/promises'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { htmlDocument } from '#src/lib/document/html-document.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { type BookOptions, planBook } from '../core/book-content.ts'
import { bookDocument } from '../core/book-document.ts'

/** A book that has no pages of its own: its bytes, and what the book cannot show. */
export type Edition = { bytes: Uint8Array; remarks: string[] }

/** The plan book as DOCX, for a city that goes on working on it in a word processor. */
export async function makeWordBook(plan: PlanDocument, options: BookOptions = {}): Promise<Edition> {
  const book = planBook(plan, options)
  return { bytes: await writeDocument(bookDocument(book)), remarks: book.remarks }
}

/** The plan book as one HTML file that needs nothing else. */
export async function makeHtmlBook(plan: PlanDocument, options: BookOptions = {}): Promise<Edition> {
  const book = planBook(plan, options)
  const style = await readFile(new URL('./edition.css', import.meta.url), 'utf8')
  return { bytes: Buffer.from(htmlDocument(bookDocument(book), style)), remarks: book.remarks }
}

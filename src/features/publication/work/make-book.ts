import type { PlanDocument } from '#src/formats/plan-document.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import type { Typeset, TypesetJob } from '#src/platform/pdf/typesetting.ts'
import { type BookContent, type BookOptions, planBook } from '../core/book-content.ts'
import { bookDay } from '../core/book-imprint.ts'
import { crowdedPages, type Overflow, overflowsOf, overflowWarnings } from '../core/book-overflow.ts'
import { digestContent } from '../core/digest-content.ts'
import { missingWarnings } from '../core/missing-warnings.ts'

/** A finished book: the PDF, and what its makers should know, in sentences. */
export type MadeBook = { pdf: Uint8Array; pages: number; warnings: string[]; overflows: Overflow[] }

const shared = { templates: new URL('./typst/', import.meta.url), marks: 'mark' }

/**
 * The plan book (計画書) as PDF/UA-1. The same version of a plan gives the same bytes.
 *
 * All measures are set in the roomy look; where that does not hold some, the book is set once more with those closer
 * (what stays the same is not set again). To measure every measure beforehand would take twice the time.
 */
export async function makePlanBook(plan: PlanDocument, options: BookOptions = {}): Promise<MadeBook> {
  const content = planBook(plan, options)
  const job = (close: Record<string, string[]>): TypesetJob => ({
    ...shared,
    main: 'book.typ',
    data: { 'book.json': JSON.stringify(content), 'close.json': JSON.stringify(close) },
    date: bookDay(plan, options.date),
  })
  const roomy = await typeset(job({}))
  const crowded = crowdedPages(roomy.marks)
  return finished(content, content, Object.keys(crowded).length === 0 ? roomy : await typeset(job(crowded)))
}

/** The digest (概要版), four to eight pages from the same content as the book. */
export async function makeDigest(plan: PlanDocument, options: BookOptions = {}): Promise<MadeBook> {
  const content = planBook(plan, options)
  const digest = digestContent(content)
  const data = { 'digest.json': JSON.stringify(digest) }
  const made = await typeset({ ...shared, main: 'digest.typ', data, date: bookDay(plan, options.date) })
  return finished(content, digest, made)
}

function finished(
  { remarks }: BookContent,
  printed: unknown,
  { pdf, pages, marks, missing }: Typeset,
): MadeBook {
  const overflows = overflowsOf(marks)
  const warnings = [...remarks, ...overflowWarnings(overflows), ...missingWarnings(missing, printed)]
  return { pdf, pages, warnings, overflows }
}

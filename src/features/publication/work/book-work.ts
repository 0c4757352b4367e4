import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { JobRun, Progress } from '#src/platform/jobs/job-kind.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import type { BookOptions } from '../core/book-content.ts'
import type { BookKind } from '../core/book-kinds.ts'
import { type MadeBook, makeDigest, makePlanBook } from './make-book.ts'
import { type Edition, makeHtmlBook, makeWordBook } from './make-edition.ts'

type Input = { kind: BookKind; plan: PlanDocument; siteUrl: string; date: string }
type Made = { bytes: Uint8Array; name: string; contentType: string; remarks: string[] }
type Make = (plan: PlanDocument, options: BookOptions) => Promise<Made>

const pdf =
  (make: (plan: PlanDocument, options: BookOptions) => Promise<MadeBook>, word: string): Make =>
  async (plan, options) => {
    const { pdf: bytes, pages, warnings } = await make(plan, options)
    return {
      bytes,
      name: `${word}.pdf`,
      contentType: 'application/pdf',
      remarks: [`${pages}ページ`, ...warnings],
    }
  }
const edition =
  (make: (plan: PlanDocument, options: BookOptions) => Promise<Edition>, file: [string, string]): Make =>
  async (plan, options) => ({ ...(await make(plan, options)), name: file[0], contentType: file[1] })

const makers: Readonly<Record<BookKind, Make>> = {
  'plan-book': pdf(makePlanBook, '計画書'),
  digest: pdf(makeDigest, '概要版'),
  'plan-book-docx': edition(makeWordBook, ['計画書.docx', docxType]),
  'plan-book-html': edition(makeHtmlBook, ['計画書.html', 'text/html; charset=utf-8']),
}

/** Makes a plan book or digest in a worker thread. */
export const run: JobRun = async (input: unknown, progress: Progress) => {
  const { kind, plan, siteUrl, date } = input as Input
  progress(10, '組んでいます')
  const { bytes, name, contentType, remarks } = await makers[kind](plan, { siteUrl, date })
  progress(95, '仕上げています')
  return { file: { bytes, name: `${plan.title} ${plan.version.label} ${name}`, contentType }, remarks }
}

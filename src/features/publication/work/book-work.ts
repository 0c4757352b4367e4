import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { JobRun, Progress } from '#src/platform/jobs/job-kind.ts'
import { makeDigest, makePlanBook } from './make-book.ts'

type Input = { kind: 'plan-book' | 'digest'; plan: PlanDocument; siteUrl: string; date: string }

/** Typesets a plan book or digest in a worker thread. */
export const run: JobRun = async (input: unknown, progress: Progress) => {
  const { kind, plan, siteUrl, date } = input as Input
  progress(10, '組んでいます')
  const make = kind === 'digest' ? makeDigest : makePlanBook
  const { pdf, pages, warnings } = await make(plan, { siteUrl, date })
  progress(95, '仕上げています')
  const word = kind === 'digest' ? '概要版' : '計画書'
  return {
    file: {
      bytes: pdf,
      name: `${plan.title} ${plan.version.label} ${word}.pdf`,
      contentType: 'application/pdf',
    },
    remarks: [`${pages}ページ`, ...warnings],
  }
}

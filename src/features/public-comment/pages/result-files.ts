import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { madeOnce } from '#src/platform/made-once.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page } from '#src/platform/page.ts'
import { documentPdf } from '#src/platform/pdf/document-pdf.ts'
import { resultRows } from '../core/result.ts'
import { type ResultPaper, resultDocument, resultSheets } from '../core/result-document.ts'
import { getPublicCase } from '../store/queries/cases.ts'
import { periodWords } from './parts/comment-parts.tsx'

async function published(context: Context, caseId: string) {
  const one = await getPublicCase(context, caseId)
  const result = found(one.result, '意見募集の結果')
  const [{ plan }, city] = await Promise.all([
    getPublicVersion(context, one.sheet.versionId),
    getMunicipality(context),
  ])
  const paper: ResultPaper = {
    title: one.sheet.title,
    period: periodWords(one.sheet),
    city: city.name,
    isInvented: plan.isInvented,
  }
  return { result, paper, name: `${one.sheet.title}の結果` }
}

/** Typesetting takes a second, and a published result never changes. */
const pdfOnce = madeOnce<Uint8Array>(8)

export const resultCsv = page('/comments/:caseId/result.csv', {
  audience: 'public',
  async show(context, { params }) {
    const { result, name } = await published(context, params.caseId)
    const file = writeCsv(resultRows(result))
    return { file, contentType: 'text/csv; charset=utf-8', fileName: `${name}.csv` }
  },
})

export const resultPdf = page('/comments/:caseId/result.pdf', {
  audience: 'public',
  async show(context, { params }) {
    const { result, paper, name } = await published(context, params.caseId)
    const document = resultDocument(result, paper)
    const file = await pdfOnce(hashOf(document), async () => (await documentPdf(document)).pdf)
    return { file, contentType: 'application/pdf', fileName: `${name}.pdf`, inline: true }
  },
})

export const resultWorkbook = page('/comments/:caseId/result.xlsx', {
  audience: 'public',
  async show(context, { params }) {
    const { result, paper, name } = await published(context, params.caseId)
    const createdAt = new Date(`${result.publishedOn}T00:00:00Z`)
    const file = await writeWorkbook(resultSheets(result, paper), {
      createdAt,
      title: name,
      creator: paper.city,
    })
    return { file, contentType: xlsxType, fileName: `${name}.xlsx` }
  },
})

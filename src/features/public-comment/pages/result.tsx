import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { getPublicCase } from '../store/queries/cases.ts'
import { commentsCrumb, homeCrumb, periodWords } from './parts/comment-parts.tsx'
import { ResultView } from './parts/result-view.tsx'

async function published(context: Context, caseId: string) {
  const one = await getPublicCase(context, caseId)
  return { one, result: found(one.result, '意見募集の結果') }
}

/** 結果: what was said, what was answered and what changed; kept at this address for good. */
export const resultPage = page('/comments/:caseId/result', {
  audience: 'public',
  async show(context, { params }) {
    const { one, result } = await published(context, params.caseId)
    const { plan } = await getPublicVersion(context, one.sheet.versionId)
    return {
      title: `${one.sheet.title}の結果`,
      crumbs: [homeCrumb, commentsCrumb, { label: one.sheet.title, href: `/comments/${one.id}` }],
      isInvented: plan.isInvented,
      printLine: `${one.sheet.title}の結果　${eraDayDual(result.publishedOn)}公表`,
      body: (
        <>
          <h1>{one.sheet.title}の結果</h1>
          <p class="sb-sub">
            募集の期間：{periodWords(one.sheet)}
            <br />
            {eraDayDual(result.publishedOn)}公表。このあとの予定は、<a href="/process">策定の進行</a>
            にあります。
          </p>
          <ResultView result={result} versionId={one.sheet.versionId} />
          <ResultFiles caseId={one.id} />
          <LedToView ledTo={await findLedTo(context, one.id)} />
        </>
      ),
    }
  },
})

const ResultFiles = ({ caseId }: { caseId: string }) => (
  <p class="l-cluster l-gap">
    <a href={`/comments/${caseId}/result.pdf`}>この結果のPDF</a>
    <a href={`/comments/${caseId}/result.xlsx`}>この表をExcelで保存</a>
    <a href={`/comments/${caseId}/result.csv`}>この表をCSVで保存</a>
  </p>
)

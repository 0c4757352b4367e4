import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { publishResult } from '../store/commands/result.ts'
import { getCase } from '../store/queries/cases.ts'
import { draftResult } from '../store/queries/result.ts'
import { CaseTabs, casesCrumb } from './parts/case-tabs.tsx'
import { PublishForm, readCorrection } from './parts/publish-form.tsx'
import { ResultView } from './parts/result-view.tsx'

/** 結果: what still stands in the way, the table as it would be, and its publication. */
export const staffResultPage = page('/staff/comments/:caseId/result', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.caseId, { entered: {}, problems: {} }),
  async submit(context, { params: { caseId } }, form) {
    authorize(context, permissions, 'publish-result')
    const entered = enteredIn(form)
    const { table } = await draftResult(context, caseId)
    const { correction, problems } = readCorrection(table, entered)
    if (Object.keys(problems).length > 0)
      return { ...(await screen(context, caseId, { entered, problems })), status: 422 }
    const revision = Number(entered['revision'])
    const outcome = await unlessStale(publishResult(context, { caseId, revision, correction }))
    if (outcome.isStale)
      return { ...(await screen(context, caseId, { entered, problems, isStale: true })), status: 409 }
    return { seeOther: `/staff/comments/${caseId}/result?notice=published` }
  },
})

type State = { entered: Entered; problems: Problems; isStale?: boolean }

async function screen(
  context: Context,
  caseId: string,
  { entered, problems, isStale }: State,
): Promise<Screen> {
  authorize(context, permissions, 'read-replies')
  const current = await getCase(context, caseId)
  const draft = current.result ? undefined : await draftResult(context, caseId)
  const table = current.result ?? draft?.table
  const open = draft?.problems ?? []
  return {
    title: '結果',
    crumbs: [casesCrumb, { label: current.sheet.title, href: `/staff/comments/${caseId}` }],
    body: (
      <>
        <ProblemSummary problems={problems} />
        {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。もう一度確かめてください。" />}
        <div class="sb-title">
          <h1>結果</h1>
          {current.result && <a href={`/comments/${caseId}/result`}>公開のページを見る</a>}
        </div>
        <CaseTabs actor={context.actor} caseId={caseId} current="/result" />
        {open.length > 0 && (
          <div class="l-gap">
            <Banner tone="warn" title={`まだ公表できません（${open.length}件）`}>
              <ul class="sb-list">
                {open.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Banner>
          </div>
        )}
        {draft && open.length === 0 && (
          <Section id="publish" title="公表する">
            {mayDo(context.actor, permissions, 'publish-result') ? (
              <PublishForm
                draft={draft}
                entered={entered}
                problems={problems}
                revision={current.revision}
                contactYears={current.sheet.contactYears}
              />
            ) : (
              <p>公開責任者が公表します。</p>
            )}
          </Section>
        )}
        {table && (
          <Section id="table" title={current.result ? '公表した表' : '公表する表（いまの内容）'}>
            <ResultView result={table} versionId={current.sheet.versionId} />
          </Section>
        )}
      </>
    ),
  }
}

import { z } from 'zod'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { publishResult } from '../store/commands/result.ts'
import { getCase } from '../store/queries/cases.ts'
import { draftResult } from '../store/queries/result.ts'
import { CaseTabs, casesCrumb } from './parts/case-tabs.tsx'
import { Caution } from './parts/comment-parts.tsx'
import { ResultView } from './parts/result-view.tsx'

const publishing = z.object({
  submitters: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,5}$/, '提出した人の数を、整数で書いてください')
    .transform(Number),
})

/** 結果: what still stands in the way, the table as it would be, and its publication. */
export const staffResultPage = page('/staff/comments/:caseId/result', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.caseId, {}),
  async submit(context, { params: { caseId } }, form) {
    authorize(context, permissions, 'publish-result')
    const read = readForm(publishing, form)
    if (read.problems) return { ...(await screen(context, caseId, read.problems)), status: 422 }
    const { submitters } = read.values
    const { table } = await draftResult(context, caseId)
    if (submitters > table.submissions)
      return {
        ...(await screen(context, caseId, {
          submitters: '提出した人の数が、提出の件数より多くなっています',
        })),
        status: 422,
      }
    const outcome = await unlessStale(
      publishResult(context, { caseId, revision: Number(enteredIn(form)['revision']), submitters }),
    )
    if (outcome.isStale) return { ...(await screen(context, caseId, {})), status: 409 }
    return { seeOther: `/staff/comments/${caseId}/result?notice=published` }
  },
})

async function screen(context: Context, caseId: string, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'read-replies')
  const current = await getCase(context, caseId)
  const { table, problems: open } = current.result
    ? { table: current.result, problems: [] }
    : await draftResult(context, caseId)
  return {
    title: '結果',
    crumbs: [casesCrumb, { label: current.sheet.title, href: `/staff/comments/${caseId}` }],
    body: (
      <>
        <ProblemSummary problems={problems} />
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
        {open.length === 0 && !current.result && (
          <Section id="publish" title="公表する">
            {mayDo(context.actor, permissions, 'publish-result') ? (
              <form method="post" class="sb-form" noValidate>
                <input type="hidden" name="revision" value={current.revision} />
                <TextField
                  name="submitters"
                  label="提出した人の数"
                  value={String(table.submissions)}
                  problem={problems['submitters']}
                  support={`提出は${table.submissions}件です。同じ人が何通か出したときは、人の数に直します。`}
                  inputMode="numeric"
                  width="short"
                  required
                />
                <Caution>
                  公表した結果は、変えられません。連絡先は、きょうから{current.sheet.contactYears}
                  年で廃棄の対象になります。
                </Caution>
                <button class="dads-button" type="submit">
                  結果を公表する
                </button>
              </form>
            ) : (
              <p>公開責任者が公表します。</p>
            )}
          </Section>
        )}
        <Section id="table" title={current.result ? '公表した表' : '公表する表（いまの内容）'}>
          <ResultView result={table} versionId={current.sheet.versionId} />
        </Section>
      </>
    ),
  }
}

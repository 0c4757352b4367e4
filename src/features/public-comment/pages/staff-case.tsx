import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { orderBook } from '#src/features/publication/store/commands.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Banner, Section } from '#src/ui/parts.tsx'
import {
  approvalStepsOf,
  caseStateLabels,
  caseStateOn,
  contactRuleWords,
  identityLabels,
} from '../core/case.ts'
import { type MaterialKind, materialKindNames } from '../core/materials.ts'
import { announcementDraft, newsletterLimits, resultDraft } from '../core/newsletter.ts'
import { permissions } from '../core/permissions.ts'
import { openCase } from '../store/commands/cases.ts'
import { keepMaterials } from '../store/commands/materials.ts'
import { getCase } from '../store/queries/cases.ts'
import { listClasses } from '../store/queries/classes.ts'
import { listMaterials } from '../store/queries/materials.ts'
import { listOpeningChecks } from '../store/queries/opening.ts'
import { CaseTabs, casesCrumb } from './parts/case-tabs.tsx'
import { FactList, periodWords } from './parts/comment-parts.tsx'
import { StaffMaterials } from './parts/material-view.tsx'
import { Newsletter } from './parts/newsletter-view.tsx'
import { OpeningView } from './parts/opening-view.tsx'

/** 案件: the sheet, what should be looked at before it is announced, and the announcement. */
export const staffCasePage = page('/staff/comments/:caseId', {
  audience: 'staff',
  show: (context, { params, url }) =>
    screen(context, params.caseId, { letters: url.searchParams.get('letters') }),
  async submit(context, { params: { caseId }, site, wakeJobs }, form) {
    const { act, revision } = enteredIn(form)
    if (act === 'material') {
      await makeMaterials(context, caseId, site)
      wakeJobs()
      return { seeOther: `/staff/comments/${caseId}?notice=saved#material` }
    }
    const outcome = await unlessStale(openCase(context, { caseId, revision: Number(revision) }))
    if (outcome.isStale) return { ...(await screen(context, caseId, { isStale: true })), status: 409 }
    return { seeOther: `/staff/comments/${caseId}?notice=opened` }
  },
})

/** Orders every paper of the version that is laid open, and writes down which works make them. */
async function makeMaterials(context: Context, caseId: string, siteUrl: string) {
  authorize(context, permissions, 'edit-case')
  const { sheet } = await getCase(context, caseId)
  const { plan } = await getPublicVersion(context, sheet.versionId)
  const materials: { kind: MaterialKind; jobId: string }[] = []
  for (const kind of materialKindNames) {
    const order = { planId: plan.planId, versionId: sheet.versionId, kind, siteUrl }
    materials.push({ kind, jobId: await orderBook(context, order) })
  }
  await keepMaterials(context, { caseId, materials })
}

type State = { isStale?: boolean; letters?: string | null }

async function screen(context: Context, caseId: string, { isStale, letters }: State): Promise<Screen> {
  const limit = newsletterLimits.find((one) => String(one) === letters) ?? 400
  const materials = await listMaterials(context, caseId)
  const current = await getCase(context, caseId)
  const { sheet } = current
  const { plan, hash } = await getPublicVersion(context, sheet.versionId)
  const classes = await listClasses(context, sheet.classSet)
  const state = caseStateOn(current, tokyoDay(context.now))
  return {
    title: sheet.title,
    crumbs: [casesCrumb],
    facts: [
      { label: '状態', value: caseStateLabels[state] },
      { label: '版', value: plan.version.label },
    ],
    body: (
      <>
        {isStale && <Banner tone="warn" title="ほかの人が先に保存しました。もう一度確かめてください。" />}
        <div class="sb-title">
          <h1>{sheet.title}</h1>
          {state === 'draft' && mayDo(context.actor, permissions, 'edit-case') && (
            <a class="dads-button dads-button--secondary" href={`/staff/comments/${caseId}/edit`}>
              案件を直す
            </a>
          )}
          {state !== 'draft' && <a href={`/comments/${caseId}`}>公開のページを見る</a>}
        </div>
        <CaseTabs actor={context.actor} caseId={caseId} current="" />
        {state === 'draft' && (
          <OpeningView
            actor={context.actor}
            current={current}
            checks={await listOpeningChecks(context, current)}
          />
        )}
        <Section id="sheet" title="案件の内容">
          <FactList
            rows={[
              ['担当課', sheet.office || 'なし'],
              ['趣旨', sheet.purpose],
              ['やさしい日本語の説明', sheet.easyPurpose || 'なし'],
              [
                '意見を募る版',
                `${plan.version.label}（SHA-256 ${hash.replace('sha256:', '').slice(0, 16)}…）`,
              ],
              ['関係資料', sheet.papers || 'なし'],
              ['期間', periodWords(sheet)],
              ['短くする理由', sheet.shortReason || 'なし'],
              ['提出できる人', sheet.whoMay],
              ['氏名と住所', `${identityLabels[sheet.identity]}。${contactRuleWords(sheet)}`],
              ['承認の順', approvalStepsOf(sheet).join('、')],
              ['提出の方法', sheet.ways],
              ['閲覧場所', sheet.places],
              ['問合せ', sheet.contact],
              ['対応区分', classes.map(({ label }) => label).join('、')],
            ]}
          />
        </Section>
        <StaffMaterials
          caseId={caseId}
          materials={materials}
          mayMake={!current.publishedAt && mayDo(context.actor, permissions, 'edit-case')}
        />
        <Newsletter
          title={current.result ? '広報紙の原稿（案）：結果' : '広報紙の原稿（案）'}
          limit={limit}
          draft={current.result ? resultDraft(sheet, current.result, limit) : announcementDraft(sheet, limit)}
        />
      </>
    ),
  }
}

import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Banner, Section } from '#src/ui/parts.tsx'
import { caseStateLabels, caseStateOn, identityLabels, sheetWarnings } from '../core/case.ts'
import { classesOf } from '../core/classes.ts'
import { mayOpen, permissions } from '../core/permissions.ts'
import { openCase } from '../store/commands/cases.ts'
import { type CommentCase, getCase } from '../store/queries/cases.ts'
import { CaseTabs, casesCrumb } from './parts/case-tabs.tsx'
import { Caution, FactList, periodWords } from './parts/comment-parts.tsx'

/** 案件: the sheet, what should be looked at before it is announced, and the announcement. */
export const staffCasePage = page('/staff/comments/:caseId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.caseId),
  async submit(context, { params: { caseId } }, form) {
    const outcome = await unlessStale(
      openCase(context, { caseId, revision: Number(enteredIn(form)['revision']) }),
    )
    if (outcome.isStale) return { ...(await screen(context, caseId, true)), status: 409 }
    return { seeOther: `/staff/comments/${caseId}?notice=opened` }
  },
})

async function screen(context: Context, caseId: string, isStale = false): Promise<Screen> {
  const current = await getCase(context, caseId)
  const { sheet } = current
  const { plan, hash } = await getPublicVersion(context, sheet.versionId)
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
        {state === 'draft' && <Opening current={current} context={context} />}
        <Section id="sheet" title="案件の内容">
          <FactList
            rows={[
              ['趣旨', sheet.purpose],
              [
                '意見を募る版',
                `${plan.version.label}（SHA-256 ${hash.replace('sha256:', '').slice(0, 16)}…）`,
              ],
              ['期間', periodWords(sheet)],
              ['短くする理由', sheet.shortReason || 'なし'],
              ['提出できる人', sheet.whoMay],
              ['氏名と住所', identityLabels[sheet.identity]],
              ['提出の方法', sheet.ways],
              ['閲覧場所', sheet.places],
              ['問合せ', sheet.contact],
              [
                '対応区分',
                classesOf(sheet.classSet)
                  .map(({ label }) => label)
                  .join('、'),
              ],
            ]}
          />
        </Section>
        <Newsletter current={current} />
      </>
    ),
  }
}

function Opening({ current, context }: { current: CommentCase; context: Context }) {
  const warnings = sheetWarnings(current.sheet)
  const may = mayDo(context.actor, permissions, 'open-case')
  return (
    <Section id="opening" title="公表する">
      {warnings.length > 0 && (
        <ul class="sb-list l-gap-after">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {may && mayOpen(context.actor, current) ? (
        <form method="post" class="l-flow">
          <input type="hidden" name="revision" value={current.revision} />
          <Caution>公表すると、案件の中身は変えられません。始まりの日までは「予告」として見えます。</Caution>
          <button class="dads-button" type="submit">
            この意見募集を公表する
          </button>
        </form>
      ) : (
        <p>公表は、この案件を最後に書いた人とは別の人（企画か公開責任者）がします。</p>
      )}
    </Section>
  )
}

/** 広報紙原稿案: the same facts in the length of a newsletter item. */
function Newsletter({ current: { sheet } }: { current: CommentCase }) {
  const text = [
    `■${sheet.title}`,
    sheet.purpose,
    `期間　${periodWords(sheet)}`,
    `対象　${sheet.whoMay}`,
    `閲覧場所　${sheet.places}`,
    `提出方法　${sheet.ways}`,
    `問合せ　${sheet.contact}`,
  ].join('\n')
  return (
    <Section id="newsletter" title="広報紙の原稿（案）">
      <p class="sb-sub">{[...text.replaceAll(/\s/g, '')].length}字</p>
      <p class="sb-prewrap sb-box">{text}</p>
    </Section>
  )
}

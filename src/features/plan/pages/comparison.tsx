import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { page } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState } from '#src/ui/parts.tsx'
import { changeSummary, groupChanges } from '../core/diff/change-groups.ts'
import { comparisonDocument } from '../core/diff/comparison-document.ts'
import { diffPlans } from '../core/diff/diff-plans.ts'
import { isShown } from '../core/diff/plan-change.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { getVersionDocument, listVersions, type VersionSummary } from '../store/queries/versions.ts'
import { ChangesOf } from '../views/change-list.tsx'
import { comparisonAddress, versionsAddress } from './parts/addresses.ts'

const working = 'working'

/** 版をくらべる: any two versions, or a version and the working plan. */
export const comparisonPage = page('/staff/plans/:planId/diff', {
  audience: 'staff',
  async show(context, { params, url }) {
    const { planId } = params
    const versions = await listVersions(context, planId)
    const chosen = chosenOf(url, versions)
    const sides = chosen.from === '' ? undefined : await sidesOf(context, planId, chosen)
    const plan = await getPlanDocument(context, planId)
    return {
      title: '版をくらべる',
      crumbs: [{ label: '版と公開', href: versionsAddress(planId) }],
      facts: await planFacts(context, planId),
      isInvented: plan.isInvented,
      body: <Comparison planId={planId} versions={versions} chosen={chosen} sides={sides} />,
    }
  },
})

/** The same as a document for the council (新旧対照表). */
export const comparisonFile = page('/staff/plans/:planId/diff.docx', {
  audience: 'staff',
  async show(context, { params, url }) {
    const chosen = chosenOf(url, await listVersions(context, params.planId))
    const { before, after } = await sidesOf(context, params.planId, chosen)
    const date = after.version.frozenOn ?? tokyoDay(context.now)
    return {
      file: await writeDocument(comparisonDocument(before, after, date)),
      contentType: docxType,
      fileName: `${after.title} 新旧対照表.docx`,
    }
  },
})

type Chosen = { from: string; to: string }
type Sides = { before: PlanDocument; after: PlanDocument }

/** Unless told otherwise, the last version is compared with the working plan. */
const chosenOf = (url: URL, versions: readonly VersionSummary[]): Chosen => ({
  from: url.searchParams.get('from') ?? versions[0]?.id ?? '',
  to: url.searchParams.get('to') ?? working,
})

async function sidesOf(context: Context, planId: string, { from, to }: Chosen): Promise<Sides> {
  return { before: await documentOf(context, planId, from), after: await documentOf(context, planId, to) }
}

async function documentOf(context: Context, planId: string, side: string): Promise<PlanDocument> {
  const plan =
    side === working ? await getPlanDocument(context, planId) : await getVersionDocument(context, side)
  if (plan.planId !== planId) throw new Refusal('not-found', 'この計画の版ではありません')
  return plan
}

type ComparisonProps = {
  planId: string
  versions: readonly VersionSummary[]
  chosen: Chosen
  sides: Sides | undefined
}

function Comparison({ planId, versions, chosen, sides }: ComparisonProps) {
  const choices = [
    ...versions.map(({ id, label }) => ({ value: id, label })),
    { value: working, label: '作業中の計画' },
  ]
  return (
    <>
      <h1>版をくらべる</h1>
      {versions.length === 0 ? (
        <EmptyState title="まだ版がありません。">
          <p>
            <a href={versionsAddress(planId)}>版と公開</a>で版をつくると、作業中の計画とくらべられます。
          </p>
        </EmptyState>
      ) : (
        <form method="get" class="l-cluster l-gap" action={comparisonAddress(planId)}>
          <SelectField name="from" label="前" value={chosen.from} width="mid" choices={choices} />
          <SelectField name="to" label="後" value={chosen.to} width="mid" choices={choices} />
          <button class="dads-button dads-button--secondary" type="submit">
            くらべる
          </button>
        </form>
      )}
      {sides && <Changes planId={planId} chosen={chosen} {...sides} />}
      <AboutScreen>
        <p>
          番号だけの変更は示しません。段落は、言葉の単位でくらべます。新旧対照表は、審議会などの資料として使えるWordの文書です。
        </p>
      </AboutScreen>
    </>
  )
}

function Changes({ planId, chosen, before, after }: Sides & { planId: string; chosen: Chosen }) {
  const changes = diffPlans(before, after).filter(isShown)
  return (
    <>
      <p class="sb-lead l-measure l-gap">{changeSummary(changes)}</p>
      {changes.length > 0 && (
        <p>
          <a
            class="dads-button dads-button--secondary"
            href={`${comparisonAddress(planId)}.docx?${new URLSearchParams(chosen)}`}
          >
            新旧対照表を保存する（Word）
          </a>
        </p>
      )}
      {groupChanges(changes, { before, after }).map((policy) => (
        <section key={policy.id ?? 'all'} class="l-section">
          <h2>{`${policy.number} ${policy.title}`.trim()}</h2>
          <ChangesOf policy={policy} />
        </section>
      ))}
    </>
  )
}

import { rules } from '#src/features/plan/core/lint/rules.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { Waiver } from '#src/formats/plan-parts.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import {
  homeCrumb,
  planCrumb,
  publicScreen,
  unitName,
  versionWords,
  withPublicPlan,
} from './parts/public-page.tsx'

/** 点検の例外: what the plan was let through with, why, by whom and until when. */
export const checksPage = page('/plan/checks', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, (shown) =>
      publicScreen(shown, {
        title: '点検の例外',
        crumbs: [homeCrumb, planCrumb],
        body: <Checks shown={shown} />,
      }),
    ),
})

function Checks({ shown }: { shown: PublicPlan }) {
  const { waivers } = shown.plan
  const running = rules.filter(({ check }) => check).length
  return (
    <div class="l-flow">
      <h1>点検の例外</h1>
      <p class="sb-lead l-measure">
        この計画は、{running}
        の規則で点検してから、版として固めています。直せない指摘を残すときは、理由と期限を決めて、ここで公開します。
      </p>
      <p class="sb-sub">{versionWords(shown)}</p>
      {waivers.length === 0 ? (
        <EmptyState title="例外はありません。">
          <p>この版は、例外なしで点検を通りました。</p>
        </EmptyState>
      ) : (
        <ScrollFrame label="点検の例外">
          <table class="dads-table dads-table--wide">
            <caption>点検の例外（{waivers.length}件）</caption>
            <thead>
              <tr>
                <th scope="col">規則</th>
                <th scope="col">対象</th>
                <th scope="col">理由</th>
                <th scope="col">認めた課</th>
                <th scope="col">期限</th>
              </tr>
            </thead>
            <tbody>
              {waivers.map((waiver) => (
                <WaiverRow key={waiver.id} shown={shown} waiver={waiver} />
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </div>
  )
}

function WaiverRow({ shown, waiver }: { shown: PublicPlan; waiver: Waiver }) {
  const rule = rules.find(({ id }) => id === waiver.ruleId)
  return (
    <tr>
      <th scope="row">
        <code>{waiver.ruleId}</code> {rule?.title}
      </th>
      <td>{waiver.subject || '計画全体'}</td>
      <td>{waiver.reason}</td>
      <td>{unitName(shown, waiver.grantedBy)}</td>
      <td>{eraDay(waiver.expiresOn)}</td>
    </tr>
  )
}

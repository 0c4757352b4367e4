import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { EvidenceView, GoalView, PrincipleView, TriggerView } from '#src/features/plan/views/plan-views.tsx'
import { page } from '#src/platform/page.ts'
import { Chapter } from './parts/chapter.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'

/** 別の見方: the plan by principle, goal, evidence and condition of review. */
export const viewsPage = page('/plan/views', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, (shown) =>
      publicScreen(shown, {
        title: '別の見方で読む',
        crumbs: [homeCrumb, planCrumb],
        body: <Views shown={shown} />,
      }),
    ),
})

function Views({ shown: { plan } }: { shown: PublicPlan }) {
  const hrefOf = (itemId: string) => `/plan/items/${itemId}`
  return (
    <>
      <h1>別の見方で読む</h1>
      <p class="sb-lead l-measure">計画を、つくるときの原則、SDGs、根拠、見直しの条件から見ます。</p>
      <Chapter
        parts={[
          { id: 'principles', title: '策定方針の原則', body: <PrincipleView plan={plan} hrefOf={hrefOf} /> },
          { id: 'goals', title: 'SDGs', body: <GoalView plan={plan} hrefOf={hrefOf} /> },
          { id: 'evidence', title: '根拠', body: <EvidenceView plan={plan} hrefOf={hrefOf} /> },
          { id: 'triggers', title: '見直しの条件', body: <TriggerView plan={plan} hrefOf={hrefOf} /> },
        ]}
      />
    </>
  )
}

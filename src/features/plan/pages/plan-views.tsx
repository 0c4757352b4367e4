import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { planFacts } from '../store/queries/facts.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { EvidenceView, GoalView, OwnerView, PrincipleView, TriggerView } from '../views/plan-views.tsx'
import { itemAddress } from './parts/addresses.ts'

export const viewsDoor = page('/staff/views', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? `/staff/views/${plan.id}` : '/staff/plans/all' }
  },
})

/** 横断の見方: the whole plan by principle, goal, unit, evidence and condition of review. */
export const viewsPage = page('/staff/views/:planId', {
  audience: 'staff',
  async show(context, { params }) {
    const plan = await getPlanDocument(context, params.planId)
    const hrefOf = (itemId: string) => itemAddress(plan.planId, itemId)
    const views = [
      { id: 'principles', title: '策定方針の原則', body: <PrincipleView plan={plan} hrefOf={hrefOf} /> },
      { id: 'goals', title: 'SDGs', body: <GoalView plan={plan} hrefOf={hrefOf} /> },
      { id: 'owners', title: '担当課の受け持ち', body: <OwnerView plan={plan} /> },
      { id: 'evidence', title: '根拠', body: <EvidenceView plan={plan} hrefOf={hrefOf} /> },
      { id: 'triggers', title: '見直しの条件', body: <TriggerView plan={plan} hrefOf={hrefOf} /> },
    ]
    return {
      title: '横断の見方',
      facts: await planFacts(context, plan.planId),
      isInvented: plan.isInvented,
      body: (
        <>
          <h1>横断の見方</h1>
          <nav aria-label="この画面の中">
            <ul class="l-cluster">
              {views.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {views.map(({ id, title, body }) => (
            <section key={id} class="l-section l-flow" aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {body}
            </section>
          ))}
          <AboutScreen>
            <p>
              計画を体系とは別の向きから見ます。かたよりや抜けを見つけるための画面です。公開サイトの「別の見方」には、担当課の受け持ちを除いて同じものが出ます。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

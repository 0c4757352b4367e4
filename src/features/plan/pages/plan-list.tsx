import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { choosePrimaryPlan } from '../store/commands/concept.ts'
import { instantWords } from '../store/queries/facts.ts'
import { listPlans, type PlanSummary } from '../store/queries/plans.ts'
import { planAddress } from './parts/addresses.ts'

/** Without a choice to make, the plan of the city opens at once. */
export const plansDoor = page('/staff/plans', {
  audience: 'staff',
  async show(context) {
    const plans = await listPlans(context)
    const primary = plans.find((plan) => plan.primarySince)
    if (primary) return { seeOther: planAddress(primary.id) }
    return screen(context, plans)
  },
})

export const planList = page('/staff/plans/all', {
  audience: 'staff',
  show: async (context) => screen(context, await listPlans(context)),
  async submit(context, _visit, form) {
    await choosePrimaryPlan(context, { planId: String(form.get('planId') ?? '') })
    return { seeOther: '/staff/plans/all?notice=saved' }
  },
})

const screen = (context: Context, plans: readonly PlanSummary[]) => ({
  title: '計画の一覧',
  isInvented: false,
  body: (
    <PlanList
      plans={plans}
      mayImport={mayDo(context.actor, permissions, 'import-plan')}
      mayChoose={mayDo(context.actor, permissions, 'edit-concept')}
    />
  ),
})

type PlanListProps = { plans: readonly PlanSummary[]; mayImport: boolean; mayChoose: boolean }

function PlanList({ plans, mayImport, mayChoose }: PlanListProps) {
  return (
    <>
      <div class="sb-title">
        <h1>計画の一覧</h1>
        {mayImport && (
          <div class="l-cluster">
            <a class="dads-button" href="/staff/plans/import">
              計画を取り込む
            </a>
            <a class="dads-button dads-button--secondary" href="/staff/plans/new">
              新しく始める
            </a>
          </div>
        )}
      </div>
      {plans.length === 0 && (
        <EmptyState title="まだ計画がありません。">
          <p>
            {mayImport
              ? 'いまの計画のデータ（StratML か標の JSON）があれば取り込みます。なければ、新しく始めてください。'
              : '企画担当（事務局）が計画を始めると、ここに出ます。'}
          </p>
        </EmptyState>
      )}
      <ul class="sb-rows sb-rows--2">
        {plans.map((plan) => (
          <li key={plan.id}>
            <p class="sb-rows__when">{plan.primarySince && <Badge tone="info">公開する計画</Badge>}</p>
            <div>
              <p class="sb-rows__title">
                <a href={planAddress(plan.id)}>{plan.title}</a>
              </p>
              <p class="sb-sub">最終保存 {instantWords(plan.updatedAt)}</p>
              {mayChoose && !plan.primarySince && (
                <form method="post" action="/staff/plans/all">
                  <input type="hidden" name="planId" value={plan.id} />
                  <button class="dads-button dads-button--secondary dads-button--small" type="submit">
                    公開する計画にする<span class="vh">：{plan.title}</span>
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      <AboutScreen>
        <p>
          計画はいくつでも持てます。公開サイトに出るのは「公開する計画」の1つだけで、公開された版が出ます。作業中の内容は公開サイトに出ません。
        </p>
      </AboutScreen>
    </>
  )
}

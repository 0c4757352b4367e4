import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { listFieldsOfBodies } from '#src/features/organization/store/queries-subcommittees.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { answersFor } from '../core/answers-for.ts'
import { sits, sitsOn } from '../core/bodies.ts'
import { type OrganisationNode, organisationOf } from '../core/organisation.ts'
import { permissions } from '../core/permissions.ts'
import { listBodies, listMembers, todayOf } from '../store/queries.ts'
import { OrganisationFigure } from '../views/organisation-figure.tsx'
import { DeliberationTabs, meetingsCrumb } from './parts/deliberation-tabs.tsx'

const title = '策定組織体系図'

/** 策定組織体系図 for staff, leading to the pages of the bodies. */
export const organisationPage = page('/staff/bodies/chart', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'read-meetings')
    const nodes = await nodesOf(context, await planOfStaff(context))
    return {
      title,
      printLine: title,
      crumbs: [meetingsCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>{title}</h1>
          </div>
          <DeliberationTabs current="/staff/bodies/chart" />
          <div class="l-gap l-flow">
            {nodes.some(({ isBody }) => isBody) ? (
              <OrganisationFigure nodes={nodes} title={title} addressOf={(id) => `/staff/bodies/${id}`} />
            ) : (
              <EmptyState title="まだ会議体がありません。">
                <p>会議体を加えると、図になります。</p>
              </EmptyState>
            )}
            <p class="sb-sub">
              会議体の種類と「上の会議体」から描いています。会議体のページで直すと、図も変わります。専門部会の受け持ちは、
              <a href="/staff/organization/subcommittees">専門部会の受け持ち</a>
              で決めます。かっこの中は、その政策の施策を担当する部です。
            </p>
          </div>
        </>
      ),
    }
  },
})

/** The same for residents. */
export const publicOrganisationPage = page('/meetings/organization', {
  audience: 'public',
  async show(context) {
    const nodes = await nodesOf(context, (await findPublicPlan(context))?.plan)
    return {
      title: '計画をつくる体制',
      printLine: title,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '会議の記録', href: '/meetings' },
      ],
      body: (
        <>
          <h1>計画をつくる体制</h1>
          <p class="sb-lead l-measure">
            だれが話し合い、だれが決めるか、どの部会がどの政策を受け持つかを、図にしました。
          </p>
          <div class="l-gap l-flow">
            <OrganisationFigure nodes={nodes} title={title} addressOf={(id) => `/meetings/bodies/${id}`} />
          </div>
        </>
      ),
    }
  },
})

/** The plan as it is being written, for those who may read it; others see the policies that were published. */
async function planOfStaff(context: Context): Promise<PlanDocument | undefined> {
  if (!mayDo(context.actor, planPermissions, 'read-working-plan'))
    return (await findPublicPlan(context))?.plan
  const primary = await findPrimaryPlan(context)
  return primary && getPlanDocument(context, primary.id)
}

/** 市長, 町長, 村長: after the last sign of the municipality's name. */
async function nodesOf(context: Context, plan: PlanDocument | undefined): Promise<OrganisationNode[]> {
  const bodies = (await listBodies(context)).filter((body) => sits(body, todayOf(context)))
  const members = await listMembers(context)
  const city = await findMunicipality(context)
  const today = tokyoDay(context.now)
  const counts = new Map(
    bodies.map(({ id }) => [id, members.filter((one) => one.bodyId === id && sitsOn(one, today)).length]),
  )
  const kind = city?.name.at(-1) ?? '市'
  const fields = answersFor(await listFieldsOfBodies(context), plan)
  return organisationOf({ bodies, counts, fields, head: `${kind}長`, office: city?.contactOffice ?? '' })
}

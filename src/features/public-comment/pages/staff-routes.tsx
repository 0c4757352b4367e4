import { z } from 'zod'
import { isWithoutOwner } from '#src/features/organization/core/ownership.ts'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { currentUnitOf, unitNameOn } from '#src/features/organization/core/succession.ts'
import { isValidOn } from '#src/features/organization/core/units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { overdueOf } from '../core/reply-steps.ts'
import { routeComments } from '../store/commands/routes.ts'
import { getCase } from '../store/queries/cases.ts'
import { listCommentPlaces, listOrphans } from '../store/queries/places.ts'
import { listComments, listReplies, listRoutes } from '../store/queries/replies.ts'
import { casesCrumb } from './parts/case-tabs.tsx'
import { RoutesView } from './parts/routes-view.tsx'

const routing = z.object({ dueOn: dayField('期限') })

/** 担当: which section answers what, and by when. */
export const routesPage = page('/staff/comments/:caseId/routes', {
  audience: 'staff',
  maxBytes: 4 * 1024 * 1024,
  show: (context, { params }) => screen(context, params.caseId, {}),
  async submit(context, { params: { caseId } }, form) {
    authorize(context, permissions, 'route-comments')
    const entered = enteredIn(form)
    const read = readForm(routing, form)
    const chosen = [...new Set(entriesOf(form, 'opinion'))]
    const byPlan = entered['act'] === 'by-plan'
    const problems: Problems = {
      ...read.problems,
      ...(!byPlan && !entered['unitId'] ? { unitId: '担当課を選んでください' } : {}),
      ...(!byPlan && chosen.length === 0 ? { opinions: '割り当てる意見を、1つ以上選んでください' } : {}),
    }
    const bad = async (found: Problems): Promise<Screen> => ({
      ...(await screen(context, caseId, { entered, problems: found, chosen })),
      status: 422,
    })
    if (read.problems || Object.keys(problems).length > 0) return bad(problems)
    const unitId = entered['unitId'] ?? ''
    const routes = byPlan
      ? await leadRoutes(context, caseId)
      : chosen.map((opinionId) => ({ opinionId, unitId }))
    if (routes.length === 0)
      return bad({ opinions: '計画の主管課がわかる、まだ割り当てていない意見はありません' })
    await routeComments(context, { caseId, routes, dueOn: read.values.dueOn })
    return { seeOther: `/staff/comments/${caseId}/routes?notice=saved` }
  },
})

/** Opinions nobody has yet, to the section that leads what they are about, or took over alone from it. */
async function leadRoutes(context: Context, caseId: string) {
  const { sheet } = await getCase(context, caseId)
  const { items } = await getPublicVersion(context, sheet.versionId)
  const routes = await listRoutes(context, caseId)
  const [units, today] = [await listUnits(context), tokyoDay(context.now)]
  return (await listComments(context, caseId)).flatMap(({ id, kind, aboutRef }) => {
    const lead = items.get(aboutRef.split('/')[0] ?? '')?.lead
    const current = lead ? currentUnitOf(units, lead, today) : undefined
    const isOpen = kind !== 'none' && !routes.has(id)
    if (!isOpen || (current?.state !== 'valid' && current?.state !== 'succeeded')) return []
    return { opinionId: id, unitId: current.unit.id }
  })
}

type State = { entered?: Entered; problems?: Problems; chosen?: readonly string[] }

async function screen(context: Context, caseId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-replies')
  const current = await getCase(context, caseId)
  const today = tokyoDay(context.now)
  const [comments, replies, routes, units] = await Promise.all([
    listComments(context, caseId),
    listReplies(context, caseId),
    listRoutes(context, caseId),
    listUnits(context),
  ])
  const approved = new Set(replies.flatMap((reply) => (reply.approvedBy ? reply.opinionIds : [])))
  const overdue = overdueOf([...routes.values()], (id) => approved.has(id), today)
  return {
    title: '担当',
    crumbs: [casesCrumb, { label: current.sheet.title, href: `/staff/comments/${caseId}` }],
    body: (
      <RoutesView
        actor={context.actor}
        caseId={caseId}
        comments={comments.filter(({ kind }: HeardLine) => kind !== 'none')}
        about={await listCommentPlaces(context, current.sheet.versionId, comments)}
        routes={routes}
        units={units.filter((unit) => isValidOn(unit, today))}
        unitName={(unitId) => unitNameOn(units, unitId, today)}
        isOwnerless={(unitId) => isWithoutOwner(units, unitId, today)}
        approved={approved}
        orphans={await listOrphans(context, { caseId, versionId: current.sheet.versionId })}
        overdue={new Set(overdue.map(({ opinionId }) => opinionId))}
        isOpen={!current.publishedAt}
        entered={state.entered ?? {}}
        problems={state.problems ?? {}}
        chosen={state.chosen ?? []}
      />
    ),
  }
}

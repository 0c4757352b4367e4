import { getUnit } from '#src/features/organization/store/queries.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { getCase } from '../queries/cases.ts'
import { listComments } from '../queries/replies.ts'
import { tables } from '../tables.ts'

export type Routing = {
  caseId: string
  routes: readonly { opinionId: string; unitId: string }[]
  dueOn: string
}

/** Gives opinions to the sections that answer them, with the day their drafts are due (担当課への割当て): all or none. */
export const routeComments = command(
  permissions,
  'route-comments',
  async (context, { caseId, routes, dueOn }: Routing) => {
    const current = await getCase(context, caseId)
    if (current.publishedAt) throw new Refusal('conflict', '結果を公表したので、もう変えられません')
    if (routes.length === 0) throw new Refusal('conflict', '割り当てる意見を選んでください')
    const known = new Set((await listComments(context, caseId)).map(({ id }) => id))
    for (const unitId of new Set(routes.map((route) => route.unitId))) await getUnit(context, unitId)
    for (const { opinionId, unitId } of routes) {
      found(known.has(opinionId) || undefined, '意見')
      await route(context, { opinionId, caseId, unitId, dueOn })
    }
    context.trail.objects.push(caseId)
  },
)

async function route(
  context: Context,
  row: { opinionId: string; caseId: string; unitId: string; dueOn: string },
) {
  await tables(context).deleteFrom('commentRoutes').where('opinionId', '=', row.opinionId).execute()
  await tables(context).insertInto('commentRoutes').values(row).execute()
}

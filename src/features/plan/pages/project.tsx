import { listUnits } from '#src/features/organization/store/queries.ts'
import { hashOf } from '#src/formats/canonical-json.ts'
import type { Project } from '#src/formats/plan-parts.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { budgetYears } from '../core/budget.ts'
import { projectEntered, readProject } from '../core/forms/project-form.ts'
import { removeProject, saveProject } from '../store/commands/registers.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getPlanDocument } from '../store/queries/plans.ts'
import { projectsAddress } from './parts/addresses.ts'
import { projectParents } from './parts/project-parents.ts'
import { ProjectView } from './parts/project-view.tsx'

/** One project with its budget rows. */
export const projectPage = page('/staff/projects/:planId/:projectId', {
  audience: 'staff',
  show: (context, { params, url }) =>
    screen(context, params, { isRemoving: url.searchParams.get('open') === 'remove' }),
  async submit(context, { params }, form) {
    const { planId, projectId } = params
    const entered = enteredIn(form)
    if (entered['act'] === 'remove') {
      await removeProject(context, { planId, projectId })
      return { seeOther: `${projectsAddress(planId)}?notice=removed` }
    }
    const { project, plan, units } = await frameOf(context, params)
    const read = readProject(entered, {
      project,
      years: budgetYears(plan),
      parents: new Set(projectParents(plan).map(({ value }) => value)),
      units: new Set(units.map(({ id }) => id)),
    })
    if (read.problems)
      return { ...(await screen(context, params, { entered, problems: read.problems })), status: 422 }
    const saving = saveProject(context, { planId, part: read.project, seen: entered['seen'] ?? '' })
    const outcome = await unlessStale(saving)
    if (!outcome.isStale) return { seeOther: `${projectsAddress(planId)}/${projectId}?notice=saved` }
    return { ...(await screen(context, params, { entered, problems: {}, isStale: true })), status: 409 }
  },
})

type Params = { planId: string; projectId: string }

async function frameOf(context: Context, { planId, projectId }: Params) {
  const plan = await getPlanDocument(context, planId)
  const project: Project = found(
    plan.projects.find(({ id }) => id === projectId),
    plan.labels.project,
  )
  return { plan, project, units: await listUnits(context) }
}

type Typed = { entered?: Entered; problems?: Problems; isStale?: boolean; isRemoving?: boolean }

async function screen(context: Context, params: Params, typed: Typed = {}): Promise<Screen> {
  const { plan, project, units } = await frameOf(context, params)
  const years = budgetYears(plan)
  return {
    title: project.title,
    crumbs: [{ label: plan.labels.project, href: projectsAddress(plan.planId) }],
    facts: await planFacts(context, plan.planId),
    isInvented: plan.isInvented,
    body: (
      <ProjectView
        project={project}
        entered={typed.entered ?? projectEntered(project, years)}
        problems={typed.problems ?? {}}
        saved={typed.isStale ? projectEntered(project, years) : undefined}
        seen={hashOf(project)}
        years={years}
        parents={projectParents(plan)}
        units={units.filter(({ validTo }) => validTo === undefined || validTo === null)}
        isRemoving={typed.isRemoving === true}
      />
    ),
  }
}

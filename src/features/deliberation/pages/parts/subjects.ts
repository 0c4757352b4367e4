import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findPublicPlan, listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import type { PlanningFrame } from '#src/features/planning-frame/core/scenario.ts'
import { findAdoptedFrame } from '#src/features/planning-frame/store/queries.ts'
import { permissions as sheetPermissions } from '#src/features/request-sheets/core/permissions.ts'
import { listRounds } from '#src/features/request-sheets/store/queries.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Subject, SubjectKind } from '../../core/subjects.ts'

export type SubjectGroups = Readonly<Record<SubjectKind, readonly Subject[]>>

/** Everything a decision can be about, for whoever records one. */
export async function subjectGroups(context: Context): Promise<SubjectGroups> {
  const plan = await findPrimaryPlan(context)
  const items = plan ? (await getPlanDocument(context, plan.id)).items : []
  const versions = plan ? await listVersions(context, plan.id) : []
  const rounds = mayDo(context.actor, sheetPermissions, 'read-sheets') ? await listRounds(context) : []
  return {
    version: versions.map(({ id, label }) => ({ id, title: label })),
    round: rounds.filter(({ sentAt }) => sentAt !== undefined).map(({ id, title }) => ({ id, title })),
    frame: frames(await findAdoptedFrame(context)),
    item: items
      .filter(({ kind }) => kind === 'policy' || kind === 'measure')
      .map(({ id, title }) => ({ id, title })),
  }
}

/** What residents can open of it: a title for each id, and none for the rest. */
export async function publicSubjectTitle(context: Context): Promise<(id: string) => string | undefined> {
  const plan = await findPublicPlan(context)
  const versions = (await listPublicVersions(context)).map(({ id, label }) => ({ id, title: label }))
  const known = new Map(
    [...versions, ...frames(await findAdoptedFrame(context))].map(({ id, title }) => [id, title]),
  )
  return (id) => plan?.items.get(id)?.title ?? known.get(id)
}

const frames = (frame: PlanningFrame | undefined): Subject[] =>
  frame ? [{ id: frame.id, title: `計画フレーム（${frame.scenarioName}）` }] : []

import { z } from 'zod'
import { evidenceForm } from '#src/features/plan/core/evidence-form.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { addDataPoint, addEvidence } from '#src/features/plan/store/commands/parts.ts'
import { listEvidenceSubjects } from '#src/features/plan/store/queries/evidence-subjects.ts'
import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { type CellPlace, citationOf, tableOf } from '../core/results/cited-cell.ts'
import { findPublication, getSurvey } from '../store/queries.ts'
import { CiteView } from './parts/cite-view.tsx'
import { FormHead } from './parts/form-head.tsx'
import { resultFrame } from './parts/result-frame.tsx'

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('bind') }),
  z.object({ act: z.literal('link'), ...evidenceForm }),
])

/** 根拠として引用: a figure of a published table goes into the plan, as evidence or as a number for its texts. */
export const citePage = page('/staff/surveys/:surveyId/cite', {
  audience: 'staff',
  show: (context, { params, url }) => screen(context, params.surveyId, url),
  async submit(context, { params: { surveyId }, url }, form) {
    authorize(context, permissions, 'read-survey-results')
    const read = readForm(acts, form)
    if (read.problems) return { ...(await screen(context, surveyId, url, read)), status: 422 }
    const publication = found(await findPublication(context, surveyId), '公表した集計')
    const citation = found(citationOf(publication, surveyId, placeIn(url)), '引用できる数')
    const plan = found(await findPrimaryPlan(context), '計画')
    if (read.values.act === 'bind') {
      const id = await addDataPoint(context, { planId: plan.id, point: citation.point })
      return { seeOther: `/staff/figures/${plan.id}?notice=added#${id}` }
    }
    const { from, stance, level } = read.values
    const { subjects = [] } = (await listEvidenceSubjects(context)) ?? {}
    const { itemId } = found(
      subjects.find(({ value }) => value === from),
      '計画の課題・方向・指標',
    )
    await addEvidence(context, { itemId, link: { from, to: citation.to, stance, level, note: '' } })
    return { seeOther: `/staff/plans/${plan.id}/items/${itemId}/evidence?notice=added` }
  },
})

function placeIn({ searchParams }: URL): CellPlace {
  const whole = (name: string) => Number(searchParams.get(name) ?? Number.NaN)
  return { key: searchParams.get('table') ?? '', line: whole('line'), column: whole('column') }
}

type State = { problems?: Problems; entered?: Entered }

async function screen(
  context: Context,
  surveyId: string,
  url: URL,
  { problems = {}, entered = {} }: State = {},
): Promise<Screen> {
  authorize(context, permissions, 'read-survey-results')
  const survey = await getSurvey(context, surveyId)
  const publication = await findPublication(context, surveyId)
  const place = placeIn(url)
  const citation = publication && citationOf(publication, surveyId, place)
  return resultFrame(context, {
    survey,
    title: '根拠として引用',
    current: '/cite',
    body: (
      <>
        <FormHead problems={problems} />
        {publication ? (
          <CiteView
            publication={publication}
            table={tableOf(publication, place.key)}
            place={place}
            citation={citation}
            subjects={citation ? ((await listEvidenceSubjects(context))?.subjects ?? []) : []}
            mayBind={mayDo(context.actor, planPermissions, 'edit-concept')}
            problems={problems}
            entered={entered}
          />
        ) : (
          <EmptyState title="まだ引用できる数がありません。">
            <p>計画の根拠になるのは、公表した表の数だけです。先に「公表」の画面で公表してください。</p>
          </EmptyState>
        )}
      </>
    ),
  })
}

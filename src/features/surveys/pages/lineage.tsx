import type { Questionnaire } from '#src/formats/survey-question.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { type Judgement, judgementLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import {
  askedItems,
  type Binding,
  bound,
  sameItems,
  type Wave,
  withRewordings,
} from '../core/questionnaire/lineage.ts'
import { editQuestionnaire } from '../store/commands/questionnaires.ts'
import { listWaves } from '../store/earlier-surveys.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { LineageView } from './parts/lineage-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 前の調査との対応: which item asks the same as before, what its words changed, and whether it may be compared. */
export const lineagePage = page('/staff/surveys/:surveyId/lineage', {
  audience: 'staff',
  async show(context, { params, url }) {
    return screen(context, params.surveyId, { waveId: url.searchParams.get('wave') ?? '' })
  },
  async submit(context, { params: { surveyId }, url }, form) {
    const entered = enteredIn(form)
    const waveId = url.searchParams.get('wave') ?? ''
    const waves = await listWaves(context, surveyId)
    const { questionnaire } = await getQuestionnaire(context, surveyId)
    const problems: Problems = {}
    const bindings = bindingsIn(questionnaire, entered, problems)
    if (Object.keys(problems).length > 0)
      return { ...(await screen(context, surveyId, { waveId, entered, problems })), status: 422 }
    const same = entered['act'] === 'same' ? waveOf(waves, waveId) : undefined
    const saving = editQuestionnaire(context, {
      surveyId,
      revision: Number(entered['revision']),
      change: (current) => {
        const told = bound(current, bindings)
        return withRewordings(same ? bound(told, sameItems(told, same)) : told, waves)
      },
    })
    const outcome = await unlessStale(saving)
    if (outcome.isStale)
      return { ...(await screen(context, surveyId, { waveId, entered, isStale: true })), status: 409 }
    return { seeOther: `${surveyAddress(surveyId, '/lineage')}?wave=${waveId}&notice=saved` }
  },
})

const waveOf = (waves: readonly Wave[], waveId: string) =>
  waves.find(({ surveyId }) => surveyId === waveId) ?? waves[0]

/** What was chosen item by item. A judgement is explained: the report prints its reason. */
function bindingsIn(
  questionnaire: Questionnaire,
  entered: Entered,
  problems: Problems,
): Record<string, Binding> {
  const bindings = askedItems(questionnaire).flatMap(({ item: { column } }) => {
    const lineageId = entered[`lineage-${column}`]
    if (lineageId === undefined) return []
    const judgement = Object.keys(judgementLabels).find((one) => one === entered[`judgement-${column}`])
    const reason = (entered[`reason-${column}`] ?? '').trim().slice(0, 200)
    if (judgement && reason === '') problems[`reason-${column}`] = 'そう決めた理由を書いてください'
    const binding = { lineageId, reason, ...(judgement ? { judgement: judgement as Judgement } : {}) }
    return [[column, binding] as const]
  })
  return Object.fromEntries(bindings)
}

type State = { waveId: string; entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, surveyId: string, { waveId, ...state }: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire, revision, publishedAt } = await getQuestionnaire(context, surveyId)
  const waves = await listWaves(context, surveyId)
  const mayEdit =
    mayDo(context.actor, permissions, 'design-survey') && !publishedAt && survey.state !== 'closed'
  const head = surveyHead(survey, context.now)
  const shown = { survey, questionnaire, revision, waves, wave: waveOf(waves, waveId), mayEdit }
  return {
    ...head,
    title: '前の調査との対応',
    crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(surveyId, '/questionnaire') }],
    body: <LineageView {...{ ...shown, ...state }} />,
  }
}

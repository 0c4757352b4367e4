import { z } from 'zod'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { entriesOf, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { type AnswerCells, finishedAnswers } from '../core/answering/answer-cells.ts'
import { stepsFor } from '../core/answering/answer-words.ts'
import { tryQuestionnaire } from '../core/answering/random-answers.ts'
import { answerProblems, cellsSent } from '../core/answering/read-answers.ts'
import { permissions } from '../core/permissions.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'
import { type TrialState, TryView } from './parts/try-view.tsx'

const people = 200
const cellsInForm = z.record(z.string(), z.string().max(5000))

/** 試しに答える: the form as people will walk through it, and 200 invented people at once. Nothing is kept. */
export const tryPage = page('/staff/surveys/:surveyId/try', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'read-surveys')
    return screen(context, params.surveyId, { kind: 'start' })
  },
  async submit(context, { params: { surveyId } }, form) {
    authorize(context, permissions, 'read-surveys')
    const { questionnaire } = await getQuestionnaire(context, surveyId)
    const before = cellsOf(form.get('cells'))
    const act = form.get('act')
    if (act === 'again') return screen(context, surveyId, { kind: 'start' })
    const stepId = String(form.get('step') ?? '')
    const step = stepsFor(questionnaire, before).find(({ id }) => id === stepId)
    const sent = (step?.questions ?? []).map((question) =>
      cellsSent(question, (name) => entriesOf(form, name)),
    )
    const cells: Record<string, string> = Object.assign({ ...before }, ...sent)
    const problems: Problems = Object.assign(
      {},
      ...(step?.questions ?? []).map((one) => answerProblems(one, cells)),
    )
    if (act !== 'back' && Object.keys(problems).length > 0)
      return { ...(await screen(context, surveyId, { kind: 'step', stepId, cells, problems })), status: 422 }
    return screen(
      context,
      surveyId,
      next({ steps: stepsFor(questionnaire, cells), stepId, cells, act, step }),
    )
  },
})

function cellsOf(text: FormDataEntryValue | null): AnswerCells {
  try {
    const read = cellsInForm.safeParse(JSON.parse(String(text ?? '{}')))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

type Going = {
  steps: ReturnType<typeof stepsFor>
  stepId: string
  cells: AnswerCells
  act: FormDataEntryValue | null
  step: ReturnType<typeof stepsFor>[number] | undefined
}

/** The page after this one, as on the web form: the same one where an answer added questions to it. */
function next({ steps, stepId, cells, act, step }: Going): TrialState {
  const at = steps.findIndex(({ id }) => id === stepId)
  const known = new Set(step?.questions.map(({ code }) => code))
  const hasMore = steps[at]?.questions.some(({ code }) => !known.has(code)) ?? false
  const to = act === 'back' ? at - 1 : hasMore && at >= 0 ? at : at + 1
  const wanted = steps[Math.max(0, to)]
  return wanted ? { kind: 'step', stepId: wanted.id, cells, problems: {} } : { kind: 'end', cells }
}

async function screen(context: Context, surveyId: string, state: TrialState): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire, version } = await getQuestionnaire(context, surveyId)
  const head = surveyHead(survey, context.now)
  const hasQuestions = questionsOf(questionnaire).length > 0
  const trial =
    state.kind === 'start' && hasQuestions ? tryQuestionnaire(questionnaire, people, surveyId) : undefined
  const finished = state.kind === 'end' ? finishedAnswers(questionnaire, state.cells) : undefined
  return {
    ...head,
    title: '試しに答える',
    crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(surveyId, '/questionnaire') }],
    body: <TryView {...{ questionnaire, version, state, trial, finished }} />,
  }
}

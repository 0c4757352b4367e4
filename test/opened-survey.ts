import { finishedAnswers } from '#src/features/surveys/core/answering/answer-cells.ts'
import { drawSample } from '#src/features/surveys/core/sample/draw-sample.ts'
import { sampleQuestionnaire } from '#src/features/surveys/sample/sample-questionnaire.ts'
import { drawInvitations } from '#src/features/surveys/store/commands/invitations.ts'
import { editQuestionnaire } from '#src/features/surveys/store/commands/questionnaires.ts'
import { addSurvey, openSurvey } from '#src/features/surveys/store/commands/surveys.ts'
import type { Context } from '#src/platform/context.ts'

export const secret = 'kept outside'
export const questionnaire = sampleQuestionnaire([{ id: 'me_aaaaaaaaaa', title: '道路' }])
export const content = {
  title: '調査',
  introduction: '',
  universe: '',
  startsOn: '2026-03-01',
  endsOn: '2026-04-30',
  designKind: 'stratified' as const,
  strata: '地区,人口\n北,400',
}
/** The same person on another day. */
export const onDay = (context: Context, day: string) => ({
  ...context,
  now: new Date(`${day}T12:00:00+09:00`),
})
export const answerOf = (cells: Record<string, string>) => ({
  version: 1,
  receipt: 'R',
  ...finishedAnswers(questionnaire, cells),
})

/** A survey in preparation, its sample of thirty drawn. */
export async function drawnSurvey(context: Context) {
  const surveyId = await addSurvey(context, content)
  await editQuestionnaire(context, { surveyId, revision: 1, change: () => questionnaire })
  const persons = Array.from({ length: 30 }, (_, at) => ({ number: String(at), stratum: '北' }))
  const draw = drawSample(persons, { sample: 30, rule: 'proportional', seed: '1' })
  const codes = await drawInvitations(context, { surveyId, secret, draw })
  const access = codes.map(({ code }) => ({ surveyId, secret, code }))
  return { surveyId, access, draw }
}

/** The same, open for answers. */
export async function openedSurvey(context: Context) {
  const made = await drawnSurvey(context)
  await openSurvey(context, { surveyId: made.surveyId })
  return made
}

import { readSamplePlan } from '#src/features/plan/sample/sample-plan.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import type { Context } from '#src/platform/context.ts'
import { cited } from '#src/platform/ids.ts'
import { finishedAnswers } from './core/answering/answer-cells.ts'
import { withCheck } from './core/answering/numbers-with-check.ts'
import { publicationOf } from './core/results/publish-results.ts'
import { drawSample } from './core/sample/draw-sample.ts'
import { stratumName } from './core/sample/strata.ts'
import { earlierSurvey } from './sample/earlier-survey.ts'
import {
  sampleAnswered,
  sampleCells,
  sampleFrame,
  sampleRanking,
  sampleStrata,
} from './sample/sample-answers.ts'
import { sampleQuestionnaire } from './sample/sample-questionnaire.ts'
import { importAnswers } from './store/commands/answers.ts'
import { drawInvitations, purgeInvitations } from './store/commands/invitations.ts'
import { publishResults } from './store/commands/publication.ts'
import { editQuestionnaire } from './store/commands/questionnaires.ts'
import { addSurvey, closeSurvey, openSurvey } from './store/commands/surveys.ts'
import { getSurvey } from './store/queries.ts'
import { responsesOf, resultsOf } from './store/survey-results.ts'
import { wavesToPublish } from './store/wave-results.ts'

const secret = 'sample town'

/** An invented survey that is closed and published, and one that is being prepared. Nobody answered them. */
export async function sample(context: Context) {
  const measures = readSamplePlan()
    .items.filter(({ kind }) => kind === 'measure')
    .slice(0, 6)
  const questionnaire = sampleQuestionnaire(measures)
  const opening = { ...context, now: new Date('2026-06-01T09:00:00+09:00') }
  const surveyId = await addSurvey(cited(opening, 'survey'), {
    title: '令和8年度 市民意向調査　見本（架空）',
    introduction:
      'これは見本です。設問も回答も、説明のためにつくったものです（架空）。\nこの調査は、総合計画をつくるために、みなさんの考えをうかがうものです。',
    universe: '市内に住む18歳以上の人',
    startsOn: '2026-06-01',
    endsOn: '2026-06-30',
    designKind: 'stratified',
    strata: sampleStrata,
  })
  await editQuestionnaire(opening, { surveyId, revision: 1, change: () => questionnaire })
  const { strata } = await getSurvey(opening, surveyId)
  const draw = drawSample(sampleFrame(strata), { sample: 1000, rule: 'proportional', seed: '見本' })
  await drawInvitations(opening, { surveyId, secret, draw })
  await openSurvey(opening, { surveyId })
  const random = seededRandom('sample survey')
  const ranking = seededRandom('sample ranking')
  const answers = strata.cells.flatMap(({ codes }, place) =>
    Array.from({ length: sampleAnswered[place] ?? 0 }, () => ({
      version: 1,
      code: undefined,
      stratum: stratumName(codes),
      receivedOn: `2026-06-${String(2 + Math.floor(random() ** 2 * 28)).padStart(2, '0')}`,
      receipt: withCheck(
        Array.from({ length: 9 }, () => '23456789'.charAt(Math.floor(random() * 8))).join(''),
      ),
      ...finishedAnswers(questionnaire, {
        ...sampleCells(random, codes, measures.length),
        ...sampleRanking(ranking),
      }),
    })),
  )
  await importAnswers(opening, { surveyId, secret, fileHash: 'sample', answers })
  const closing = { ...context, now: new Date('2026-07-02T09:00:00+09:00') }
  await closeSurvey(closing, { surveyId, secret })
  await purgeInvitations(closing, { surveyId })
  await publish(closing, await earlierSurvey(context, { laterId: surveyId, questionnaire }))
  await publish(closing, surveyId)
  await prepareNext(context, questionnaire)
}

async function publish(context: Context, surveyId: string) {
  const { survey, results } = await resultsOf(context, surveyId)
  if (!results) return
  const { whole } = await responsesOf(context, survey)
  const { dataset, notes, hash } = results
  const waves = await wavesToPublish(context, { survey, results })
  const publication = publicationOf({ survey, dataset, notes, dataHash: hash, sent: whole.sent, waves })
  await publishResults(context, { surveyId, revision: survey.revision, publication })
}

/** One to try: draw a sample, open it, answer it. */
async function prepareNext(context: Context, questionnaire: ReturnType<typeof sampleQuestionnaire>) {
  const inSixtyDays = new Date(context.now.getTime() + 60 * 86_400_000)
  const surveyId = await addSurvey(context, {
    title: '次の市民意向調査（試し用）　見本（架空）',
    introduction: 'これは見本です。試しに答えても、市には届きません（架空）。',
    universe: '市内に住む18歳以上の人',
    startsOn: tokyoDay(context.now),
    endsOn: tokyoDay(inSixtyDays),
    designKind: 'stratified',
    strata: sampleStrata,
  })
  await editQuestionnaire(context, { surveyId, revision: 1, change: () => questionnaire })
}

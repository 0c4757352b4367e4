import type { Questionnaire } from '#src/formats/survey-question.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import type { Context } from '#src/platform/context.ts'
import { finishedAnswers } from '../core/answering/answer-cells.ts'
import { withCheck } from '../core/answering/numbers-with-check.ts'
import { drawSample } from '../core/sample/draw-sample.ts'
import { stratumName } from '../core/sample/strata.ts'
import { importAnswers } from '../store/commands/answers.ts'
import { drawInvitations, purgeInvitations } from '../store/commands/invitations.ts'
import { editQuestionnaire } from '../store/commands/questionnaires.ts'
import { addSurvey, closeSurvey, openSurvey } from '../store/commands/surveys.ts'
import { getSurvey } from '../store/queries.ts'
import { compareWithEarlier } from '../store/waves.ts'
import { sampleAnswered, sampleCells, sampleFrame, sampleRanking, sampleStrata } from './sample-answers.ts'

const secret = 'sample town'

/** The invented survey five years before, one question of which was worded otherwise, and the comparison with it. */
export async function earlierSurvey(
  context: Context,
  { laterId, questionnaire }: { laterId: string; questionnaire: Questionnaire },
) {
  const opening = { ...context, now: new Date('2021-06-01T09:00:00+09:00') }
  const surveyId = await addSurvey(opening, {
    title: '令和3年度 市民意向調査　見本（架空）',
    introduction: 'これは見本です。設問も回答も、説明のためにつくったものです（架空）。',
    universe: '市内に住む18歳以上の人',
    startsOn: '2021-06-01',
    endsOn: '2021-06-30',
    designKind: 'stratified',
    strata: sampleStrata,
  })
  const asked = worded(questionnaire)
  await editQuestionnaire(opening, { surveyId, revision: 1, change: () => asked })
  const { strata } = await getSurvey(opening, surveyId)
  const draw = drawSample(sampleFrame(strata), { sample: 900, rule: 'proportional', seed: '見本 前回' })
  await drawInvitations(opening, { surveyId, secret, draw })
  await openSurvey(opening, { surveyId })
  const random = seededRandom('earlier sample survey')
  const ranking = seededRandom('earlier sample ranking')
  const lines = asked.sections.at(-1)?.questions[0]?.items.length ?? 0
  const answers = strata.cells.flatMap(({ codes }, place) =>
    Array.from({ length: Math.round((sampleAnswered[place] ?? 0) * 0.9) }, () => ({
      version: 1,
      code: undefined,
      stratum: stratumName(codes),
      receivedOn: tokyoDay(opening.now),
      receipt: withCheck(
        Array.from({ length: 9 }, () => '23456789'.charAt(Math.floor(random() * 8))).join(''),
      ),
      ...finishedAnswers(asked, {
        ...cellsThen(random, codes, lines),
        ...sampleRanking(ranking, wantedThen),
      }),
    })),
  )
  await importAnswers(opening, { surveyId, secret, fileHash: 'earlier sample', answers })
  const closing = { ...context, now: new Date('2021-07-02T09:00:00+09:00') }
  await closeSurvey(closing, { surveyId, secret })
  await purgeInvitations(closing, { surveyId })
  await compareWithEarlier(context, { surveyId: laterId, earlierId: surveyId, judgements: {}, revision: 0 })
  return surveyId
}

/** Five years ago more wished for roads and fewer for schools. */
const wantedThen = [18, 34, 44, 18, 12, 9]

/** Five years ago fewer were content with the first measure, so that the comparison has something to say. */
function cellsThen(random: () => number, codes: readonly string[], lines: number): Record<string, string> {
  const cells = sampleCells(random, codes, lines)
  const first = cells['q6_1']
  return first === '1' || first === '2' ? { ...cells, q6_1: String(Number(first) + 2) } : cells
}

const worded = (questionnaire: Questionnaire): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.code === 'q5'
        ? { ...question, text: '今後も、この市に住み続ける予定ですか。', items: question.items }
        : question,
    ),
  })),
})

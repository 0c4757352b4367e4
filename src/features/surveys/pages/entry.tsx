import { readDay } from '#src/features/organization/core/read-day.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { finishedAnswers } from '../core/answering/answer-cells.ts'
import { readKeyed } from '../core/answering/key-in.ts'
import { readCode } from '../core/answering/numbers-with-check.ts'
import { permissions } from '../core/permissions.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { stratumName } from '../core/sample/strata.ts'
import { findInvitation } from '../store/access.ts'
import { keyInAnswer } from '../store/commands/answers.ts'
import { getPaperQuestionnaire, getPublishedQuestionnaire, getSurvey } from '../store/queries.ts'
import { newReceipt } from '../store/receipts.ts'
import { EntryView } from './parts/entry-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 紙の入力: one form of codes for one sheet; the empty form for the next comes after it. */
export const entryPage = page('/staff/surveys/:surveyId/entry', {
  audience: 'staff',
  async show(context, { params, url }) {
    authorize(context, permissions, 'key-in-answers')
    const done = url.searchParams.get('done') ?? ''
    const receivedOn = readDay(url.searchParams.get('day') ?? '') ?? tokyoDay(context.now)
    return screen(context, params.surveyId, { entered: { receivedOn }, problems: {}, done })
  },
  async submit(context, { params: { surveyId }, auth }, form) {
    authorize(context, permissions, 'key-in-answers')
    const entered = enteredIn(form)
    const survey = await getSurvey(context, surveyId)
    const { questionnaire, version } = await getPublishedQuestionnaire(context, surveyId)
    const read = questionsOf(questionnaire).map((question) =>
      readKeyed(question, (name) => entered[name] ?? ''),
    )
    const cells = Object.assign({}, ...read.map((one) => one.cells)) as Record<string, string>
    const problems: Problems = Object.assign({}, ...read.map((one) => one.problems))
    const receivedOn = readDay(entered['receivedOn'] ?? '')
    if (!receivedOn || receivedOn > tokyoDay(context.now))
      problems['receivedOn'] = '届いた日を、今日までの日付で入力してください'
    const typed = (entered['code'] ?? '').trim()
    const code = readCode(typed)
    if (typed !== '' && !code) problems['code'] = '回答コードの形が違います。用紙の10文字を確かめてください'
    else if (code && !(await findInvitation(context, { surveyId, secret: auth.secret, code })))
      problems['code'] = 'この回答コードは、この調査のものではありません'
    const stratum = entered['stratum'] ?? ''
    const isKnown = survey.strata.cells.some(({ codes }) => stratumName(codes) === stratum)
    if (stratum !== '' && !isKnown) problems['stratum'] = '層を選び直してください'
    if (Object.keys(cells).length === 0)
      problems['form'] = '1つも入力されていません。白紙の用紙は入力しません'
    if (Object.keys(problems).length > 0 || !receivedOn)
      return { ...(await screen(context, surveyId, { entered, problems, done: '' })), status: 422 }
    const answer = { version, receipt: newReceipt(), ...finishedAnswers(questionnaire, cells) }
    const input = { surveyId, secret: auth.secret, code, stratum, receivedOn, answer }
    const done = await keyInAnswer(context, input)
    return { seeOther: `${surveyAddress(surveyId, '/entry')}?done=${done}&day=${receivedOn}` }
  },
})

type State = { entered: Entered; problems: Problems; done: string }

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire } = await getPaperQuestionnaire(context, surveyId)
  return {
    ...surveyHead(survey, context.now),
    title: '紙の入力',
    body: <EntryView {...{ survey, questionnaire, actor: context.actor, ...state }} />,
  }
}

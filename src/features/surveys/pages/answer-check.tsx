import { eraDayDual, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { finishedAnswers } from '../core/answering/answer-cells.ts'
import { answerWords, type SectionStep, stepsFor } from '../core/answering/answer-words.ts'
import { readCode, receiptWords } from '../core/answering/numbers-with-check.ts'
import { answerProblems } from '../core/answering/read-answers.ts'
import { asNobody } from '../store/access.ts'
import { receiveAnswer } from '../store/commands/answers.ts'
import { getPublicSurvey } from '../store/queries.ts'
import { type AnswerSession, answerSession, sessionCookie } from './parts/answer-session.ts'
import { AnswerSteps } from './parts/answer-steps.tsx'
import { cannotTake } from './parts/cannot-take.tsx'
import { FormHead } from './parts/form-head.tsx'
import { surveyCrumbs } from './parts/public-frame.tsx'

/** The last look before sending. Sending twice gives the same receipt number and counts once. */
export const answerCheckPage = page('/surveys/:surveyId/answer/check', {
  audience: 'anyone',
  async show(context, visit) {
    const session = await answerSession(context, visit)
    return session.admission === 'open' ? screen(session) : cannotTake(session)
  },
  async submit(context, visit, form) {
    const session = await answerSession(context, visit)
    const { access, draft, questionnaire, survey } = session
    const sentReceipt = readCode(String(form.get('receipt') ?? ''))
    const thanks = (receipt: string) => ({
      seeOther: `/surveys/${survey.id}/answer/thanks?receipt=${receipt}`,
      cookies: [sessionCookie(visit, '')],
    })
    if (session.admission === 'done' && sentReceipt) return thanks(sentReceipt)
    const questions = stepsFor(questionnaire, draft.cells).flatMap((step) => step.questions)
    if (!access || session.admission !== 'open') return cannotTake(session, { questions, cells: draft.cells })
    if (Object.keys(problemsOf(session)).length > 0) return { ...screen(session), status: 422 }
    const answer = {
      version: draft.version,
      receipt: draft.receipt,
      ...finishedAnswers(questionnaire, draft.cells),
    }
    const admission = await receiveAnswer(asNobody(context), { surveyId: survey.id, access, answer })
    if (admission === 'open' || (admission === 'done' && sentReceipt === draft.receipt))
      return thanks(draft.receipt)
    return cannotTake({ survey, admission }, { questions, cells: draft.cells })
  },
})

function problemsOf({ questionnaire, draft }: AnswerSession): Problems {
  const questions = stepsFor(questionnaire, draft.cells).flatMap((step) => step.questions)
  return Object.assign({}, ...questions.map((one) => answerProblems(one, draft.cells)))
}

function screen(session: AnswerSession): Screen {
  const { survey, draft, questionnaire } = session
  const steps = stepsFor(questionnaire, draft.cells)
  const problems = problemsOf(session)
  return {
    title: '回答の確認',
    crumbs: surveyCrumbs(survey),
    body: (
      <>
        <FormHead problems={problems} />
        <h1>回答の確認</h1>
        <AnswerSteps steps={steps} current="check" />
        {steps.map((step) => (
          <StepAnswers key={step.id} step={step} session={session} problems={problems} />
        ))}
        <form method="post" class="sb-form l-gap">
          <input type="hidden" name="receipt" value={draft.receipt} />
          <p>送信したあとは、直せません。空いている設問は「未回答」のまま送れます。</p>
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              この内容で送信する
            </button>
            <a href={`/surveys/${survey.id}/answer/${steps.at(-1)?.id ?? ''}`}>前のページに戻る</a>
          </div>
        </form>
      </>
    ),
  }
}

type StepProps = { step: SectionStep; session: AnswerSession; problems: Problems }

function StepAnswers({ step, session: { survey, draft }, problems }: StepProps) {
  return (
    <Section id={`step-${step.id}`} title={step.title}>
      <dl class="dads-description-list dads-description-list--action sb-answers">
        {step.questions
          .filter(({ type }) => type !== 'note')
          .map((question) => {
            const words = answerWords(question, draft.cells)
            const columns = question.items.map(({ column }) => column)
            const problem = columns.map((column) => problems[column]).find((one) => one !== undefined)
            const href = `/surveys/${survey.id}/answer/${step.id}#${columns[0] ?? ''}`
            return (
              <div key={question.code} id={problem ? columns[0] : undefined}>
                <dt>
                  {question.number}　{question.text}
                </dt>
                <dd class="sb-prewrap">
                  {words.length > 0 ? words.join('\n') : '未回答'}
                  {problem && <span class="dads-form__error">＊{problem}</span>}
                </dd>
                <dd>
                  <a href={href}>
                    変更<span class="vh">：{question.number}</span>
                  </a>
                </dd>
              </div>
            )
          })}
      </dl>
    </Section>
  )
}

/** After sending: the receipt number and what happens next. The address holds nothing of the answers. */
export const answerThanksPage = page('/surveys/:surveyId/answer/thanks', {
  audience: 'anyone',
  async show(context, { params, url }) {
    const survey = await getPublicSurvey(asNobody(context), params.surveyId)
    const receipt = readCode(url.searchParams.get('receipt') ?? '')
    return {
      title: '受け付けました',
      crumbs: surveyCrumbs(survey),
      body: (
        <>
          <div class="sb-panel">
            <h1>受け付けました</h1>
            {receipt && (
              <>
                <p>受付番号</p>
                <p class="sb-panel__no">{receiptWords(receipt)}</p>
              </>
            )}
            <p>
              {eraDayDual(tokyoDay(context.now))} {tokyoTime(context.now)}
            </p>
          </div>
          <div class="l-flow l-measure l-gap">
            <h2>ご協力ありがとうございました</h2>
            <p>
              受付番号は、自由に書いていただいた文をどう扱ったかを調べるときに使います。お名前や回答コードとは結びついていません。この画面を印刷するか、書き留めてください。
            </p>
            <p>集計した結果は、締切のあとで、このサイトで公表します。</p>
            <p>
              <a href={`/surveys/${survey.id}`}>調査のページへ</a>
            </p>
          </div>
        </>
      ),
    }
  },
})

/** Saved for later: how to go on. The code is not shown, since others may see this screen. */
export const answerSavedPage = page('/surveys/:surveyId/answer/saved', {
  audience: 'anyone',
  async show(context, { params }) {
    const survey = await getPublicSurvey(asNobody(context), params.surveyId)
    return {
      title: '保存しました',
      crumbs: surveyCrumbs(survey),
      body: (
        <>
          <h1>保存しました</h1>
          <div class="l-flow l-measure l-gap">
            <p>まだ送信していません。続きは、同じ回答コードを入力すると、ほかの機械でも答えられます。</p>
            <p>送信しないまま締切を過ぎると、保存した内容は消えます。</p>
            <p>
              <a class="dads-button" href={`/surveys/${survey.id}/answer`}>
                続きから答える
              </a>
            </p>
          </div>
        </>
      ),
    }
  },
})

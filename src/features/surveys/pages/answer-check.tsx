import type { Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { finishedAnswers } from '../core/answering/answer-cells.ts'
import { answerWords, type SectionStep, stepsFor } from '../core/answering/answer-words.ts'
import { readCode } from '../core/answering/numbers-with-check.ts'
import { answerProblems } from '../core/answering/read-answers.ts'
import { asNobody } from '../store/access.ts'
import { receiveAnswer } from '../store/commands/answers.ts'
import { chosenByLink, InLanguage, LanguageLinks } from './parts/answer-language.tsx'
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
    return session.admission === 'open'
      ? { ...screen(session), cookies: chosenByLink(visit) }
      : cannotTake(session)
  },
  async submit(context, visit, form) {
    const session = await answerSession(context, visit)
    const { access, draft, questionnaire, survey } = session
    const once = String(form.get('once') ?? '').slice(0, 40)
    const sentReceipt = readCode(String(form.get('receipt') ?? ''))
    const thanks = (receipt: string) => ({
      seeOther: `/surveys/${survey.id}/answer/thanks?receipt=${receipt}`,
      cookies: [sessionCookie(visit, '')],
    })
    const questions = stepsFor(questionnaire, draft.cells).flatMap((step) => step.questions)
    const isDone = session.admission === 'done'
    if (!access || (session.admission !== 'open' && !isDone))
      return cannotTake(session, { questions, cells: draft.cells })
    if (!isDone && Object.keys(problemsOf(session)).length > 0) return { ...screen(session), status: 422 }
    const answer = {
      version: draft.version,
      receipt: draft.receipt,
      ...finishedAnswers(questionnaire, draft.cells),
    }
    const admission = await receiveAnswer(asNobody(context), { surveyId: survey.id, access, answer, once })
    if (admission === 'open') return thanks(isDone ? (sentReceipt ?? '') : draft.receipt)
    return cannotTake({ ...session, admission }, { questions, cells: draft.cells })
  },
})

function problemsOf({ questionnaire, draft, words }: AnswerSession): Problems {
  const questions = stepsFor(questionnaire, draft.cells).flatMap((step) => step.questions)
  return Object.assign({}, ...questions.map((one) => answerProblems(one, draft.cells, words)))
}

function screen(session: AnswerSession): Screen {
  const { survey, draft, questionnaire, words, language } = session
  const steps = stepsFor(questionnaire, draft.cells)
  const problems = problemsOf(session)
  return {
    title: words.checkTitle,
    crumbs: surveyCrumbs(survey),
    body: (
      <InLanguage language={language}>
        <FormHead problems={problems} words={words} />
        <h1>{words.checkTitle}</h1>
        <AnswerSteps steps={steps} current="check" words={words} />
        {steps.map((step) => (
          <StepAnswers key={step.id} step={step} session={session} problems={problems} />
        ))}
        <form method="post" class="sb-form l-gap">
          <input type="hidden" name="receipt" value={draft.receipt} />
          <input type="hidden" name="once" value={draft.once} />
          <p>{words.noChange}</p>
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              {words.send}
            </button>
            <a href={`/surveys/${survey.id}/answer/${steps.at(-1)?.id ?? ''}`}>{words.previous}</a>
          </div>
        </form>
        <LanguageLinks {...{ questionnaire, language, words }} />
      </InLanguage>
    ),
  }
}

type StepProps = { step: SectionStep; session: AnswerSession; problems: Problems }

function StepAnswers({ step, session: { survey, draft, words }, problems }: StepProps) {
  return (
    <Section id={`step-${step.id}`} title={step.title}>
      <dl class="dads-description-list dads-description-list--action sb-answers">
        {step.questions
          .filter(({ type }) => type !== 'note')
          .map((question) => {
            const said = answerWords(question, draft.cells, words)
            const columns = question.items.map(({ column }) => column)
            const problem = columns.map((column) => problems[column]).find((one) => one !== undefined)
            const href = `/surveys/${survey.id}/answer/${step.id}#${columns[0] ?? ''}`
            return (
              <div key={question.code} id={problem ? columns[0] : undefined}>
                <dt>
                  {question.number}　{question.text}
                </dt>
                <dd class="sb-prewrap">
                  {said.length > 0 ? said.join('\n') : words.unanswered}
                  {problem && <span class="dads-form__error">＊{problem}</span>}
                </dd>
                <dd>
                  <a href={href}>
                    {words.change}
                    <span class="vh">：{question.number}</span>
                  </a>
                </dd>
              </div>
            )
          })}
      </dl>
    </Section>
  )
}

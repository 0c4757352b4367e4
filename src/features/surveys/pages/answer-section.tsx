import { Refusal } from '#src/platform/errors.ts'
import { entriesOf, type Problems } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import type { AnswerCells } from '../core/answering/answer-cells.ts'
import { type SectionStep, stepsFor } from '../core/answering/answer-words.ts'
import { answerProblems, cellsSent } from '../core/answering/read-answers.ts'
import type { FormWords } from '../core/words/japanese.ts'
import { asNobody } from '../store/access.ts'
import { keepAnswerDraft } from '../store/commands/answers.ts'
import { InLanguage, LanguageButtons, languageCookie } from './parts/answer-language.tsx'
import { type AnswerSession, answerSession, sessionCookie } from './parts/answer-session.ts'
import { AnswerSteps } from './parts/answer-steps.tsx'
import { cannotTake } from './parts/cannot-take.tsx'
import { FormHead } from './parts/form-head.tsx'
import { surveyCrumbs } from './parts/public-frame.tsx'
import { QuestionView } from './parts/question-view.tsx'

/** One page of the web form. Every button saves first; a page with problems comes back with what was typed. */
export const answerSectionPage = page('/surveys/:surveyId/answer/:sectionId', {
  audience: 'anyone',
  async show(context, visit) {
    const session = await answerSession(context, visit)
    if (session.admission !== 'open') return cannotTake(session)
    return screen(session, stepOf(session, visit.params.sectionId), {
      cells: session.draft.cells,
      problems: {},
      notice: noticeOf(visit.url.searchParams.get('from'), session.words),
    })
  },
  async submit(context, visit, form) {
    const session = await answerSession(context, visit)
    const step = stepOf(session, visit.params.sectionId)
    const sent = step.questions.map((question) => cellsSent(question, (name) => entriesOf(form, name)))
    const cells = Object.assign({ ...session.draft.cells }, ...sent) as Record<string, string>
    const { access, draft } = session
    const admission = access
      ? await keepAnswerDraft(asNobody(context), access, { ...draft, cells })
      : session.admission
    if (admission !== 'open') return cannotTake({ ...session, admission }, { ...step, cells })
    const act = form.get('act')
    if (typeof act === 'string' && act.startsWith('lang:'))
      return {
        seeOther: `${baseOf(session)}/${step.id}`,
        cookies: [languageCookie(visit, act.slice('lang:'.length))],
      }
    if (act === 'save') {
      return { seeOther: `${baseOf(session)}/saved`, cookies: [sessionCookie(visit, '')] }
    }
    const problems: Problems = Object.assign(
      {},
      ...step.questions.map((one) => answerProblems(one, cells, session.words)),
    )
    if (act !== 'back' && Object.keys(problems).length > 0) {
      const saved = { ...session, draft: { ...draft, cells } }
      return { ...screen(saved, stepOf(saved, step.id), { cells, problems }), status: 422 }
    }
    return onward({ session, step, cells, isBack: act === 'back' })
  },
})

const notices = { saved: 'resumed', more: 'more' } as const
const noticeOf = (from: string | null, words: FormWords) =>
  from === 'saved' || from === 'more' ? words[notices[from]] : undefined

const baseOf = ({ survey }: AnswerSession) => `/surveys/${survey.id}/answer`

function stepOf({ questionnaire, draft }: AnswerSession, sectionId: string): SectionStep {
  const step = stepsFor(questionnaire, draft.cells).find(({ id }) => id === sectionId)
  if (!step) throw new Refusal('not-found', 'このページは、いまのお答えでは出てきません')
  return step
}

type Going = { session: AnswerSession; step: SectionStep; cells: AnswerCells; isBack: boolean }

/** Where a saved page leads: the same one when it has got more questions, else the page before or after. */
function onward({ session, step, cells, isBack }: Going): SeeOther {
  const steps = stepsFor(session.questionnaire, cells)
  const at = steps.findIndex(({ id }) => id === step.id)
  const now = steps[at]?.questions.map(({ code }) => code) ?? []
  const before = step.questions.map(({ code }) => code)
  const hasMore = now.some((code) => !before.includes(code))
  if (!isBack && hasMore) return { seeOther: `${baseOf(session)}/${step.id}?from=more` }
  const next = isBack ? steps[at - 1]?.id : (steps[at + 1]?.id ?? 'check')
  return { seeOther: `${baseOf(session)}${next ? `/${next}` : ''}` }
}

type Shown = { cells: AnswerCells; problems: Problems; notice?: string | undefined }

function screen(session: AnswerSession, step: SectionStep, { cells, problems, notice }: Shown): Screen {
  const { words, language, questionnaire } = session
  const steps = stepsFor(questionnaire, session.draft.cells)
  const isFirst = steps[0]?.id === step.id
  return {
    title: step.title,
    crumbs: surveyCrumbs(session.survey),
    body: (
      <InLanguage language={language}>
        <FormHead problems={problems} words={words} />
        {notice && <Banner title={notice} />}
        <h1>{step.title}</h1>
        <AnswerSteps steps={steps} current={step.id} words={words} />
        <form method="post" class="sb-form l-gap" action="#error-summary">
          {step.questions.map((question) => (
            <QuestionView key={question.code} {...{ question, cells, problems, words }} />
          ))}
          <div class="l-cluster">
            <button class="dads-button" type="submit" name="act" value="next">
              {words.next}
            </button>
            {!isFirst && (
              <button class="dads-button dads-button--secondary" type="submit" name="act" value="back">
                {words.back}
              </button>
            )}
            <button class="dads-button dads-button--quiet" type="submit" name="act" value="save">
              {words.save}
            </button>
          </div>
          <p class="sb-sub">{words.free}</p>
          <LanguageButtons {...{ questionnaire, language, words }} />
        </form>
      </InLanguage>
    ),
  }
}

import type { Questionnaire } from '#src/formats/survey-question.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { CheckField, TextField } from '#src/ui/field.tsx'
import { stepsFor } from '../core/answering/answer-words.ts'
import { readCode } from '../core/answering/numbers-with-check.ts'
import { surveyIn } from '../core/questionnaire/translations.ts'
import { collectionPhase, type Survey } from '../core/survey.ts'
import type { FormWords } from '../core/words/japanese.ts'
import { dayWords, filled, type Language, wordsIn } from '../core/words/languages.ts'
import { asNobody, findAnswerDraft } from '../store/access.ts'
import { admissionOf } from '../store/commands/answers.ts'
import { getPublicSurvey, getPublishedQuestionnaire } from '../store/queries.ts'
import { chosenByLink, InLanguage, LanguageLinks, languageIn } from './parts/answer-language.tsx'
import { sessionCookie, tryCode } from './parts/answer-session.ts'
import { FormHead } from './parts/form-head.tsx'
import { surveyCrumbs } from './parts/public-frame.tsx'

/** The door of the web form: the code of the letter, and the consent. The code also leads back to a saved entry. */
export const answerStartPage = page('/surveys/:surveyId/answer', {
  audience: 'anyone',
  async show(context, visit) {
    const nobody = asNobody(context)
    const known = await getPublicSurvey(nobody, visit.params.surveyId)
    const { questionnaire } = await getPublishedQuestionnaire(nobody, known.id)
    const language = languageIn(visit, questionnaire)
    const cookies = chosenByLink(visit)
    return { ...screen({ known, questionnaire, language, now: context.now }), cookies }
  },
  async submit(context, visit, form) {
    const nobody = asNobody(context)
    const { surveyId } = visit.params
    const known = await getPublicSurvey(nobody, surveyId)
    const { questionnaire } = await getPublishedQuestionnaire(nobody, surveyId)
    const language = languageIn(visit, questionnaire)
    const words = wordsIn(language)
    const entered = enteredIn(form)
    const again = (problems: Problems) => ({
      ...screen({ known, questionnaire, language, now: context.now, entered, problems }),
      status: 422 as const,
    })
    const code = readCode(entered['code'] ?? '')
    const consent: Problems = entered['consent'] === 'yes' ? {} : { consent: words.consentMissing }
    if (!code) return again({ code: words.codeWrong, ...consent })
    if (Object.keys(consent).length > 0) return again(consent)
    const { wait, forget } = await tryCode(visit, context.now)
    if (wait > 0) return again({ code: filled(words.wait, { n: Math.ceil(wait / 1000) }) })
    const access = { surveyId, secret: visit.auth.secret, code }
    const admission = await admissionOf(nobody, access)
    if (admission !== 'open') return again({ code: words[refusals[admission]] })
    await forget()
    const saved = await findAnswerDraft(nobody, access)
    const begun = await getPublishedQuestionnaire(nobody, surveyId, saved?.version)
    const first = stepsFor(begun.questionnaire, saved?.cells ?? {})[0]?.id ?? 'check'
    const cookies = [sessionCookie(visit, code)]
    return { seeOther: `/surveys/${surveyId}/answer/${first}${saved ? '?from=saved' : ''}`, cookies }
  },
})

const refusals = { unknown: 'unknown', done: 'done', 'not-yet': 'notYet', over: 'over' } as const

type State = {
  known: Survey
  questionnaire: Questionnaire
  language: Language | undefined
  now: Date
  entered?: Entered
  problems?: Problems
}

function screen({ known, questionnaire, language, now, entered = {}, problems = {} }: State): Screen {
  const survey = surveyIn(known, questionnaire, language)
  const words = wordsIn(language)
  const lastDay = dayWords(tokyoDay(new Date(Date.parse(survey.closesAt) - 1)), language)
  return {
    title: filled(words.answer, { title: survey.title }),
    crumbs: surveyCrumbs(survey),
    body: (
      <InLanguage language={language}>
        <FormHead problems={problems} words={words} />
        <LanguageLinks {...{ questionnaire, language, words }} />
        <h1>{survey.title}</h1>
        <div class="l-flow l-measure l-gap">
          {survey.introduction && <p class="sb-prewrap">{survey.introduction}</p>}
          <p>{filled(words.period, { day: lastDay })}</p>
          <p>{words.once}</p>
        </div>
        {collectionPhase(survey, now) === 'over' ? (
          <p class="l-gap">
            <b>{words.ended}</b>
          </p>
        ) : (
          <CodeForm {...{ entered, problems, words }} isJapanese={language === undefined} />
        )}
      </InLanguage>
    ),
  }
}

type CodeProps = {
  entered: Entered
  problems: Problems
  words: FormWords
  /** The mark of a required field is Japanese; in other languages the problem tells it. */
  isJapanese: boolean
}

function CodeForm({ entered, problems, words, isJapanese }: CodeProps) {
  return (
    <form method="post" class="sb-form l-gap" action="#error-summary">
      <TextField
        name="code"
        label={words.code}
        support={words.codeSupport}
        value={entered['code']}
        problem={problems['code']}
        width="mid"
        autocomplete="off"
        required={isJapanese}
      />
      <div id="consent">
        <CheckField name="consent" label={words.consent} isChecked={entered['consent'] === 'yes'} />
        {problems['consent'] && <p class="dads-form__error">＊{problems['consent']}</p>}
      </div>
      <button class="dads-button" type="submit">
        {words.begin}
      </button>
    </form>
  )
}

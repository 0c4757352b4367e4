import { tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { page, type Visit } from '#src/platform/page.ts'
import { readCode, receiptWords } from '../core/answering/numbers-with-check.ts'
import { surveyIn } from '../core/questionnaire/translations.ts'
import { dayWords, wordsIn } from '../core/words/languages.ts'
import { asNobody } from '../store/access.ts'
import { getPublicSurvey, getPublishedQuestionnaire } from '../store/queries.ts'
import { InLanguage, languageIn } from './parts/answer-language.tsx'
import { surveyCrumbs } from './parts/public-frame.tsx'

/** The survey in the language of the visit, for pages after the form: no code is needed there. */
async function spoken(context: Context, visit: Visit<'/surveys/:surveyId/answer'>) {
  const nobody = asNobody(context)
  const known = await getPublicSurvey(nobody, visit.params.surveyId)
  const { questionnaire } = await getPublishedQuestionnaire(nobody, known.id)
  const language = languageIn(visit, questionnaire)
  return { survey: surveyIn(known, questionnaire, language), language, words: wordsIn(language) }
}

/** After sending: the receipt number and what happens next. The address holds nothing of the answers. */
export const answerThanksPage = page('/surveys/:surveyId/answer/thanks', {
  audience: 'anyone',
  async show(context, visit) {
    const { survey, language, words } = await spoken(context, visit)
    const receipt = readCode(visit.url.searchParams.get('receipt') ?? '')
    return {
      title: words.taken,
      crumbs: surveyCrumbs(survey),
      body: (
        <InLanguage language={language}>
          <div class="sb-panel">
            <h1>{words.taken}</h1>
            {receipt && (
              <>
                <p>{words.receipt}</p>
                <p class="sb-panel__no">{receiptWords(receipt)}</p>
              </>
            )}
            <p>
              {dayWords(tokyoDay(context.now), language)} {tokyoTime(context.now)}
            </p>
          </div>
          <div class="l-flow l-measure l-gap">
            <h2>{words.thanks}</h2>
            <p>{words.receiptUse}</p>
            <p>{words.published}</p>
            <p>
              <a href={`/surveys/${survey.id}`}>{words.toSurvey}</a>
            </p>
          </div>
        </InLanguage>
      ),
    }
  },
})

/** Saved for later: how to go on. The code is not shown, since others may see this screen. */
export const answerSavedPage = page('/surveys/:surveyId/answer/saved', {
  audience: 'anyone',
  async show(context, visit) {
    const { survey, language, words } = await spoken(context, visit)
    return {
      title: words.saved,
      crumbs: surveyCrumbs(survey),
      body: (
        <InLanguage language={language}>
          <h1>{words.saved}</h1>
          <div class="l-flow l-measure l-gap">
            <p>{words.notSent}</p>
            <p>{words.savedUntil}</p>
            <p>
              <a class="dads-button" href={`/surveys/${survey.id}/answer`}>
                {words.resume}
              </a>
            </p>
          </div>
        </InLanguage>
      ),
    }
  },
})

import { page } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import { conditionWords } from '../core/questionnaire/condition-words.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { inLanguage } from '../core/questionnaire/translations.ts'
import { asLanguage, wordsIn } from '../core/words/languages.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { InLanguage, LanguageLinks } from './parts/answer-language.tsx'
import { QuestionView } from './parts/question-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** The whole questionnaire as people will see it, every condition told in words. Nothing is sent. */
export const previewPage = page('/staff/surveys/:surveyId/preview', {
  audience: 'staff',
  async show(context, visit) {
    const { params } = visit
    const survey = await getSurvey(context, params.surveyId)
    const { questionnaire: kept, version } = await getQuestionnaire(context, params.surveyId)
    const language = asLanguage(visit.url.searchParams.get('lang') ?? '')
    const questionnaire = inLanguage(kept, language)
    const words = wordsIn(language)
    const all = questionsOf(questionnaire)
    const head = surveyHead(survey, context.now)
    return {
      ...head,
      title: '回答画面の見本',
      crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(survey.id, '/questionnaire') }],
      body: (
        <>
          <h1>回答画面の見本（第{version}版）</h1>
          <div class="l-gap">
            <Banner title="ここで入力しても、回答にはなりません。" />
          </div>
          <LanguageLinks questionnaire={kept} language={language} words={wordsIn(undefined)} />
          <form class="sb-form l-gap" aria-label="回答画面の見本">
            {questionnaire.sections.map(({ id, title, questions }) => (
              <section key={id} aria-labelledby={`section-${id}`} class="l-flow-l">
                <h2 id={`section-${id}`}>{title}</h2>
                {questions.map((question) => (
                  <div key={question.code}>
                    {question.showIf && (
                      <p class="sb-sub">{conditionWords(all, question.showIf)}だけに出ます</p>
                    )}
                    <InLanguage language={language}>
                      <QuestionView question={question} cells={{}} words={words} />
                    </InLanguage>
                  </div>
                ))}
              </section>
            ))}
          </form>
        </>
      ),
    }
  },
})

import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Screen } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import type { AnswerCells } from '../../core/answering/answer-cells.ts'
import { answerWords } from '../../core/answering/answer-words.ts'
import { InLanguage } from './answer-language.tsx'
import type { AnswerSession } from './answer-session.ts'
import { surveyCrumbs } from './public-frame.tsx'

type Typed = { questions: readonly SurveyQuestion[]; cells: AnswerCells }

/** Title and advice, by what came in between. */
const why = {
  unknown: ['lost', 'lostAdvice'],
  done: ['done', 'doneAdvice'],
  'not-yet': ['notYet', 'notYet'],
  over: ['over', 'overAdvice'],
} as const

/** An entry that cannot be taken any more: why, what was typed (nothing is lost from the screen), and what to do. */
export function cannotTake(
  { survey, admission, words, language }: Pick<AnswerSession, 'survey' | 'admission' | 'words' | 'language'>,
  typed: Typed = { questions: [], cells: {} },
): Screen {
  const [titleName, adviceName] = why[admission === 'open' ? 'unknown' : admission]
  const title = words[titleName]
  const advice = words[adviceName]
  const lines = typed.questions
    .map((question) => ({ question, said: answerWords(question, typed.cells, words) }))
    .filter(({ said }) => said.length > 0)
  return {
    title,
    status: admission === 'over' ? 410 : 409,
    crumbs: surveyCrumbs(survey),
    body: (
      <InLanguage language={language}>
        <h1>{survey.title}</h1>
        <div class="l-gap">
          <Banner tone="warn" title={title}>
            {advice !== title && <p>{advice}</p>}
          </Banner>
        </div>
        {lines.length > 0 && (
          <section class="l-section" aria-labelledby="typed">
            <h2 id="typed">{words.typed}</h2>
            <dl class="dads-description-list">
              {lines.map(({ question, said }) => (
                <div key={question.code}>
                  <dt>
                    {question.number}　{question.text}
                  </dt>
                  <dd class="sb-prewrap">{said.join('\n')}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <p class="l-gap">
          <a href={`/surveys/${survey.id}/answer`}>{words.toCode}</a>
        </p>
      </InLanguage>
    ),
  }
}

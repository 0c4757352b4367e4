import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Screen } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import type { AnswerCells } from '../../core/answering/answer-cells.ts'
import { answerWords } from '../../core/answering/answer-words.ts'
import type { AnswerSession } from './answer-session.ts'
import { surveyCrumbs } from './public-frame.tsx'

type Typed = { questions: readonly SurveyQuestion[]; cells: AnswerCells }

const why = {
  unknown: ['回答コードの確認ができなくなりました', '下のリンクから、回答コードをもう一度入力してください。'],
  done: [
    'この回答コードでは、すでに回答を受け付けています',
    'もう一度答えることはできません。ご協力ありがとうございました。',
  ],
  'not-yet': ['まだ受け付けていません', '始まる日になってから、もう一度開いてください。'],
  over: [
    '受付は終わりました',
    '入力した内容は、この画面に残っています。ご意見としてお寄せいただくときは、下の問合せ先へお知らせください。',
  ],
} as const

/** An entry that cannot be taken any more: why, what was typed (nothing is lost from the screen), and what to do. */
export function cannotTake(
  { survey, admission }: Pick<AnswerSession, 'survey' | 'admission'>,
  typed: Typed = { questions: [], cells: {} },
): Screen {
  const [title, advice] = why[admission === 'open' ? 'unknown' : admission]
  const lines = typed.questions
    .map((question) => ({ question, words: answerWords(question, typed.cells) }))
    .filter(({ words }) => words.length > 0)
  return {
    title,
    status: admission === 'over' ? 410 : 409,
    crumbs: surveyCrumbs(survey),
    body: (
      <>
        <h1>{survey.title}</h1>
        <div class="l-gap">
          <Banner tone="warn" title={`${title}。`}>
            <p>{advice}</p>
          </Banner>
        </div>
        {lines.length > 0 && (
          <section class="l-section" aria-labelledby="typed">
            <h2 id="typed">入力した内容</h2>
            <dl class="dads-description-list">
              {lines.map(({ question, words }) => (
                <div key={question.code}>
                  <dt>
                    {question.number}　{question.text}
                  </dt>
                  <dd class="sb-prewrap">{words.join('\n')}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <p class="l-gap">
          <a href={`/surveys/${survey.id}/answer`}>回答コードを入力する画面へ</a>
        </p>
      </>
    ),
  }
}

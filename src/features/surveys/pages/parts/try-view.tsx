import type { Questionnaire } from '#src/formats/survey-question.ts'
import type { Problems } from '#src/platform/form.ts'
import { AboutScreen, Banner, EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { AnswerCells, FreeText } from '../../core/answering/answer-cells.ts'
import { answerWords, stepsFor } from '../../core/answering/answer-words.ts'
import type { Trial } from '../../core/answering/random-answers.ts'
import { japanese } from '../../core/words/japanese.ts'
import { AnswerSteps } from './answer-steps.tsx'
import { FormHead } from './form-head.tsx'
import { QuestionView } from './question-view.tsx'

export type TrialState =
  | { kind: 'start' }
  | { kind: 'step'; stepId: string; cells: AnswerCells; problems: Problems }
  | { kind: 'end'; cells: AnswerCells }

type TryProps = {
  questionnaire: Questionnaire
  version: number
  state: TrialState
  trial: Trial | undefined
  finished: { cells: Record<string, string>; texts: FreeText[] } | undefined
}

export function TryView({ questionnaire, version, state, trial, finished }: TryProps) {
  return (
    <>
      <FormHead problems={state.kind === 'step' ? state.problems : {}} />
      <h1>試しに答える（第{version}版）</h1>
      <div class="l-gap">
        <Banner title="ここで答えても、回答にはなりません。何も残しません。" />
      </div>
      {state.kind === 'start' && (trial ? <Start trial={trial} /> : <NoQuestions />)}
      {state.kind === 'step' && <Step questionnaire={questionnaire} {...state} />}
      {state.kind === 'end' && finished && (
        <End questionnaire={questionnaire} cells={state.cells} finished={finished} />
      )}
      <AboutScreen>
        <p>
          回答画面と同じ順番、同じ条件、同じ注意で進みます。最後に、どのように保管されるか（列と番号）を示します。
        </p>
      </AboutScreen>
    </>
  )
}

const NoQuestions = () => (
  <EmptyState title="設問がありません。">
    <p>調査票に設問を加えると、試しに答えられます。</p>
  </EmptyState>
)

function Start({ trial }: { trial: Trial }) {
  const { people, lines, unseen, questions, pages, refused } = trial
  return (
    <>
      <form method="post" class="l-gap">
        <input type="hidden" name="cells" value="{}" />
        <button class="dads-button" type="submit" name="act" value="next">
          はじめのページから答える
        </button>
      </form>
      <Section id="people" title={`${people}人が答えたとすると`}>
        <p>
          でたらめに答える{people}人に、条件のとおりに聞いた結果です。1人に聞く設問は{questions.least}〜
          {questions.most}問、ページは{pages.least}〜{pages.most}ページです。
        </p>
        {unseen.length > 0 && (
          <Banner tone="warn" title={`だれにも聞かなかった設問が${unseen.length}問あります。`}>
            <p>{unseen.map(({ number }) => number).join('、')}：条件を確かめてください。</p>
          </Banner>
        )}
        {refused.length > 0 && (
          <Banner tone="warn" title="決まりどおりに答えても、受け付けられない答えがあります。">
            <ul class="sb-list">
              {refused.slice(0, 20).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Banner>
        )}
        <ShownTable lines={lines} people={people} />
      </Section>
    </>
  )
}

function ShownTable({ lines, people }: Pick<Trial, 'lines' | 'people'>) {
  return (
    <ScrollFrame label="設問ごとの、聞いた人数">
      <table class="dads-table dads-table--dense l-gap">
        <caption>設問ごとの、聞いた人数（{people}人のうち）</caption>
        <thead>
          <tr>
            <th scope="col">設問</th>
            <th scope="col" class="is-num">
              聞いた人
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, number, text, shown }) => (
            <tr key={code}>
              <th scope="row">
                {number}　{text}
              </th>
              <td class="is-num">{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type StepProps = { questionnaire: Questionnaire; stepId: string; cells: AnswerCells; problems: Problems }

function Step({ questionnaire, stepId, cells, problems }: StepProps) {
  const steps = stepsFor(questionnaire, cells)
  const step = steps.find(({ id }) => id === stepId)
  if (!step) return null
  return (
    <>
      <h2>{step.title}</h2>
      <AnswerSteps steps={steps} current={stepId} words={japanese} />
      <form method="post" class="sb-form l-gap" action="#error-summary" aria-label={step.title}>
        <input type="hidden" name="cells" value={JSON.stringify(cells)} />
        <input type="hidden" name="step" value={stepId} />
        {step.questions.map((question) => (
          <QuestionView key={question.code} {...{ question, cells, problems }} />
        ))}
        <div class="l-cluster">
          <button class="dads-button" type="submit" name="act" value="next">
            次へ進む
          </button>
          {steps[0] !== step && (
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="back">
              戻る
            </button>
          )}
          <button class="dads-button dads-button--quiet" type="submit" name="act" value="again">
            やめる
          </button>
        </div>
      </form>
    </>
  )
}

type EndProps = {
  questionnaire: Questionnaire
  cells: AnswerCells
  finished: NonNullable<TryProps['finished']>
}

function End({ questionnaire, cells, finished }: EndProps) {
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  return (
    <Section id="end" title="このように受け取ります">
      <dl class="dads-description-list">
        {questions
          .filter(({ type }) => type !== 'note')
          .map((question) => (
            <div key={question.code}>
              <dt>
                {question.number}　{question.text}
              </dt>
              <dd class="sb-prewrap">{answerWords(question, cells).join('\n') || '未回答'}</dd>
            </div>
          ))}
      </dl>
      <p class="l-gap sb-sub">
        保管する列：
        {Object.entries(finished.cells)
          .map(([column, value]) => `${column}=${value}`)
          .join('、') || 'なし（すべて無回答）'}
        {finished.texts.length > 0 && '。自由に書いた文は、回答と別に保管します'}
      </p>
      <form method="post" class="l-gap">
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="again">
          もう一度試す
        </button>
      </form>
    </Section>
  )
}

import type { ComponentChildren } from 'preact'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Screen } from '#src/platform/page.ts'
import { AboutScreen, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../../core/permissions.ts'
import type { Survey } from '../../core/survey.ts'
import { SurveyTabs, surveyAddress, surveyHead } from './staff-frame.tsx'

const parts = [
  { part: '/results', label: '単純集計', action: 'read-survey-results' },
  { part: '/results/cross', label: 'クロス集計', action: 'read-survey-results' },
  { part: '/results/portfolio', label: '満足度・重要度', action: 'read-survey-results' },
  { part: '/results/waves', label: '経年比較', action: 'read-survey-results' },
  { part: '/results/texts', label: '自由記述', action: 'export-answers' },
  { part: '/cite', label: '根拠として引用', action: 'read-survey-results' },
  { part: '/results/files', label: '書き出し', action: 'read-survey-results' },
] as const
export type ResultPart = (typeof parts)[number]['part']

type Frame = {
  survey: Survey
  title: string
  current: ResultPart
  body: ComponentChildren
  about?: ComponentChildren
}

/** The frame of every page of results: the tabs of the survey, the kinds of results, and what the page rests on. */
export function resultFrame(context: Context, { survey, title, current, body, about }: Frame): Screen {
  const open = parts.filter(({ action }) => mayDo(context.actor, permissions, action))
  return {
    ...surveyHead(survey, context.now),
    title,
    body: (
      <>
        <h1>{title}</h1>
        <SurveyTabs actor={context.actor} survey={survey} current="/results" />
        <nav class="l-cluster l-cluster--wide l-gap" aria-label="集計の種類">
          {open.map(({ part, label }) =>
            part === current ? (
              <b key={part} aria-current="page">
                {label}
              </b>
            ) : (
              <a key={part} href={surveyAddress(survey.id, part)}>
                {label}
              </a>
            ),
          )}
        </nav>
        {body}
        <AboutScreen>
          {about}
          <p>
            割合の分母は、その設問を聞かれた人（無回答を含み、非該当を除く）です。回答が30件に満たないものは「参考値」です。重みは、層の人口÷回答数です。
          </p>
          <p>幅は95％の信頼区間（標本抽出による誤差だけ）です。答えない人がいることの偏りは含みません。</p>
        </AboutScreen>
      </>
    ),
  }
}

export const NoAnswers = () => (
  <EmptyState title="まだ集計できる回答がありません。">
    <p>同じ層の回答が20件そろうか、締切を確定すると、集計できるようになります。</p>
  </EmptyState>
)

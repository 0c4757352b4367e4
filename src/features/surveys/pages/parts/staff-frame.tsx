import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Crumb, Screen } from '#src/platform/page.ts'
import { stateLabels } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import { collectionPhase, type Survey } from '../../core/survey.ts'

const tabs = [
  { part: '', label: '概要', action: 'read-surveys' },
  { part: '/questionnaire', label: '調査票', action: 'read-surveys' },
  { part: '/sample', label: '標本', action: 'draw-sample' },
  { part: '/entry', label: '紙の入力', action: 'key-in-answers' },
  { part: '/import', label: '取り込み', action: 'import-answers' },
  { part: '/results', label: '集計', action: 'read-survey-results' },
  { part: '/publication', label: '公表', action: 'publish-survey' },
] as const
export type SurveyPart = (typeof tabs)[number]['part']

export const surveyAddress = (surveyId: string, part = '') => `/staff/surveys/${surveyId}${part}`

/** The parts of a survey as links: those the person may open. */
export function SurveyTabs({
  actor,
  survey,
  current,
}: {
  actor: Context['actor']
  survey: Survey
  current: SurveyPart
}) {
  const open = tabs.filter(({ action }) => mayDo(actor, permissions, action))
  return (
    <nav class="dads-tab l-gap" aria-label="この調査の画面">
      {open.map(({ part, label }) => (
        <a
          key={part}
          href={surveyAddress(survey.id, part)}
          aria-current={part === current ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}

const phaseWords = {
  'not-open': '準備中',
  'not-yet': '始まる日を待っています',
  open: '受付中',
  grace: '受付終了（入力中の方だけ、60分まで受け付け）',
  over: '受付終了',
} as const

/** Where the survey stands, in words. */
export const phaseOf = (survey: Survey, now: Date) =>
  survey.state === 'closed' ? stateLabels.closed : phaseWords[collectionPhase(survey, now)]

/** What every page of a survey shows on top: its facts and the way back. */
export const surveyHead = (
  survey: Survey,
  now: Date,
): Pick<Screen, 'facts' | 'crumbs'> & { crumbs: Crumb[] } => ({
  facts: [
    { label: '調査', value: survey.title },
    { label: '状態', value: phaseOf(survey, now) },
    {
      label: '期間',
      value: `${eraDayDual(survey.startsOn)}〜${eraDayDual(tokyoDay(new Date(Date.parse(survey.closesAt) - 1)))}`,
    },
  ],
  crumbs: [
    { label: '市民意向調査', href: '/staff/surveys' },
    { label: survey.title, href: surveyAddress(survey.id) },
  ],
})

import type { Context } from '#src/platform/context.ts'
import { SelectField } from '#src/ui/field.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import type { QuestionnaireProblem } from '../../core/questionnaire/check-questionnaire.ts'
import type { Wave } from '../../core/questionnaire/lineage.ts'
import type { Survey } from '../../core/survey.ts'
import type { KeptQuestionnaire } from '../../store/rows.ts'
import { SectionPart } from './questionnaire-sections.tsx'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

type ViewProps = {
  survey: Survey
  kept: KeptQuestionnaire
  problems: readonly QuestionnaireProblem[]
  mayDesign: boolean
  actor: Context['actor']
  /** Earlier surveys, to begin with their questionnaire. */
  waves: readonly Wave[]
}

export function QuestionnaireView({ survey, kept, problems, mayDesign, actor, waves }: ViewProps) {
  const { questionnaire, publishedAt, revision, version } = kept
  const mayEdit = mayDesign && !publishedAt
  const isEmpty = questionnaire.sections.every((section) => section.questions.length === 0)
  return (
    <>
      <div class="sb-title">
        <h1>調査票</h1>
        <div class="l-cluster">
          <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/preview')}>
            回答画面で見る
          </a>
          {mayDesign && (
            <>
              <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/paper')}>
                紙の調査票（PDF）
              </a>
              <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/try')}>
                試しに答える
              </a>
              <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/translations')}>
                ほかのことば
              </a>
              <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/lineage')}>
                前の調査との対応
              </a>
            </>
          )}
          <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/exchange')}>
            ほかのプログラムのファイル
          </a>
        </div>
      </div>
      <SurveyTabs actor={actor} survey={survey} current="/questionnaire" />
      <VersionLine survey={survey} kept={kept} mayDesign={mayDesign} hasProblems={problems.length > 0} />
      <ProblemList survey={survey} problems={problems} />
      {mayEdit && isEmpty && waves.length > 0 && <CopyForm waves={waves} />}
      <question-drag>
        {questionnaire.sections.map((section) => (
          <SectionPart key={section.id} {...{ survey, section, revision, mayEdit }} />
        ))}
        {mayEdit && <PlaceForm revision={revision} />}
      </question-drag>
      {mayEdit && (
        <form method="post" class="sb-filter l-gap" aria-label="ページを加える">
          <input type="hidden" name="revision" value={revision} />
          <label>
            新しいページの題
            <input type="text" name="title" maxLength={100} />
          </label>
          <button class="dads-button dads-button--secondary" name="act" value="add-section" type="submit">
            ページを加える
          </button>
        </form>
      )}
      <AboutScreen>
        <p>
          1つのページが、回答画面の1画面になります。設問の番号は、並び順から自動で付きます（いまは第{version}
          版）。
        </p>
        <p>条件を付けた設問は、その答えをした人だけに出ます。条件にできるのは、前にある設問だけです。</p>
      </AboutScreen>
    </>
  )
}

/** Filled in and sent by a drop; the buttons beside each question do the same in steps. */
function PlaceForm({ revision }: { revision: number }) {
  return (
    <form method="post" hidden data-drag-form>
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="act" value="place" />
      <input type="hidden" name="id" value="" />
      <input type="hidden" name="section" value="" />
      <input type="hidden" name="position" value="" />
    </form>
  )
}

function CopyForm({ waves }: { waves: readonly Wave[] }) {
  return (
    <form method="post" class="sb-filter l-gap" aria-label="前の調査の調査票を写す">
      <SelectField
        name="from"
        label="前の調査の調査票を写す"
        choices={waves.map(({ surveyId, title }) => ({ value: surveyId, label: title }))}
      />
      <button class="dads-button dads-button--secondary" name="act" value="copy" type="submit">
        写して始める
      </button>
    </form>
  )
}

type VersionProps = Pick<ViewProps, 'survey' | 'kept' | 'mayDesign'> & { hasProblems: boolean }

function VersionLine({ survey, kept, mayDesign, hasProblems }: VersionProps) {
  if (survey.state !== 'open' || !mayDesign) return null
  if (kept.publishedAt) {
    return (
      <form method="post" class="l-gap l-flow">
        <p>
          第{kept.version}版を使っています。使っている調査票は直せません。
          {kept.version > 1 && <a href={surveyAddress(survey.id, '/versions')}>前の版との違い</a>}
        </p>
        <button class="dads-button dads-button--secondary" name="act" value="new-version" type="submit">
          新しい版をつくる
        </button>
      </form>
    )
  }
  return (
    <form method="post" class="l-gap l-flow">
      <p>
        第{kept.version}
        版を直しています。使い始めるまで、回答画面は前の版のままです。答え始めた人は、始めたときの版で最後まで答えます。
        <a href={surveyAddress(survey.id, '/versions')}>前の版との違い</a>
      </p>
      {!hasProblems && (
        <button class="dads-button" name="act" value="use-version" type="submit">
          この版を使い始める
        </button>
      )}
    </form>
  )
}

function ProblemList({ survey, problems }: Pick<ViewProps, 'survey' | 'problems'>) {
  if (problems.length === 0) {
    return (
      <div class="l-gap">
        <Banner title="調査票の点検：問題はありません。" />
      </div>
    )
  }
  return (
    <div class="l-gap">
      <Banner tone="warn" title={`調査票の点検：直すところが${problems.length}件あります。`}>
        <ul class="sb-list">
          {problems.map(({ code, message }) => (
            <li key={message}>
              {code ? <a href={`${surveyAddress(survey.id)}/questions/${code}`}>{message}</a> : message}
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  )
}

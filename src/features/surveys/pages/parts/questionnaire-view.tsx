import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Context } from '#src/platform/context.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, Banner } from '#src/ui/parts.tsx'
import { editedTypes, questionTypeLabels } from '../../core/labels.ts'
import type { QuestionnaireProblem } from '../../core/questionnaire/check-questionnaire.ts'
import type { Survey } from '../../core/survey.ts'
import type { KeptQuestionnaire } from '../../store/rows.ts'
import { SurveyTabs, surveyAddress } from './staff-frame.tsx'

type ViewProps = {
  survey: Survey
  kept: KeptQuestionnaire
  problems: readonly QuestionnaireProblem[]
  mayDesign: boolean
  actor: Context['actor']
}

export function QuestionnaireView({ survey, kept, problems, mayDesign, actor }: ViewProps) {
  const { questionnaire, publishedAt, revision, version } = kept
  const mayEdit = mayDesign && !publishedAt
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
              <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/translations')}>
                ほかのことば
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
      {questionnaire.sections.map((section) => (
        <SectionPart key={section.id} {...{ survey, section, revision, mayEdit }} />
      ))}
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

type VersionProps = Pick<ViewProps, 'survey' | 'kept' | 'mayDesign'> & { hasProblems: boolean }

function VersionLine({ survey, kept, mayDesign, hasProblems }: VersionProps) {
  if (survey.state !== 'open' || !mayDesign) return null
  if (kept.publishedAt) {
    return (
      <form method="post" class="l-gap l-flow">
        <p>第{kept.version}版を使っています。使っている調査票は直せません。</p>
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

type SectionProps = {
  survey: Survey
  section: Questionnaire['sections'][number]
  revision: number
  mayEdit: boolean
}

function SectionPart({ survey, section, revision, mayEdit }: SectionProps) {
  const { id, title, questions } = section
  return (
    <section class="l-section" aria-labelledby={id}>
      <div class="l-section__head">
        <h2 id={id}>{title}</h2>
        {mayEdit && (
          <MoveForm {...{ id, revision, kind: 'section', name: title, isEmpty: questions.length === 0 }} />
        )}
      </div>
      <ol class="sb-qlist">
        {questions.map((question) => (
          <QuestionRow key={question.code} {...{ survey, question, revision, mayEdit }} />
        ))}
      </ol>
      {mayEdit && <SectionForms {...{ id, title, revision }} />}
    </section>
  )
}

function SectionForms({ id, title, revision }: { id: string; title: string; revision: number }) {
  return (
    <div class="l-flow l-gap">
      <form method="post" class="sb-filter" aria-label={`「${title}」に設問を加える`}>
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="id" value={id} />
        <SelectField
          name="type"
          label="設問の種類"
          choices={editedTypes.map((value) => ({ value, label: questionTypeLabels[value] }))}
        />
        <button class="dads-button" name="act" value="add-question" type="submit">
          設問を加える
        </button>
      </form>
      <details class="dads-disclosure">
        <summary>
          <span>「{title}」の題を改める</span>
        </summary>
        <form method="post" class="dads-disclosure__body l-flow">
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="id" value={id} />
          <TextField name="title" label="ページの題" value={title} width="mid" />
          <button class="dads-button dads-button--secondary" name="act" value="rename-section" type="submit">
            改める
          </button>
        </form>
      </details>
    </div>
  )
}

type RowProps = { survey: Survey; question: SurveyQuestion; revision: number; mayEdit: boolean }

function QuestionRow({ survey, question, revision, mayEdit }: RowProps) {
  const { code, number, text, type, showIf, options, items } = question
  const label = questionTypeLabels[type as keyof typeof questionTypeLabels] ?? type
  return (
    <li id={code}>
      <div>
        <p class="sb-qlist__title">
          <a href={`${surveyAddress(survey.id)}/questions/${code}`}>
            {number ? `${number}　` : ''}
            {text || '（文がまだありません）'}
          </a>
        </p>
        <p class="sb-sub">
          {label}
          {options.length > 0 && `・選択肢${options.length}`}
          {items.length > 1 && `・${items.length}行`}
          {showIf && (
            <>
              {' '}
              <Badge tone="info">条件あり</Badge>
            </>
          )}
        </p>
      </div>
      {mayEdit && (
        <MoveForm {...{ id: code, revision, kind: 'question', name: number || '説明文', isEmpty: true }} />
      )}
    </li>
  )
}

type MoveProps = {
  id: string
  revision: number
  kind: 'section' | 'question'
  name: string
  isEmpty: boolean
}

/** Up, down, delete: small buttons with the name of what they move. */
function MoveForm({ id, revision, kind, name, isEmpty }: MoveProps) {
  const button = (act: string, label: string) => (
    <button class="dads-button dads-button--quiet dads-button--small" name="act" value={act} type="submit">
      {label}
      <span class="vh">：{name}</span>
    </button>
  )
  return (
    <form method="post" class="l-cluster">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="id" value={id} />
      {button(`${kind}-up`, '上へ')}
      {button(`${kind}-down`, '下へ')}
      {isEmpty && button(`delete-${kind}`, '消す')}
    </form>
  )
}

import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Badge } from '#src/ui/parts.tsx'
import { editedTypes, questionTypeLabels } from '../../core/labels.ts'
import type { Survey } from '../../core/survey.ts'
import { surveyAddress } from './staff-frame.tsx'

type SectionProps = {
  survey: Survey
  section: Questionnaire['sections'][number]
  revision: number
  mayEdit: boolean
}

/** One page of the form with its questions; with scripts a question is also dragged to its place. */
export function SectionPart({ survey, section, revision, mayEdit }: SectionProps) {
  const { id, title, questions } = section
  return (
    <section class="l-section" aria-labelledby={id}>
      <div class="l-section__head">
        <h2 id={id}>{title}</h2>
        {mayEdit && (
          <MoveForm {...{ id, revision, kind: 'section', name: title, isEmpty: questions.length === 0 }} />
        )}
      </div>
      <ol class="sb-qlist" data-section={id}>
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
    <li id={code} data-question={code}>
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

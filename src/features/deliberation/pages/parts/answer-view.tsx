import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import { answerKindLabels, type CouncilView, type Inquiry, unansweredViews } from '../../core/inquiry.ts'
import type { AnswerField } from '../../core/view-answer.ts'
import type { ViewChange } from '../../core/view-change.ts'
import { ViewChangeWords } from '../../views/view-change.tsx'
import type { ChangeChoices } from './change-choices.ts'
import { choicesOf } from './deliberation-tabs.tsx'
import { answerFieldName } from './read-answers.ts'

type AnswerFormProps = {
  inquiry: Inquiry
  entered: Entered
  problems: Problems
  today: string
  changes: ReadonlyMap<number, ViewChange>
  choices: ChangeChoices
}

/** 附帯意見への対応, view by view: what is done, since when, and where the plan was changed for it. */
export function AnswerForm(props: AnswerFormProps) {
  const { inquiry } = props
  return (
    <Section id="answers" title={`附帯意見への対応（未回答${unansweredViews(inquiry).length}件）`}>
      <form method="post" class="sb-form" aria-label="附帯意見への対応" action="#error-summary">
        <input type="hidden" name="revision" value={inquiry.revision} />
        <p>保存すると、会議の記録のページに載ります。</p>
        {inquiry.views.map((view, position) => (
          <AnswerFields key={view.text} {...props} view={view} position={position} />
        ))}
        <button class="dads-button" type="submit" name="act" value="answer">
          対応を保存する
        </button>
      </form>
    </Section>
  )
}

type FieldsProps = AnswerFormProps & { view: CouncilView; position: number }

function AnswerFields({ view, position, entered, problems, today, changes, choices }: FieldsProps) {
  const field = (name: AnswerField, saved: string) => {
    const full = answerFieldName(name, position)
    return { name: full, value: entered[full] ?? saved, problem: problems[full] }
  }
  const change = changes.get(position)
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">
        ({position + 1}) {view.text}
      </legend>
      <div class="l-cols l-cols--2">
        <SelectField
          {...field('answerKind', view.answerKind)}
          label={`対応の種類（${position + 1}）`}
          blank="未定"
          choices={choicesOf(answerKindLabels)}
        />
        <TextField
          {...field('answeredOn', view.answeredOn || (view.answer ? '' : today))}
          label={`対応の日（${position + 1}）`}
        />
      </div>
      <TextArea {...field('answer', view.answer)} label={`市の対応（${position + 1}）`} rows={2} />
      {choices.versions.length > 0 && (
        <div class="l-cols l-cols--2">
          <SelectField
            {...field('versionId', view.versionId)}
            label={`直したところが入っている版（${position + 1}）`}
            blank="計画を直していない"
            choices={choices.versions}
          />
          <SelectField
            {...field('itemId', view.itemId)}
            label={`計画の直したところ（${position + 1}）`}
            blank="計画を直していない"
            choices={withOwn(choices.places, change)}
          />
        </div>
      )}
      {change && <ViewChangeWords change={change} />}
    </fieldset>
  )
}

/** A place that the last version no longer has stays the choice of the view that points to it. */
const withOwn = (places: readonly Choice[], change: ViewChange | undefined): Choice[] =>
  change && !places.some(({ value }) => value === change.itemId)
    ? [...places, { value: change.itemId, label: change.place }]
    : [...places]

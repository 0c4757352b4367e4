import type { ItemChoice } from '#src/features/voices/store/queries/plan-items.ts'
import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { type CommentClass, needsChange, needsReason } from '../../core/classes.ts'

export type ReplyForm = { entered: Entered; problems: Problems; chosen: readonly string[] }
type FieldsProps = { classes: readonly CommentClass[]; items: readonly ItemChoice[]; form: ReplyForm }

/** What an answer is made of; which parts are needed follows from its class. */
export function ReplyFields({ classes, items, form: { entered, problems } }: FieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const named = (test: (one: CommentClass) => boolean) =>
    classes
      .filter(test)
      .map(({ label }) => `「${label}」`)
      .join('')
  return (
    <>
      <SelectField
        {...field('classKey')}
        label="対応区分"
        blank="選んでください"
        choices={classes.map(({ key, label }) => ({ value: key, label }))}
        width="mid"
        required
      />
      <TextArea {...field('text')} label="市の考え方" rows={5} required />
      <TextField {...field('reason')} label="理由" support={`${named(needsReason)}のときは要ります。`} />
      <SelectField
        {...field('planRef')}
        label="直したところ"
        support={`${named(needsChange)}のときは、ここから下の3つが要ります。`}
        blank="なし"
        choices={items.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea {...field('before')} label="修正前" rows={3} />
      <TextArea {...field('after')} label="修正後" rows={3} />
    </>
  )
}

/** The opinions one reply answers, to be ticked. */
export function OpinionBoxes({
  comments,
  chosen,
  problem,
}: {
  comments: readonly HeardLine[]
  chosen: readonly string[]
  problem: string | undefined
}) {
  return (
    <fieldset class={problem ? 'dads-form dads-form-group--error' : 'dads-form'} id="opinions">
      <legend class="dads-form__label">答える意見</legend>
      {comments.map(({ id, verbatim, summary, receiptNumber, number, wordingId }) => (
        <label key={id} class="dads-choice">
          <input type="checkbox" name="opinion" value={id} checked={chosen.includes(id)} />
          <span dir="auto">
            {[...verbatim].slice(0, 160).join('')}
            {[...verbatim].length > 160 && '…'}
            <small>
              {receiptNumber} の{number}件目{summary && `　要約：${summary}`}
              {wordingId && '　同じ文面あり'}
            </small>
          </span>
        </label>
      ))}
      {problem && <p class="dads-form__error">＊{problem}</p>}
    </fieldset>
  )
}

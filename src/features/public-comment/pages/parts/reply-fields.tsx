import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import { anchorPlaceLabels } from '#src/lib/document/quote-anchor.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Badge } from '#src/ui/parts.tsx'
import { type CommentClass, needsChange, needsReason } from '../../core/classes.ts'
import type { PlanPlace } from '../../core/plan-places.ts'
import type { CommentPlace } from '../../store/queries/places.ts'

export type ReplyForm = { entered: Entered; problems: Problems; chosen: readonly string[] }
/** Fills old and new; it stands behind the button that saves, which the Enter key presses. */
export const TakeButton = () => (
  <button class="dads-button dads-button--secondary" name="act" value="take" type="submit">
    修正前と修正後を、いまの計画との違いから写す
  </button>
)

type FieldsProps = { classes: readonly CommentClass[]; places: readonly PlanPlace[]; form: ReplyForm }

/** What an answer is made of; which parts are needed follows from its class. */
export function ReplyFields({ classes, places, form: { entered, problems } }: FieldsProps) {
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
        choices={places.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea {...field('before')} label="修正前" rows={3} />
      <TextArea {...field('after')} label="修正後" rows={3} />
    </>
  )
}

/** What a comment is about, the words it quotes, and what became of them in the version that is public today. */
function AboutPlace({ place }: { place: CommentPlace | undefined }) {
  if (!place) return null
  const { about, quote, now } = place
  const isMoved = now === 'changed' || now === 'gone' || (now === 'paragraph' && quote !== '')
  return (
    <small>
      {about}
      {quote && `「${quote}」`}
      {isMoved && (
        <>
          {' '}
          <Badge tone="warn">{anchorPlaceLabels[now]}</Badge>
        </>
      )}
    </small>
  )
}

/** The opinions one reply answers, to be ticked. */
export function OpinionBoxes({
  comments,
  about,
  chosen,
  problem,
}: {
  comments: readonly HeardLine[]
  about: ReadonlyMap<string, CommentPlace>
  chosen: readonly string[]
  problem: string | undefined
}) {
  return (
    <fieldset class={problem ? 'dads-form dads-form-group--error' : 'dads-form'} id="opinions">
      <legend class="dads-form__label">答える意見</legend>
      {comments.map(({ id, submissionId, verbatim, summary, receiptNumber, number, wordingId }) => (
        <label key={id} class="dads-choice">
          <input type="checkbox" name="opinion" value={id} checked={chosen.includes(id)} />
          <span dir="auto">
            {[...verbatim].slice(0, 160).join('')}
            {[...verbatim].length > 160 && '…'}
            <small>
              {receiptNumber} の{number}件目{summary && `　要約：${summary}`}
              {wordingId && '　同じ文面あり'}
            </small>
            <AboutPlace place={about.get(submissionId)} />
          </span>
        </label>
      ))}
      {problem && <p class="dads-form__error">＊{problem}</p>}
    </fieldset>
  )
}

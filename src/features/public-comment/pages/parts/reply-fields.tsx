import type { HeardLine } from '#src/features/voices/store/queries/voices.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Badge, Disclosure } from '#src/ui/parts.tsx'
import { type CommentClass, needsChange, needsReason, type TextChange } from '../../core/classes.ts'
import { type CommentPlace, isMoved, placeStateLabels } from '../../core/orphans.ts'
import type { LinkChoice, PlanPlace } from '../../core/plan-places.ts'
import { ChangeFields } from './change-fields.tsx'

export type ReplyForm = {
  entered: Entered
  problems: Problems
  chosen: readonly string[]
  /** 関係するところ that are ticked. */
  linked: readonly string[]
  /** 直したところ that are shown, the last one perhaps empty. */
  changes: readonly TextChange[]
}

type FieldsProps = {
  classes: readonly CommentClass[]
  places: readonly PlanPlace[]
  linkChoices: readonly LinkChoice[]
  form: ReplyForm
}

/** What an answer is made of; which parts are needed follows from its class. */
export function ReplyFields({ classes, places, linkChoices, form }: FieldsProps) {
  const { entered, problems, linked, changes } = form
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
      <ChangeFields changes={changes} places={places} problems={problems} when={named(needsChange)} />
      <Disclosure label={`関係するところ（${linked.length}か所を選んでいます）`} open={linked.length > 0}>
        <fieldset class="dads-form">
          <legend class="dads-form__label">この意見が関係する施策・ほかの計画（いくつでも）</legend>
          {linkChoices.map(({ id, label }) => (
            <CheckField key={id} name="link" value={id} label={label} isChecked={linked.includes(id)} />
          ))}
        </fieldset>
      </Disclosure>
    </>
  )
}

/** What a comment is about, the words it quotes, and what became of them in the version that is public today. */
function AboutPlace({ place }: { place: CommentPlace | undefined }) {
  if (!place) return null
  const { about, quote, now } = place
  return (
    <small>
      {about}
      {quote && `「${quote}」`}
      {isMoved(place) && (
        <>
          {' '}
          <Badge tone="warn">{placeStateLabels[now]}</Badge>
        </>
      )}
    </small>
  )
}

/** The opinions one reply answers, to be ticked; those that are stand first. */
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
  const isChosen = ({ id }: HeardLine) => chosen.includes(id)
  const chosenFirst = [...comments.filter(isChosen), ...comments.filter((one) => !isChosen(one))]
  return (
    <fieldset class={problem ? 'dads-form dads-form-group--error' : 'dads-form'} id="opinions">
      <legend class="dads-form__label">答える意見</legend>
      {chosenFirst.map(({ id, submissionId, verbatim, summary, receiptNumber, number, wordingId }) => (
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

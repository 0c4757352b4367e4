import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { mostChanges, type TextChange } from '../../core/classes.ts'
import type { PlanPlace } from '../../core/plan-places.ts'

const empty: TextChange = { planRef: '', before: '', after: '' }
const isBegun = ({ planRef, before, after }: TextChange) => `${planRef}${before}${after}` !== ''

/** 直したところ as they were typed, in their order; a place left empty altogether is taken out. */
export function changesIn(entered: Entered): TextChange[] {
  const word = (name: string) => (entered[name] ?? '').trim().slice(0, 10_000)
  return Array.from({ length: mostChanges }, (_, at) => ({
    planRef: word(`planRef-${at}`),
    before: word(`before-${at}`),
    after: word(`after-${at}`),
  })).filter(isBegun)
}

/** What is shown: those that are there, and an empty one where there is none or one more is asked for. */
export const shownChanges = (changes: readonly TextChange[], { isOneMore = false } = {}): TextChange[] =>
  changes.length === 0 || (isOneMore && changes.length < mostChanges) ? [...changes, empty] : [...changes]

/** Both stand behind the button that saves, which the Enter key presses, and come back to the places. */
export const ChangeButtons = () => (
  <>
    <button
      class="dads-button dads-button--secondary"
      name="act"
      value="add"
      type="submit"
      formAction="#changes"
    >
      直したところを、もう1つ加える
    </button>
    <button
      class="dads-button dads-button--secondary"
      name="act"
      value="take"
      type="submit"
      formAction="#changes"
    >
      修正前と修正後を、いまの計画との違いから写す
    </button>
  </>
)

type Props = {
  changes: readonly TextChange[]
  places: readonly PlanPlace[]
  problems: Problems
  when: string
}

/** 直したところ: one place after the other, each with 修正前 and 修正後. */
export function ChangeFields({ changes, places, problems, when }: Props) {
  const choices = places.map(({ id, label }) => ({ value: id, label }))
  const many = changes.length > 1
  return (
    <div id="changes" class="l-flow">
      <p class="dads-form__support">
        {when}
        のときは、直したところと、修正前・修正後の文が要ります。3つの欄をすべて空にすると、その箇所は除かれます。
      </p>
      {changes.map(({ planRef, before, after }, at) => {
        const number = many ? `（${at + 1}）` : ''
        const field = (name: string, value: string) => ({
          name: `${name}-${at}`,
          value,
          problem: problems[`${name}-${at}`],
        })
        return (
          <fieldset key={`${at}`} class="dads-form l-flow l-gap">
            <legend class="dads-form__label">直したところ{number}</legend>
            <SelectField
              {...field('planRef', planRef)}
              label={`箇所${number}`}
              blank="なし"
              choices={choices}
            />
            <TextArea {...field('before', before)} label={`修正前${number}`} rows={3} />
            <TextArea {...field('after', after)} label={`修正後${number}`} rows={3} />
          </fieldset>
        )
      })}
    </div>
  )
}

import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { Section } from '#src/ui/parts.tsx'
import { type KeyField, keyFields } from '../../core/answering/key-in.ts'

type FieldsProps = { questionnaire: Questionnaire; entered: Entered; problems: Problems }

/** Every field of a sheet in the order of the paper. `data-` tells the island when a field is full. */
export function KeyFields({ questionnaire, entered, problems }: FieldsProps) {
  return (
    <>
      {questionnaire.sections.map(({ id, title, questions }) => (
        <Section key={id} id={`section-${id}`} title={title}>
          <div class="sb-keyin">
            {questions.map((question) => (
              <QuestionFields key={question.code} {...{ question, entered, problems }} />
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

type QuestionProps = { question: SurveyQuestion; entered: Entered; problems: Problems }

function QuestionFields({ question, entered, problems }: QuestionProps) {
  const fields = keyFields(question)
  if (fields.length === 0) return null
  return (
    <>
      <h3>
        {question.number}　{question.text}
      </h3>
      {fields.map((one) => (
        <KeyInput key={one.name} field={one} value={entered[one.name]} problem={problems[one.name]} />
      ))}
    </>
  )
}

const typeWords = { number: '数', date: '日付', text: '文' }

/** What may be typed, in words. */
export const wantedWords = ({ kind, codes }: KeyField): string =>
  codes.length > 0 ? codes.join(' ') : (typeWords[kind as 'text'] ?? '')

type KeyProps = { field: KeyField; value: string | undefined; problem: string | undefined }

function KeyInput({ field, value, problem }: KeyProps) {
  const { name, label, kind, codes } = field
  return (
    <label for={name}>
      <span>
        {label}
        {kind !== 'text' && `［${wantedWords(field)}］`}
      </span>
      <input
        class="dads-input"
        type="text"
        id={name}
        name={name}
        value={value ?? ''}
        autocomplete="off"
        inputMode={kind === 'text' || kind === 'date' ? undefined : 'numeric'}
        data-kind={kind}
        data-codes={codes.length > 0 ? codes.join(' ') : undefined}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
      {problem && (
        <span class="dads-form__error" id={`${name}-problem`}>
          ＊{problem}
        </span>
      )}
    </label>
  )
}

import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { consentLabels } from '../../core/labels.ts'
import { noteWords, type Session, type SessionTable, type Step } from '../../core/session.ts'
import { choicesOf } from './session-fields.tsx'

type FormProps = {
  session: Session
  /** One: it is not asked for. */
  steps: readonly Step[]
  tables: readonly SessionTable[]
  entered: Entered
  problems: Problems
}

/** Writes down one more card or remark; after sending, the next can be typed at once. */
export function AddNoteForm({ session, steps, tables, entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name] ?? '', problem: problems[name] })
  const word = noteWords[session.kind]
  const isCafe = session.kind === 'world-cafe'
  return (
    <form method="post" class="sb-addnote" data-add="" aria-label={`${word}を足す`}>
      <NoteSteps steps={steps} entered={entered} problems={problems} />
      {tables.length > 0 && <TableField tables={tables} entered={entered} problems={problems} />}
      {isCafe ? (
        <div class="dads-form">
          <label class="dads-form__label" for="new-heading">
            見出し<span class="dads-form__opt">※任意</span>
          </label>
          <input
            class="dads-input dads-input--mid"
            id="new-heading"
            name="heading"
            list="headings"
            value={entered['heading']}
            maxLength={60}
            autocomplete="off"
          />
        </div>
      ) : (
        <>
          <TextField {...field('speaker')} label="話した人（A、B…）" width="short" optional />
          <SelectField
            {...field('consent')}
            label="公開の同意"
            blank={`この会の扱い（${consentLabels[session.consent]}）`}
            choices={choicesOf(consentLabels)}
            width="mid"
          />
        </>
      )}
      <TextArea {...field('text')} label={`${word}（書かれたとおり・話されたとおり）`} rows={2} required />
      <button class="dads-button" name="act" value="add" type="submit">
        足す
      </button>
    </form>
  )
}

type PartProps = { entered: Entered; problems: Problems }

export function NoteSteps({ steps, entered, problems }: PartProps & { steps: readonly Step[] }) {
  const [only] = steps
  return steps.length === 1 && only ? (
    <input type="hidden" name="stepId" value={only.id} />
  ) : (
    <SelectField
      name="stepId"
      value={entered['stepId']}
      problem={problems['stepId']}
      label="問い"
      blank="選んでください"
      choices={steps.map(({ id, text }) => ({ value: id, label: text }))}
      required
    />
  )
}

export function TableField({ tables, entered, problems }: PartProps & { tables: readonly SessionTable[] }) {
  return (
    <SelectField
      name="tableId"
      value={entered['tableId']}
      problem={problems['tableId']}
      label="テーブル"
      blank="決めない"
      choices={tables.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}`.trim() }))}
      width="mid"
    />
  )
}

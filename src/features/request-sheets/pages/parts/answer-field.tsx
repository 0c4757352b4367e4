import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { cellName } from '../../core/answer-words.ts'
import { attachmentsOf, type SheetField, type TableColumn, tableOf } from '../../core/fields.ts'
import { type References, referencesFor } from '../../core/references.ts'
import { isOpenAnswer, openAnswers } from '../../core/sheets.ts'

type Props = {
  field: SheetField
  value: string
  entered: Entered
  problems: Problems
  references: References
  /** Said over the field: hint, remarks of the reviewers, where the first words come from. */
  support?: string
  /** Before the names of the controls, where a page has the fields twice. */
  namedIn?: string
}

/** A field to answer, whatever its kind. */
export function AnswerField({
  field,
  value,
  entered,
  problems,
  references,
  support = '',
  namedIn = '',
}: Props) {
  const said = [support, field.hint ?? ''].filter(Boolean).join('　')
  const common = {
    name: `${namedIn}${field.id}`,
    label: field.label,
    value: entered[field.id] ?? value,
    problem: problems[field.id],
    required: field.isRequired,
    ...(said ? { support: said } : {}),
  }
  switch (field.kind) {
    case 'choice':
      return <SelectField {...common} blank="選ぶ" choices={withOpen(field.choices ?? [])} width="mid" />
    case 'item':
    case 'indicator': {
      const choices = referencesFor(field, references).map(({ id, label }) => ({ value: id, label }))
      return <SelectField {...common} blank="選ぶ" choices={[...choices, ...withOpen([])]} />
    }
    case 'text':
      return <TextArea {...common} rows={linesFor(common.value)} />
    case 'table':
      return <TableAnswer {...common} field={field} entered={entered} namedIn={namedIn} />
    case 'attachment':
      return <Attached label={field.label} id={common.name} value={value} support={said} />
    default:
      return <TextField {...common} {...widthOf(field, common.value)} />
  }
}

/** A number is short, a line as wide as what stands in it needs. */
function widthOf({ kind }: SheetField, value: string): { width?: 'short' | 'mid' } {
  if (kind === 'number') return { width: 'short' }
  return value.length > 22 ? {} : { width: 'mid' }
}

const withOpen = (choices: readonly string[]) =>
  [...choices, ...openAnswers].map((choice) => ({ value: choice, label: choice }))

/** Room for what is there and a line more. */
const linesFor = (text: string) => {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 44)), 0)
  return Math.min(14, Math.max(3, lines + 1))
}

type TableProps = {
  name: string
  label: string
  value: string
  problem: string | undefined
  required: boolean
  support?: string
  field: SheetField
  entered: Entered
  namedIn: string
}

function TableAnswer({
  name,
  label,
  value,
  problem,
  required,
  support,
  field,
  entered,
  namedIn,
}: TableProps) {
  const rows = tableOf(field, isOpenAnswer(value) ? '' : value)
  const columns = field.columns ?? []
  const said = [support ? `${name}-support` : '', problem ? `${name}-problem` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      class={`dads-form sb-widetable ${problem ? 'dads-form-group--error' : ''}`.trim()}
      id={name}
      aria-describedby={said || undefined}
    >
      <legend class="dads-form__label">
        {label}
        {required && <span class="dads-form__req">※必須</span>}
      </legend>
      {support && (
        <p class="dads-form__support" id={`${name}-support`}>
          {support}
        </p>
      )}
      <ScrollFrame label={label}>
        <table class="dads-table sb-answertable">
          <caption class="vh">{label}</caption>
          <thead>
            <tr>
              <th scope="col">行</th>
              {columns.map((column) => (
                <th key={column.label} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                {columns.map((column, place) => {
                  const own = cellName(field.id, at, place)
                  return (
                    <td key={column.label}>
                      <CellField
                        column={column}
                        name={`${namedIn}${own}`}
                        label={`${label} ${at + 1}行目 ${column.label}`}
                        value={entered[own] ?? row[place] ?? ''}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <SelectField
        name={`${name}.open`}
        label={`${label}が分からないとき`}
        value={entered[`${field.id}.open`] ?? (isOpenAnswer(value) ? value : '')}
        blank="表に書く"
        choices={withOpen([])}
        width="mid"
      />
      {problem && (
        <p class="dads-form__error" id={`${name}-problem`}>
          ＊{problem}
        </p>
      )}
    </fieldset>
  )
}

/** So many signs are read in a cell without moving in it. */
const longCell = 8

type CellProps = { column: TableColumn; name: string; label: string; value: string }

function CellField({ column: { kind, choices = [] }, name, label, value }: CellProps) {
  if (kind === 'choice')
    return (
      <select class="dads-input" name={name} aria-label={label}>
        <option value="">選ぶ</option>
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {choice}
          </option>
        ))}
      </select>
    )
  if (kind === 'line' && value.length > longCell)
    return (
      <textarea
        class="dads-input"
        name={name}
        aria-label={label}
        rows={Math.min(5, Math.ceil(value.length / longCell))}
      >
        {value}
      </textarea>
    )
  return (
    <input
      class="dads-input"
      type="text"
      name={name}
      aria-label={label}
      value={value}
      inputMode={kind === 'number' ? 'decimal' : undefined}
    />
  )
}

type AttachedProps = { id: string; label: string; value: string; support: string }

/** Files are added beside the form: adding one saves nothing else. */
function Attached({ id, label, value, support }: AttachedProps) {
  const files = attachmentsOf(value)
  return (
    <div class="dads-form" id={id}>
      <p class="dads-form__label">{label}</p>
      {support && <p class="dads-form__support">{support}</p>}
      <p>
        {files.length === 0
          ? 'まだありません。下の「ファイルを添える」で添えます。'
          : files.map(({ name }) => name).join('、')}
      </p>
    </div>
  )
}

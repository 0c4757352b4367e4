import { NoValue } from '#src/ui/parts.tsx'
import { answerWords } from '../core/answer-words.ts'
import { type SheetField, tableOf } from '../core/fields.ts'
import type { References } from '../core/references.ts'
import { isOpenAnswer } from '../core/sheets.ts'

type ValueProps = { field: SheetField; value: string; references: References }

/** An answer as it is read: a table as a table, a reference by its name. */
export function AnswerValue({ field, value, references }: ValueProps) {
  if (value === '') return <NoValue words="空" />
  if (field.kind !== 'table' || isOpenAnswer(value)) return <>{answerWords(field, value, references)}</>
  const rows = tableOf(field, value).filter((row) => row.some((cell) => cell !== ''))
  return (
    <table class="dads-table">
      <caption class="vh">{field.label}</caption>
      <thead>
        <tr>
          {(field.columns ?? []).map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, place) => (
              <td key={place}>{cell || <NoValue words="空" />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

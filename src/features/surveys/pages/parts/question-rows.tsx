import type { Entered, Problems } from '#src/platform/form.ts'
import type { Choice } from '#src/ui/field.tsx'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { optionKindLabels, rowsIn, spareRows } from '../../core/questionnaire/question-form.ts'

const rowNumbers = (entered: Entered, prefix: string) =>
  Array.from({ length: rowsIn(entered, prefix, 'label') + spareRows }, (_, at) => at)

type CellProps = { name: string; label: string; value: string | undefined; problem?: string | undefined }

/** One field of a row; its label is heard, the heading of the column is seen. */
function CellField({ name, label, value, problem }: CellProps) {
  return (
    <>
      <input
        class="dads-input"
        type="text"
        id={name}
        name={name}
        value={value ?? ''}
        aria-label={label}
        aria-invalid={problem ? 'true' : undefined}
      />
      {problem && <p class="dads-form__error">＊{problem}</p>}
    </>
  )
}

type OptionProps = { prefix: 'option' | 'importance'; label: string; entered: Entered; problems: Problems }

/** Options as rows: number, words, kind, points. An empty row is none; three more are always there. */
export function OptionRows({ prefix, label, entered, problems }: OptionProps) {
  return (
    <div class="dads-form">
      <p class="dads-form__label">{label}</p>
      <p class="dads-form__support">
        文を消した行は、なくなります。点は、満足度などの得点を出すときに使います。
      </p>
      <ScrollFrame label={label}>
        <table class="sb-options sb-options--choices">
          <caption class="vh">{label}</caption>
          <thead>
            <tr>
              <th scope="col">番号</th>
              <th scope="col">文</th>
              <th scope="col">種類</th>
              <th scope="col">点</th>
            </tr>
          </thead>
          <tbody>
            {rowNumbers(entered, prefix).map((at) => {
              const field = (part: string, words: string) => ({
                name: `${prefix}-${at}-${part}`,
                label: `${label}${at + 1}の${words}`,
                value: entered[`${prefix}-${at}-${part}`],
                problem: problems[`${prefix}-${at}-${part}`],
              })
              const kind = field('kind', '種類')
              return (
                <tr key={at}>
                  <td>
                    <CellField {...field('code', '番号')} />
                  </td>
                  <td>
                    <CellField {...field('label', '文')} />
                  </td>
                  <td>
                    <select class="dads-input" name={kind.name} aria-label={kind.label}>
                      {Object.entries(optionKindLabels).map(([value, words]) => (
                        <option key={value} value={value} selected={value === kind.value}>
                          {words}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <CellField {...field('points', '点')} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  )
}

/** Lines of a matrix, each with the measure it asks about. */
export function ItemRows({ entered, measures }: { entered: Entered; measures: readonly Choice[] }) {
  return (
    <div class="dads-form">
      <p class="dads-form__label">表の行</p>
      <p class="dads-form__support">施策を選ぶと、その施策の満足度・重要度として集計します。</p>
      <ScrollFrame label="表の行">
        <table class="sb-options">
          <caption class="vh">表の行</caption>
          <thead>
            <tr>
              <th scope="col">文</th>
              <th scope="col">施策</th>
            </tr>
          </thead>
          <tbody>
            {rowNumbers(entered, 'item').map((at) => (
              <tr key={at}>
                <td>
                  <input
                    type="hidden"
                    name={`item-${at}-column`}
                    value={entered[`item-${at}-column`] ?? ''}
                  />
                  <CellField
                    name={`item-${at}-label`}
                    label={`行${at + 1}の文`}
                    value={entered[`item-${at}-label`]}
                  />
                </td>
                <td>
                  <select class="dads-input" name={`item-${at}-measure`} aria-label={`行${at + 1}の施策`}>
                    <option value="">（なし）</option>
                    {measures.map(({ value, label }) => (
                      <option key={value} value={value} selected={value === entered[`item-${at}-measure`]}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  )
}

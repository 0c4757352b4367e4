import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { rowsOf } from '../../core/forms/entered.ts'
import { bound, isOn } from './bound.ts'
import type { EditorState } from './editing.tsx'

type Props = { state: EditorState; period: readonly [number, number] }

const targetKinds = [
  { value: 'value', label: '数値' },
  { value: 'range', label: '幅（保つ）' },
  { value: 'monitor-only', label: '経過を見る（目標値なし）' },
]

/** 基準値・中間値・目標値・実績値. Years are typed as 2026, shown as 令和8年度 beside. */
export function ValueFields({ state, period }: Props) {
  return (
    <>
      <fieldset class="l-flow">
        <legend class="dads-form__label">基準値・目標値</legend>
        <p class="dads-form__support">
          年度は西暦で書きます。この計画は{fiscalYearLabel(period[0])}（{period[0]}）から
          {fiscalYearLabel(period[1])}（{period[1]}）までです。
        </p>
        <div class="l-cols l-cols--4">
          <TextField {...bound(state, 'baselineYear')} label="基準の年度" inputMode="numeric" />
          <TextField {...bound(state, 'baselineValue')} label="基準値" inputMode="decimal" />
          <TextField {...bound(state, 'targetYear')} label="目標の年度" inputMode="numeric" />
          <TextField {...bound(state, 'targetValue')} label="目標値" inputMode="decimal" />
        </div>
        <div class="l-cols l-cols--4">
          <SelectField {...bound(state, 'targetKind')} label="目標の種類" choices={targetKinds} />
          <TextField {...bound(state, 'targetLow')} label="幅の下限" inputMode="decimal" />
          <TextField {...bound(state, 'targetHigh')} label="幅の上限" inputMode="decimal" />
          <TextField {...bound(state, 'baselineMissing')} label="基準値がないわけと測る時期" />
        </div>
      </fieldset>
      <YearRows state={state} prefix="interim" label="中間値" room={1} />
      <YearRows state={state} prefix="actual" label="実績値" room={2} />
    </>
  )
}

type RowsProps = { state: EditorState; prefix: 'interim' | 'actual'; label: string; room: number }

function YearRows({ state, prefix, label, room }: RowsProps) {
  const known = rowsOf(state.entered, prefix, 'year')
  const last = known.at(-1) ?? 0
  const rows = [...known, ...Array.from({ length: room }, (_, index) => last + index + 1)]
  return (
    <table class="dads-table dads-table--dense">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">年度（西暦）</th>
          <th scope="col">値</th>
          {prefix === 'actual' && (
            <>
              <th scope="col">注</th>
              <th scope="col">速報値</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <YearRow key={row} state={state} row={`${prefix}-${row}`} label={`${label} ${row}`} />
        ))}
      </tbody>
    </table>
  )
}

function YearRow({ state, row, label }: { state: EditorState; row: string; label: string }) {
  const isActual = row.startsWith('actual')
  return (
    <tr>
      <td>
        <Cell state={state} name={`${row}-year`} label={`${label}の年度`} inputMode="numeric" />
      </td>
      <td>
        <Cell state={state} name={`${row}-value`} label={`${label}の値`} inputMode="decimal" />
      </td>
      {isActual && (
        <>
          <td>
            <Cell state={state} name={`${row}-comment`} label={`${label}の注`} inputMode="text" />
          </td>
          <td>
            <label class="dads-choice">
              <input
                type="checkbox"
                name={`${row}-provisional`}
                value="yes"
                checked={isOn(state, `${row}-provisional`)}
              />
              <span class="vh">{label}は速報値</span>
            </label>
          </td>
        </>
      )}
    </tr>
  )
}

type CellProps = {
  state: EditorState
  name: string
  label: string
  inputMode: 'numeric' | 'decimal' | 'text'
}

/** A field in a table cell: its label is for who hears the page, the column heading for who sees it. */
function Cell({ state, name, label, inputMode }: CellProps) {
  const { value = '', problem } = bound(state, name)
  return (
    <>
      <label class="vh" for={name}>
        {label}
      </label>
      <input
        class="dads-input num"
        type="text"
        id={name}
        name={name}
        value={value}
        inputMode={inputMode}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
      {problem && (
        <p class="dads-form__error" id={`${name}-problem`}>
          ＊{problem}
        </p>
      )}
    </>
  )
}

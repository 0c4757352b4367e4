import { TextArea, TextField } from '#src/ui/field.tsx'
import { rowsOf } from '../../core/forms/entered.ts'
import { bound } from './bound.ts'
import type { EditorState } from './editing.tsx'

/** The rows there are, and one more to write into. */
export function rowsWithRoom(state: EditorState, prefix: string, part: string, room = 1): number[] {
  const rows = rowsOf(state.entered, prefix, part)
  const last = rows.at(-1) ?? 0
  return [...rows, ...Array.from({ length: room }, (_, index) => last + index + 1)]
}

/** 課題: each an own paragraph, because evidence and directions point to it. */
export function IssueRows({ state }: { state: EditorState }) {
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">課題</legend>
      <p class="dads-form__support">1つの欄に1つの課題を書きます。空の欄に書くと増え、空にすると消えます。</p>
      {rowsWithRoom(state, 'issue', 'text').map((row) => (
        <div key={row}>
          <input type="hidden" name={`issue-${row}-id`} value={state.entered[`issue-${row}-id`] ?? ''} />
          <TextArea {...bound(state, `issue-${row}-text`)} label={`課題 ${row}`} rows={2} />
        </div>
      ))}
    </fieldset>
  )
}

/** 施策の方向: heading, text, and the numbers of the issues it answers. */
export function DirectionRows({ state }: { state: EditorState }) {
  return (
    <fieldset class="l-flow-l">
      <legend class="dads-form__label">施策の方向</legend>
      {rowsWithRoom(state, 'direction', 'text').map((row) => (
        <div key={row} class="l-flow sb-box">
          <input
            type="hidden"
            name={`direction-${row}-id`}
            value={state.entered[`direction-${row}-id`] ?? ''}
          />
          <TextField {...bound(state, `direction-${row}-heading`)} label={`方向 ${row} の見出し`} />
          <TextArea {...bound(state, `direction-${row}-text`)} label={`方向 ${row} の本文`} rows={3} />
          <TextField
            {...bound(state, `direction-${row}-addresses`)}
            label={`方向 ${row} が対応する課題の番号`}
            support="上の課題の番号を「1、3」のように書きます。"
            width="short"
          />
        </div>
      ))}
    </fieldset>
  )
}

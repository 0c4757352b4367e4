import type { ComponentChildren } from 'preact'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { spanWords } from '../../core/labels.ts'
import type { ScheduleChange } from '../../core/schedule.ts'

type ChangeTableProps = {
  changes: readonly ScheduleChange[]
  nameOf: (taskId: string) => ComponentChildren
  caption: string
}

/** Moved dates, the newest first: before, after, and why. */
export function ChangeTable({ changes, nameOf, caption }: ChangeTableProps) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">作業</th>
          <th scope="col">前の予定</th>
          <th scope="col">いまの予定</th>
          <th scope="col">理由</th>
          <th scope="col">変えた日</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, taskId, from, to, reason, changedOn }) => (
          <tr key={id}>
            <th scope="row">{nameOf(taskId)}</th>
            <td data-label="前の予定">
              <del class="sb-del">
                <span class="vh">前の予定：</span>
                {spanWords(from)}
              </del>
            </td>
            <td data-label="いまの予定">{spanWords(to)}</td>
            <td data-label="理由">{reason}</td>
            <td data-label="変えた日">{eraDay(changedOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

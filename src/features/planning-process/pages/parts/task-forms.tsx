import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { spanWords } from '../../core/labels.ts'
import type { Move } from '../../core/move.ts'
import { type Task, taskStateLabels } from '../../core/schedule.ts'

type FormProps = { task: Task; entered: Entered; problems: Problems }

const dayExample = '例：2027-04-01、令和9年4月1日、R9.4.1'

const fieldOf =
  ({ entered, problems }: Pick<FormProps, 'entered' | 'problems'>) =>
  (name: string) => ({ name, value: entered[name], problem: problems[name] })

/** 状態と成果の記録 */
export function ReportForm(props: FormProps) {
  const field = fieldOf(props)
  const states = Object.entries(taskStateLabels).map(([value, label]) => ({ value, label }))
  return (
    <form method="post" class="sb-form" aria-label="状態と成果の記録" action="#error-summary">
      <input type="hidden" name="revision" value={props.task.revision} />
      <SelectField {...field('state')} label="状態" choices={states} width="short" />
      <TextField {...field('actualStart')} label="始めた日" support={dayExample} width="short" />
      <TextField {...field('actualEnd')} label="終わった日" width="short" />
      <TextArea
        {...field('output')}
        label="成果の記録"
        rows={3}
        support="できた文書、集計、決めたことを書きます。関門のある節目では必要です。"
      />
      <TextField
        {...field('stateReason')}
        label="中止の理由"
        support="中止のときに書きます。公開する作業では公開されます。"
      />
      <button class="dads-button" type="submit" name="act" value="report">
        記録する
      </button>
    </form>
  )
}

/** 予定の日を動かす: asks first, then shows what else would move. */
export function MoveForm(props: FormProps) {
  const field = fieldOf(props)
  return (
    <form method="post" class="sb-form" aria-label="予定の日を動かす" action="#error-summary">
      <input type="hidden" name="revision" value={props.task.revision} />
      <TextField {...field('start')} label="始まりの日" support={dayExample} width="short" required />
      <TextField {...field('end')} label="終わりの日" width="short" required />
      <TextArea
        {...field('reason')}
        label="日を動かす理由"
        rows={2}
        support="前の予定とともに残ります。公開する作業では、市民にも見えます。"
        required
      />
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="preview">
        何が動くかを確かめる
      </button>
    </form>
  )
}

type PreviewProps = { task: Task; entered: Entered; moves: readonly Move[] }

/** Before anything moves: every task that would, with its dates before and after. */
export function MovePreview({ task, entered, moves }: PreviewProps) {
  const followers = moves.filter((move) => move.task.id !== task.id)
  const publicCount = moves.filter((move) => move.task.isPublic).length
  return (
    <form method="post" class="l-flow l-gap-after" aria-label="動かす前の確認">
      {['revision', 'start', 'end', 'reason'].map((name) => (
        <input key={name} type="hidden" name={name} value={entered[name] ?? ''} />
      ))}
      <p>
        {followers.length > 0
          ? `「${task.title}」を動かすと、待っている作業が${followers.length}件押されます。`
          : `「${task.title}」を動かしても、ほかの作業は押されません。`}
        {publicCount > 0 && `このうち公開している予定は${publicCount}件で、変更と理由が公開されます。`}
      </p>
      <MoveTable moves={moves} />
      <div class="l-cluster">
        {followers.length > 0 && (
          <button class="dads-button" type="submit" name="act" value="move-all">
            後に続く作業も動かす（{moves.length}件）
          </button>
        )}
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="move-one">
          {followers.length > 0 ? 'この作業だけ動かす' : 'この予定を動かす'}
        </button>
        <a href={`/staff/process/tasks/${task.id}`}>やめる</a>
      </div>
    </form>
  )
}

export function MoveTable({ moves }: { moves: readonly Move[] }) {
  return (
    <ScrollFrame label="動く予定">
      <table class="dads-table">
        <caption>動く予定（{moves.length}件）</caption>
        <thead>
          <tr>
            <th scope="col">作業</th>
            <th scope="col">いまの予定</th>
            <th scope="col">動かしたあと</th>
            <th scope="col">公開</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ task, from, to }) => (
            <tr key={task.id}>
              <th scope="row">{task.title}</th>
              <td>{spanWords(from)}</td>
              <td>{spanWords(to)}</td>
              <td>{task.isPublic ? '公開' : '庁内のみ'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

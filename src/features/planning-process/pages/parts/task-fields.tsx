import { gates } from '#src/features/plan/core/lint/finding.ts'
import { gateLabels } from '#src/features/plan/core/stages.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, type Choice, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { type Phase, type Task, taskKindLabels } from '../../core/schedule.ts'

export type TaskFieldsProps = {
  entered: Entered
  problems: Problems
  phases: readonly Phase[]
  units: readonly Choice[]
  /** The tasks it could wait for, and those it waits for now. */
  others: readonly Task[]
  chosen: readonly string[]
}

/** What a task is; its dates are moved elsewhere, with a reason. */
export function TaskFields({ entered, problems, phases, units, others, chosen }: TaskFieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const kinds = Object.entries(taskKindLabels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <TextField {...field('title')} label="名前" required />
      <SelectField
        {...field('phaseId')}
        label="段階"
        choices={phases.map(({ id, title, fiscalYear }) => ({
          value: id,
          label: `${fiscalYearLabel(fiscalYear)} ${title}`,
        }))}
        required
      />
      <SelectField
        {...field('kind')}
        label="種類"
        support="節目は、決定や審議のように1日で決まるものです。日が決まるまでは幅で書けます。"
        choices={kinds}
        width="short"
      />
      <SelectField
        {...field('gate')}
        label="関門"
        support="この節目で計画の点検に通す関門です。"
        blank="なし"
        choices={gates.map((gate) => ({ value: gate, label: gateLabels[gate] }))}
      />
      <SelectField
        {...field('ownerUnitId')}
        label="担当の組織"
        blank="担当なし"
        choices={units}
        width="mid"
      />
      <TextField {...field('requirement')} label="策定方針の番号" width="mid" optional />
      <TextArea
        {...field('takePart')}
        label="参加のしかた"
        rows={2}
        support="市民が意見を言えるときに書きます。公開するページの「参加する」に載ります。"
        optional
      />
      <CheckField name="isPublic" label="市民に公開する" isChecked={entered['isPublic'] !== undefined} />
      <Disclosure
        label={`先に終える作業（${chosen.length}件）`}
        open={problems['predecessors'] !== undefined}
      >
        <fieldset class="l-flow" id="predecessors">
          <legend class="vh">先に終える作業</legend>
          {problems['predecessors'] && <p class="dads-form__error">＊{problems['predecessors']}</p>}
          {others.map(({ id, title }) => (
            <CheckField
              key={id}
              name="predecessors"
              value={id}
              label={title}
              isChecked={chosen.includes(id)}
            />
          ))}
        </fieldset>
      </Disclosure>
    </>
  )
}

export const enteredOfTask = (task: Task): Entered => ({
  title: task.title,
  phaseId: task.phaseId,
  kind: task.kind,
  gate: task.gate ?? '',
  ownerUnitId: task.ownerUnitId ?? '',
  requirement: task.requirement,
  takePart: task.takePart,
  ...(task.isPublic ? { isPublic: 'yes' } : {}),
})

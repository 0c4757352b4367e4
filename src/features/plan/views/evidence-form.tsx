import type { ComponentChildren } from 'preact'
import { SelectField } from '#src/ui/field.tsx'
import { evidenceLevelLabels, stanceLabels } from '../core/labels.ts'

type Words = Readonly<Record<string, string | undefined>>
type FormProps = {
  subjects: readonly { value: string; label: string }[]
  problems: Words
  entered: Words
  /** What the strength of such evidence usually is. */
  support: string
  usualLevel: number
  /** What is asked before, as the time of the figure. */
  children?: ComponentChildren
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** 施策の根拠に加える: one figure that stands on the page becomes evidence of a place of the plan. */
export function EvidenceForm({ subjects, problems, entered, support, usualLevel, children }: FormProps) {
  const field = (name: string, usual = '') => ({
    name,
    value: entered[name] ?? usual,
    problem: problems[name],
  })
  return (
    <form method="post" class="sb-form l-flow-l l-gap" aria-label="施策の根拠に加える">
      {children}
      <SelectField
        {...field('from')}
        label="どの課題・方向・指標の根拠か"
        blank="（選ぶ）"
        required
        choices={subjects}
      />
      <SelectField {...field('stance')} label="関係" choices={choicesOf(stanceLabels)} />
      <SelectField
        {...field('level', String(usualLevel))}
        label="根拠の強さ"
        support={support}
        choices={evidenceLevelLabels.map((words, level) => ({
          value: String(level),
          label: `${level} ${words}`,
        }))}
      />
      <button class="dads-button" name="act" value="link" type="submit">
        施策の根拠に加える
      </button>
    </form>
  )
}

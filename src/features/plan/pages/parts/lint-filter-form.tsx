import type { PlanDocument } from '#src/formats/plan-document.ts'
import { numbersOf } from '../../core/numbering.ts'
import type { LintFilter } from './lint-list.ts'

type FormProps = { plan: PlanDocument; filter: LintFilter; shown: number; all: number }

const severities = [
  ['E', '止まる'],
  ['W', '注意'],
  ['I', '助言'],
] as const
export const gates = [
  ['G1', 'G1 骨子案'],
  ['G2', 'G2 素案'],
  ['G3', 'G3 パブコメ案'],
  ['G4', 'G4 決定'],
  ['G5', 'G5 年次公表'],
] as const

export function LintFilterForm({ plan, filter, shown, all }: FormProps) {
  const numbers = numbersOf(plan)
  const fields = plan.items
    .filter(({ kind }) => kind === 'policy')
    .map(({ id, title }) => [id, `${numbers.get(id)} ${title}`] as const)
  const units = plan.units.map(({ id, name }) => [id, name] as const)
  return (
    <form class="sb-filter l-gap" method="get">
      <Choice name="severity" label="重さ" value={filter.severity} choices={severities} />
      <Choice name="gate" label="止まる関門" value={filter.gate} choices={gates} />
      <Choice name="field" label={plan.labels.policy} value={filter.field} choices={fields} />
      <Choice name="unit" label="担当課" value={filter.unit} choices={units} />
      <label>
        規則
        <input name="rule" size={6} value={filter.rule} />
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        絞り込む
      </button>
      <span class="sb-filter__count num">
        {all}件中 {shown}件
      </span>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  value: string
  choices: readonly (readonly [string, string])[]
}

/** A filter of one word out of a list; everything, unless chosen. */
export function Choice({ name, label, value, choices }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">すべて</option>
        {choices.map(([id, words]) => (
          <option key={id} value={id} selected={id === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

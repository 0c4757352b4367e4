import { itemStatusLabels } from '../../core/labels.ts'
import { Choice } from './lint-filter-form.tsx'
import type { TreeProps } from './plan-tree-props.ts'

/** Filters of the tree as an ordinary GET form: the address can be passed on. */
export function TreeFilter({ plan, tree, numbers, unitNames, filter, counts }: TreeProps) {
  const leads = new Set(plan.items.flatMap(({ lead, support }) => [lead ?? '', ...support]))
  const units = [...unitNames].filter(([id]) => leads.has(id))
  const measures = plan.items.filter(({ kind }) => kind === 'measure').length
  const findings = [...counts.values()].reduce((sum, { errors, warnings }) => sum + errors + warnings, 0)
  return (
    <form class="sb-filter" method="get">
      <Choice
        name="field"
        label={plan.labels.policy}
        value={filter.field}
        choices={tree.map(({ item }) => [item.id, `${numbers.get(item.id)} ${item.title}`])}
      />
      <Choice name="unit" label="主管課・関係課" value={filter.unit} choices={units} />
      <Choice name="status" label="状態" value={filter.status} choices={Object.entries(itemStatusLabels)} />
      <label>
        ことば
        <input name="q" size={12} value={filter.words} />
      </label>
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        絞り込む
      </button>
      <span class="sb-filter__count num">
        {tree.length}
        {plan.labels.policy} {measures}
        {plan.labels.measure}　指摘 {findings}
      </span>
    </form>
  )
}

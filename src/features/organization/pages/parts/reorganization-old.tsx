import { CheckField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { dayBefore } from '../../core/neighbour-days.ts'
import { flattened, parentsOn, unitPath, unitTree } from '../../core/unit-tree.ts'
import { isValidOn, type OrganizationUnit, unitKindLabels } from '../../core/units.ts'
import { unitAddress } from './change-words.ts'
import { postsLeft } from './reorganization-effects.tsx'
import type { FormsProps } from './reorganization-props.ts'

/** The unit that ends, with all that hangs on it. */
export function OldUnit({
  old,
  day,
  units,
  people,
  planUses,
  problems,
}: FormsProps & { old: OrganizationUnit }) {
  const lastDay = dayBefore(day)
  const parentOf = parentsOn(units, lastDay)
  const below = units.filter((unit) => isValidOn(unit, lastDay) && parentOf(unit) === old.id)
  const uses = planUses?.get(old.id) ?? []
  return (
    <>
      <input type="hidden" name="unit" value={old.id} />
      <p id="unit" tabIndex={-1}>
        <a href={unitAddress(old.id)}>{unitPath(units, old, lastDay)}</a>（{unitKindLabels[old.kind]}）
      </p>
      {problems['unit'] && <p class="dads-form__error">＊{problems['unit']}</p>}
      <ul class="sb-list">
        <li>
          下の組織 {below.length}：{below.map(({ name }) => name).join('、') || 'なし'}
        </li>
        {people && <li>続いている職 {postsLeft(people, old, lastDay)}件</li>}
        {planUses && <li>計画での担当 {uses.length}件</li>}
      </ul>
      {uses.length > 0 && (
        <Disclosure label="計画での担当を見る">
          <ul class="sb-list">
            {uses.map((use) => (
              <li key={use}>{use}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p class="sb-sub">計画の担当は、自動では変わりません。改編のあとで、項目ごとに選び直します。</p>
    </>
  )
}

/** Several units that end together. */
export function OldUnits({ day, units, candidates, unitIds, problems }: FormsProps) {
  const open = new Set(candidates.map(({ id }) => id))
  const listed = flattened(unitTree(units, dayBefore(day)))
  return (
    <fieldset id="unit" tabIndex={-1}>
      <legend class="dads-form__label">
        なくなる組織<span class="dads-form__req">※必須</span>
      </legend>
      {problems['unit'] && <p class="dads-form__error">＊{problems['unit']}</p>}
      {listed.map(({ unit, depth }) => {
        const label = `${'　'.repeat(depth)}${unit.name}`
        return open.has(unit.id) ? (
          <CheckField
            key={unit.id}
            name="unit"
            value={unit.id}
            label={label}
            isChecked={unitIds.includes(unit.id)}
          />
        ) : (
          <p key={unit.id} class="sb-sub">
            {label}（なくなる日が決まっています）
          </p>
        )
      })}
    </fieldset>
  )
}

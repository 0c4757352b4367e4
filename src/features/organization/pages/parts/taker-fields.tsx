import { SelectField, TextField } from '#src/ui/field.tsx'
import { parentsOn } from '../../core/unit-tree.ts'
import { byId, isValidOn } from '../../core/units.ts'
import { unitChoices } from '../../views/unit-choices.ts'
import type { FormsProps } from './reorganization-props.ts'
import { kindChoices } from './unit-fields.tsx'

/** One unit that takes over: one that is there, or a new one; in a split also which work. */
export function TakerFields(props: FormsProps & { row: number }) {
  const { form, day, units, unitIds, entered, problems, row } = props
  const old = byId(units).get(unitIds[0] ?? '')
  const isNewOnly = form === 'renamed'
  const above = old ? (parentsOn(units, day)(old) ?? '') : ''
  const first = { [`kind-${row}`]: old?.kind ?? 'section', [`parent-${row}`]: above }
  const known =
    `name-${row}` in entered ? entered : { ...first, ...(isNewOnly && { 'name-1': old?.name ?? '' }) }
  const field = (name: string) => ({
    name: `${name}-${row}`,
    value: known[`${name}-${row}`],
    problem: problems[`${name}-${row}`],
  })
  const choices = unitChoices(
    units.filter((unit) => isValidOn(unit, day)),
    day,
  )
  const others = choices.filter(({ value }) => !unitIds.includes(value))
  const number = form === 'split' ? ` ${row}` : ''
  return (
    <fieldset class="l-flow">
      <legend class="dads-form__label">引き継ぐ組織{number}</legend>
      <div class="sb-box">
        {form === 'split' && (
          <TextField
            {...field('scope')}
            label="引き継ぐ仕事"
            support="例：総合計画、統計"
            required={row <= 2}
          />
        )}
        {!isNewOnly && (
          <SelectField
            {...field('to')}
            label="いまある組織に引き継ぐ"
            blank="（新しくつくる：下に名前を書く）"
            choices={others}
          />
        )}
        <TextField {...field('name')} label="新しい組織の名前" required={isNewOnly} />
        <SelectField {...field('kind')} label="種類" width="short" choices={kindChoices} />
        <SelectField {...field('parent')} label="上の組織" blank="（なし：いちばん上）" choices={others} />
      </div>
    </fieldset>
  )
}

import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextField } from '#src/ui/field.tsx'
import { dayExample } from '../../core/read-day.ts'
import { type OrganizationUnit, unitKindLabels, unitKinds } from '../../core/units.ts'

export const kindChoices: Choice[] = unitKinds.map((kind) => ({ value: kind, label: unitKindLabels[kind] }))

type UnitFieldsProps = { entered: Entered; problems: Problems; parents: readonly Choice[]; hasEnd: boolean }

/** The fields of a unit. The last day can be written only where there is one: otherwise units end by 組織改編. */
export function UnitFields({ entered, problems, parents, hasEnd }: UnitFieldsProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('name')} label="名前" support="例：こども課" width="mid" required />
      <SelectField {...field('kind')} label="種類" width="short" choices={kindChoices} />
      <SelectField
        {...field('parentId')}
        label="上の組織"
        blank="（なし：いちばん上）"
        width="mid"
        choices={parents}
      />
      <TextField
        {...field('validFrom')}
        label="設置の日"
        support={`${dayExample}。分からないときは、確かにあった日を書きます。`}
        width="short"
        required
      />
      {hasEnd && <TextField {...field('validTo')} label="最後の日" width="short" />}
    </>
  )
}

export const enteredOfUnit = ({ name, kind, parentId, validFrom, validTo }: OrganizationUnit): Entered => ({
  name,
  kind,
  parentId: parentId ?? '',
  validFrom,
  validTo: validTo ?? '',
})

import { roleLabels } from '#src/lib/permissions.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, type Choice, ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { givenRoles, roleRights } from '../core/account-roles.ts'

export type AccountFieldsProps = {
  entered: Entered
  problems: Problems
  units: readonly Choice[]
  people: readonly Choice[]
  isNew?: boolean
  /** Nobody changes their own roles: they are shown, with the reason. */
  rolesFixed?: string | undefined
}

/** What an account is: whose, in which unit, with which roles. */
export function AccountFields(props: AccountFieldsProps) {
  const { entered, problems, units, people, isNew } = props
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <ProblemSummary problems={problems} />
      <TextField {...field('name')} label="氏名" width="mid" required />
      {isNew && (
        <TextField
          {...field('email')}
          label="メールアドレス"
          support="サインインするときに使います。あとからは変えられません。"
          inputMode="email"
          width="mid"
          required
        />
      )}
      {props.rolesFixed ? <FixedRoles {...props} /> : <RoleBoxes {...props} />}
      <SelectField
        {...field('unitId')}
        label="所属"
        support="担当課 入力・担当課長 承認の役割は、この組織の施策に働きます。"
        blank="（なし）"
        width="mid"
        choices={units}
        optional
      />
      {people.length > 0 && (
        <SelectField
          {...field('personId')}
          label="職員"
          support="選んでおくと、異動や退職で職が変わったときに、一覧で気づけます。専門部会の役割は、この職員の部会が受け持つ分野に働きます。"
          blank="（選ばない）"
          width="mid"
          choices={people}
          optional
        />
      )}
    </>
  )
}

const heldIn = (entered: Entered) => (entered['roles'] ?? '').split(' ')

function RoleBoxes({ entered, problems }: AccountFieldsProps) {
  const held = heldIn(entered)
  const problem = problems['roles']
  return (
    <fieldset class={problem ? 'dads-form-group--error' : undefined} id="roles" tabIndex={-1}>
      <legend class="dads-form__label">
        役割<span class="dads-form__req">※必須</span>
      </legend>
      {problem && <p class="dads-form__error">＊{problem}</p>}
      {givenRoles.map((role) => {
        if (role === 'public') return null
        const { may, mayNot } = roleRights[role]
        return (
          <CheckField
            key={role}
            name="roles"
            value={role}
            label={roleLabels[role]}
            support={`${may}。しないこと：${mayNot}`}
            isChecked={held.includes(role)}
          />
        )
      })}
    </fieldset>
  )
}

function FixedRoles({ entered, rolesFixed }: AccountFieldsProps) {
  const held = heldIn(entered)
  return (
    <div class="dads-form">
      <p class="dads-form__label">
        役割<span class="dads-form__opt">編集不可</span>
      </p>
      <p class="dads-form__support">{rolesFixed}</p>
      <ul class="sb-list">
        {givenRoles
          .filter((role) => held.includes(role))
          .map((role) => (
            <li key={role}>{roleLabels[role]}</li>
          ))}
      </ul>
      <input type="hidden" name="roles" value={heldIn(entered).join(' ')} />
    </div>
  )
}

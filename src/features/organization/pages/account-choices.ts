import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, entriesOf } from '#src/platform/form.ts'
import type { Choice } from '#src/ui/field.tsx'
import type { Account } from '../core/account.ts'
import type { Surroundings } from '../core/account-standing.ts'
import { isHeldOn, type Person } from '../core/people.ts'
import { listPeople, listUnits } from '../store/queries.ts'
import { unitChoices } from '../views/unit-choices.ts'

/** The city's units and people of today, as far as they concern accounts. */
export async function surroundingsOf(context: Context): Promise<Surroundings> {
  const units = await listUnits(context)
  return { units, people: await listPeople(context), day: tokyoDay(context.now) }
}

/** Units and people to choose from; what the account has stays to be chosen. */
export const choicesOf = ({ units, people, day }: Surroundings, unitId: string | undefined) => ({
  units: unitChoices(units, day, [unitId]),
  people: people.map((person) => personChoice(person, day)),
})

/** 見本 太郎（企画係長） */
export function personChoice({ id, name, posts }: Person, day: string): Choice {
  const titles = posts.filter((post) => isHeldOn(post, day)).map(({ title }) => title)
  return { value: id, label: `${name}（${titles.join('・') || 'いまの職なし'}）` }
}

/** The form as typed; ticked boxes come under one name. */
export const enteredAccount = (form: FormData): Entered => ({
  ...enteredIn(form),
  roles: entriesOf(form, 'roles').join(' '),
})

/** The saved account as its form shows it. */
export const enteredOf = ({ name, email, roles, personId, unitId }: Account): Entered => ({
  name,
  email,
  roles: roles.join(' '),
  personId: personId ?? '',
  unitId: unitId ?? '',
})

import { heirAloneOf, unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { listAddressees } from '#src/features/organization/store/queries-addressees.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Role } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { queueMail } from '#src/platform/mail/outbox.ts'
import type { Sealer } from '#src/platform/sealing.ts'

/** Where mails lead to, and what seals them in the outbox. */
export type MailWay = { site: string; sealer: Sealer }

/** Everybody of a section who fills sheets or approves them. */
export const wholeSection: readonly Role[] = ['section-editor', 'section-approver']
export const headOnly: readonly Role[] = ['section-approver']

type Letter = {
  unitId: string
  to: readonly Role[]
  words: (unit: string) => { subject: string; text: string }
}

/** One mail a person of each section, to the post and not to a name. Returns how many sections there is nobody to write to. */
export async function mailSections(context: Context, letters: readonly Letter[], { sealer }: MailWay) {
  if (letters.length === 0) return 0
  const [units, people] = [await listUnits(context), await listAddressees(context)]
  const today = tokyoDay(context.now)
  let unreached = 0
  for (const { unitId, to, words } of letters) {
    const unit = unitNameOn(units, unitId, today) ?? '担当課'
    const owners = new Set([unitId, heirAloneOf(units, unitId, today)?.id])
    const section = people.filter(
      (one) => one.unitId && owners.has(one.unitId) && one.roles.some((role) => to.includes(role)),
    )
    if (section.length === 0) unreached++
    const mail = words(unit)
    for (const { email } of section) await queueMail(context, sealer, { ...mail, to: email, recipient: unit })
  }
  return unreached
}

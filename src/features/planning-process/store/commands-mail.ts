import { isWithoutOwner, type Owner, unitsOwnedBy } from '#src/features/organization/core/ownership.ts'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { findOwnAddress, listAddressees } from '#src/features/organization/store/queries-addressees.ts'
import { command } from '#src/platform/command.ts'
import type { DailyWork } from '#src/platform/daily.ts'
import { found } from '#src/platform/errors.ts'
import { forgetOldMails, queueMail, requeueMail } from '#src/platform/mail/outbox.ts'
import { openSealer, type Sealer } from '#src/platform/sealing.ts'
import { permissions } from '../core/permissions.ts'
import { reminderMail, tasksToRemind } from '../core/reminders.ts'
import type { Task } from '../core/schedule.ts'
import { findSchedule } from './queries.ts'

type Reminding = { after: string; today: string; site: string; sealer: Sealer }

/**
 * Puts one mail a person into the outbox: the tasks of their unit whose reminder is due. Tasks of nobody, also of a unit
 * that was split or abolished, go to the secretariat.
 */
export const sendReminders = command(
  permissions,
  'send-reminders',
  async (context, { after, today, site, sealer }: Reminding) => {
    const schedule = await findSchedule(context)
    if (!schedule) return
    const { reminderDays } = schedule.process
    const due = tasksToRemind(schedule.tasks, { after, today, reminderDays })
    const units = await listUnits(context)
    const hasOwner = ({ ownerUnitId }: Task) =>
      ownerUnitId !== undefined && !isWithoutOwner(units, ownerUnitId, today)
    for (const { email, roles, unitId } of due.length > 0 ? await listAddressees(context) : []) {
      const unitIds = unitsOwnedBy(units, unitId ?? '', today)
      const tasks = due.filter((task) => isTheirs(task, { roles, unitIds }, hasOwner(task)))
      if (tasks.length === 0) continue
      const unit = (unitId && unitNameOn(units, unitId, today)) || '企画（事務局）'
      const mail = reminderMail({ unit, tasks, today, site })
      await queueMail(context, sealer, { ...mail, to: email, recipient: unit })
    }
  },
)

const sections = ['section-editor', 'section-approver'] as const

function isTheirs({ ownerUnitId }: Task, { roles, unitIds }: Owner, hasOwner: boolean): boolean {
  const isSecretariat = roles.includes('secretariat')
  if (!hasOwner && isSecretariat) return true
  if (ownerUnitId === undefined) return false
  return unitIds.has(ownerUnitId) && (isSecretariat || sections.some((role) => roles.includes(role)))
}

/** Every morning: the reminders of the day, by the system itself in the place of the secretariat. */
export const remindDaily: DailyWork = async (context, { after, today, site, folder }) => {
  await forgetOldMails(context)
  const secretariat = {
    ...context,
    actor: { id: 'system', roles: ['secretariat' as const] },
    source: 'daily',
  }
  await sendReminders(secretariat, { after, today, site, sealer: openSealer(folder) })
}

export const resendMail = command(permissions, 'resend-mail', (context, { mailId }: { mailId: string }) =>
  requeueMail(context, mailId),
)

/** A mail to oneself, to see that the way works. */
export const sendTestMail = command(
  permissions,
  'resend-mail',
  async (context, { site, sealer }: { site: string; sealer: Sealer }) => {
    const to = found(await findOwnAddress(context), 'メールアドレス')
    const text = `標 Shirube からの試しのメールです。届いていれば、期限のお知らせも届きます。\n${site}/staff/process/outbox`
    return queueMail(context, sealer, { to, recipient: '試し（自分）', subject: '試しのメール', text })
  },
)

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  changeOwnPassword,
  disableAccount,
} from '#src/features/organization/store/account-change-commands.ts'
import { addAccount } from '#src/features/organization/store/account-commands.ts'
import { addUnit } from '#src/features/organization/store/commands.ts'
import { getUnit } from '#src/features/organization/store/queries.ts'
import { reorganize } from '#src/features/organization/store/reorganization-commands.ts'
import type { Role } from '#src/lib/permissions.ts'
import { listMails } from '#src/platform/mail/outbox.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { addPhase, addTask, makeProcess, reportTask } from './commands.ts'
import { remindDaily, sendReminders } from './commands-mail.ts'
import { findSchedule } from './queries.ts'

onEveryDatabase((contextAs) => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-reminders-'))
  const sealer = openSealer(folder)
  const context = contextAs('secretariat')
  const keeper = as('system-administrator', context)
  const recipientsOf = async () =>
    (await listMails(context)).map(({ recipient, subject }) => `${recipient} ${subject}`)

  async function accountOf(email: string, roles: Role[], unitId: string | null) {
    const accountId = await addAccount(keeper, { name: '架空 花子', email, roles, unitId })
    const own = { ...context, actor: { id: accountId, roles } }
    await changeOwnPassword(own, { passwordHash: 'never looked at' })
    return accountId
  }

  test('whoever has the post is reminded once a day, of everything that is due; those who left and other units are not', async () => {
    const unit = {
      name: '交通課',
      kind: 'section' as const,
      parentId: null,
      validFrom: '2026-04-01',
      validTo: undefined,
    }
    const unitId = await addUnit(keeper, unit)
    const otherId = await addUnit(keeper, { ...unit, name: '農政課' })
    await accountOf('editor@example.jp', ['section-editor'], unitId)
    const left = await accountOf('left@example.jp', ['section-editor'], unitId)
    await disableAccount(keeper, { accountId: left })
    await accountOf('other@example.jp', ['section-editor'], otherId)
    await accountOf('viewer@example.jp', ['viewer'], unitId)
    await accountOf('secretary@example.jp', ['secretariat'], null)

    const process = { title: '策定', lead: '', startsOn: '2026-04-01', reminderDays: [7, 1, -1] }
    const processId = await makeProcess(context, { ...process, template: 'empty' })
    const phaseId = await addPhase(context, { processId, title: '準備', fiscalYear: 2026 })
    const task = {
      phaseId,
      kind: 'task' as const,
      requirement: '',
      gate: undefined,
      takePart: '',
      isPublic: false,
    }
    const span = { start: '2026-04-01', end: '2026-04-08' }
    const add = (title: string, ownerUnitId: string | undefined) =>
      addTask(context, { content: { ...task, title, ownerUnitId, predecessors: [] }, span })
    const taskId = await add('路線の調べ', unitId)
    await add('要望の整理', unitId)
    await add('担当のない作業', undefined)

    await sendReminders(context, { after: '2026-03-31', today: '2026-04-01', site: 'https://x.jp', sealer })
    expect((await recipientsOf()).toSorted()).toEqual([
      '交通課 総合計画の策定：期限のお知らせ（2件）',
      '企画（事務局） 総合計画の策定：期限のお知らせ（1件）',
    ])
    await sendReminders(context, { after: '2026-04-01', today: '2026-04-02', site: 'https://x.jp', sealer })
    expect(await recipientsOf()).toHaveLength(2)

    const report = {
      state: 'done' as const,
      actualStart: '2026-04-01',
      actualEnd: '2026-04-06',
      output: '',
      stateReason: '',
    }
    await reportTask(context, { taskId, revision: 1, report })
    await remindDaily(context, { after: '2026-04-06', today: '2026-04-07', site: 'https://x.jp', folder })
    expect(await recipientsOf()).toContain('交通課 総合計画の策定：期限のお知らせ（1件）')
  })

  test('tasks of a unit that was renamed go on with the heir: it is reminded and reports; another unit does not', async () => {
    const unit = { kind: 'section' as const, parentId: null, validFrom: '2020-04-01', validTo: undefined }
    const own = await addUnit(keeper, { ...unit, name: '防災課' })
    const other = await addUnit(keeper, { ...unit, name: '水道課' })
    const taker = { name: '危機管理課', kind: 'section' as const, parentId: null, scope: 'all' }
    await reorganize(keeper, { unitIds: [own], firstDay: '2026-05-01', takers: [taker] })
    const heir = (await getUnit(context, own)).successors[0]?.unitId ?? ''
    await accountOf('heir@example.jp', ['section-editor'], heir)
    await accountOf('water@example.jp', ['section-editor'], other)
    const schedule = await findSchedule(context)
    const content = {
      phaseId: schedule?.phases[0]?.id ?? '',
      kind: 'task' as const,
      requirement: '',
      gate: undefined,
      takePart: '',
      isPublic: false,
      title: '避難所の調べ',
      ownerUnitId: own,
      predecessors: [],
    }
    const taskId = await addTask(context, { content, span: { start: '2026-04-01', end: '2026-05-15' } })
    const recipients = async (today: string) => {
      const before = (await recipientsOf()).length
      const now = new Date(`${today}T09:00:00+09:00`)
      await sendReminders({ ...context, now }, { after: '2026-05-07', today, site: 'https://x.jp', sealer })
      return (await recipientsOf()).slice(before).length
    }
    expect(await recipients('2026-05-08')).toBe(1)
    expect((await recipientsOf()).some((line) => line.startsWith('危機管理課'))).toBe(true)
    expect((await recipientsOf()).some((line) => line.startsWith('水道課'))).toBe(false)
    const report = (unitId: string) =>
      reportTask(
        {
          ...context,
          now: new Date('2026-05-08T09:00:00+09:00'),
          actor: { id: 'e', roles: ['section-editor'], unitId },
        },
        {
          taskId,
          revision: 1,
          report: {
            state: 'done',
            actualStart: '2026-04-01',
            actualEnd: '2026-05-08',
            output: '',
            stateReason: '',
          },
        },
      )
    await expect(report(other)).rejects.toMatchObject({ kind: 'forbidden' })
    await report(heir)
    await reorganize(keeper, { unitIds: [other], firstDay: '2026-05-01', takers: [] })
    const abolished = { ...content, title: '断水の調べ', ownerUnitId: other }
    await addTask(context, { content: abolished, span: { start: '2026-04-01', end: '2026-05-15' } })
    const known = (await recipientsOf()).length
    expect(await recipients('2026-05-08')).toBeGreaterThan(0)
    expect((await recipientsOf()).length).toBeGreaterThan(known)
    expect((await recipientsOf()).some((line) => line.startsWith('企画（事務局）'))).toBe(true)
  })

  test('a section sends no reminders', async () => {
    const asked = { after: '2026-04-01', today: '2026-04-02', site: '', sealer }
    await expect(sendReminders(as('section-editor', context), asked)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

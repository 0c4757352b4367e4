import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { changeAccount, changeOwnPassword } from '#src/features/organization/store/account-change-commands.ts'
import { addAccount } from '#src/features/organization/store/account-commands.ts'
import { getAccount } from '#src/features/organization/store/account-queries.ts'
import { addUnit } from '#src/features/organization/store/commands.ts'
import { listMails, readMail } from '#src/platform/mail/outbox.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { makeRound, sendRound } from './commands.ts'
import { everyMorning, remindLate } from './commands-reminders.ts'

onEveryDatabase((contextAs) => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-sheet-mails-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('sections are reminded by the day and by hand; where nobody has an account it is said how many', async () => {
    const context = contextAs('secretariat')
    const keeper = as('system-administrator', context)
    const unit = { kind: 'section' as const, parentId: null, validFrom: '2026-04-01', validTo: undefined }
    const unitId = await addUnit(keeper, { ...unit, name: '交通課' })
    const emptyId = await addUnit(keeper, { ...unit, name: '農政課' })
    const roles = ['section-editor' as const]
    const newcomer = { name: '架空 花子', email: 'editor@example.jp', roles, unitId }
    const accountId = await addAccount(keeper, newcomer)
    const own = { ...context, actor: { id: accountId, roles } }
    await changeOwnPassword(own, { passwordHash: 'never looked at' })
    const roundId = await makeRound(context, {
      title: '調査票',
      sheetType: 'situation',
      usedFor: '骨子案',
      fields: [...sheetTemplates.situation],
      dueOn: '2026-04-30',
      sheets: [unitId, emptyId].map((asked) => ({
        unitId: asked,
        subjectId: undefined,
        subject: '課の全体',
        answers: {},
        carried: [],
      })),
    })
    await sendRound(context, { roundId, revision: 1 })
    const site = 'https://x.jp'
    await everyMorning(context, { after: '2026-04-01', today: '2026-04-02', site, folder })
    expect(await listMails(context)).toEqual([])
    await everyMorning(context, { after: '2026-04-29', today: '2026-04-30', site, folder })
    const [mail] = await listMails(context)
    expect(mail).toMatchObject({ recipient: '交通課', subject: '依頼シートの回答のお願い（1枚）' })
    expect((await readMail(context, openSealer(folder), mail?.id ?? '')).text).toContain('調査票　課の全体')
    const way = { roundId, site, sealer: openSealer(folder) }
    expect(await remindLate(context, way)).toBe(0)
    expect(await remindLate({ ...context, now: new Date('2026-05-02T00:00:00Z') }, way)).toBe(1)
    expect(await listMails(context)).toHaveLength(2)
    await everyMorning(context, { after: '2026-05-18', today: '2026-05-19', site, folder })
    expect(await listMails(context)).toHaveLength(2) // the tenth business day: this section has no head with an account
    const content = { ...newcomer, roles: ['section-approver' as const], personId: null }
    await changeAccount(keeper, {
      accountId,
      revision: (await getAccount(keeper, accountId)).revision,
      content,
    })
    await everyMorning(context, { after: '2026-05-18', today: '2026-05-19', site, folder })
    expect((await listMails(context)).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('課長あて'),
    )
    await expect(remindLate(own, way)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

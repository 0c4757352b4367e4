import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { changeOwnPassword } from '#src/features/organization/store/account-change-commands.ts'
import { addAccount } from '#src/features/organization/store/account-commands.ts'
import { addUnit } from '#src/features/organization/store/commands.ts'
import type { Role } from '#src/lib/permissions.ts'
import { lastAuditNumber } from '#src/platform/audit/append.ts'
import type { Context } from '#src/platform/context.ts'
import { listMails, readMail } from '#src/platform/mail/outbox.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { approveSheets, fillSheet, makeRound, sendRound } from './commands.ts'
import { discardSheetDraft, findSheetDraft, keepSheetDraft, purgeDrafts } from './commands-drafts.ts'
import { answerExtension, askExtension, extendDeadline } from './commands-extensions.ts'
import { everyMorning } from './commands-reminders.ts'
import { getSheet, listSheets, listSubmissions } from './queries.ts'
import { listExtensions } from './queries-extensions.ts'

const own = 'ou_0000000001'
const other = 'ou_0000000002'

onEveryDatabase((contextAs) => {
  const secretariat = contextAs('secretariat')
  const inUnit = (role: Role, unitId: string, id: string = role): Context => ({
    ...secretariat,
    actor: { id, roles: [role], unitId },
  })
  const head = inUnit('section-approver', own)
  const folder = mkdtempSync(join(tmpdir(), 'shirube-extension-mails-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const way = { site: 'https://x.jp', sealer: openSealer(folder) }
  const editor = inUnit('section-editor', own)

  /** Three sheets of one unit and one of another. */
  async function sentRound(...more: string[]) {
    const roundId = await makeRound(secretariat, {
      title: '調査票',
      sheetType: 'situation',
      usedFor: '素案',
      fields: [...sheetTemplates.situation],
      dueOn: '2026-04-30',
      sheets: [own, own, own, other, ...more].map((unitId) => ({
        unitId,
        subjectId: undefined,
        subject: '全体',
        answers: {},
        carried: [],
      })),
    })
    await sendRound(secretariat, { roundId, revision: 1 })
    const sheets = await listSheets(secretariat, { roundId })
    return { roundId, ids: sheets.map(({ id }) => id) }
  }
  const fillAll = async (ids: readonly string[]) => {
    for (const sheetId of ids)
      await fillSheet(head, { sheetId, revision: 2, answers: { results: '3事業', priority: '健康' } })
  }
  const stateOf = async (sheetId: string) => (await getSheet(secretariat, sheetId)).sheet.state

  test('a head approves several sheets at once; where one moved on or is empty, none is approved', async () => {
    const { ids } = await sentRound()
    const [first = '', second = '', third = '', foreign = ''] = ids
    await fillAll([first, second])
    const ticked = (...some: string[]) => ({ sheets: some.map((sheetId) => ({ sheetId, revision: 3 })) })
    await expect(approveSheets(head, ticked(first, third))).rejects.toMatchObject({ kind: 'stale' })
    const empty = { sheets: [...ticked(first).sheets, { sheetId: third, revision: 2 }] }
    await expect(approveSheets(head, empty)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(approveSheets(head, ticked(first, foreign))).rejects.toMatchObject({ kind: 'not-found' })
    expect(await stateOf(first)).toBe('sent')
    expect(await listSubmissions(secretariat, first)).toEqual([])
    await expect(approveSheets(editor, ticked(first))).rejects.toMatchObject({ kind: 'forbidden' })
    await approveSheets(head, ticked(first, second))
    expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual([
      'answered',
      'answered',
      'sent',
    ])
  })

  test('a section asks for more time with its reason, and the answer moves the deadline of its sheets only', async () => {
    const { roundId, ids } = await sentRound()
    const asking = { roundId, unitId: own, dueOn: '2026-05-15', reason: '議会の対応のため' }
    await expect(askExtension(editor, { ...asking, unitId: other })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(askExtension(editor, { ...asking, dueOn: '2026-04-30' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const extensionId = await askExtension(editor, asking)
    await expect(askExtension(editor, asking)).rejects.toMatchObject({ kind: 'conflict' })
    const granted = {
      way,
      roundId,
      extensionId,
      isGranted: true as const,
      dueOn: '2026-05-08',
      answer: '10日まで',
    }
    await expect(answerExtension(head, granted)).rejects.toMatchObject({ kind: 'forbidden' })
    await answerExtension(secretariat, granted)
    await expect(answerExtension(secretariat, granted)).rejects.toMatchObject({ kind: 'conflict' })
    const dueOf = async (id = '') => (await getSheet(secretariat, id)).sheet.dueOn
    expect([await dueOf(ids[0]), await dueOf(ids[3])]).toEqual(['2026-05-08', '2026-04-30'])
    expect(await listExtensions(editor, roundId)).toMatchObject([
      { reason: '議会の対応のため', state: 'granted', grantedDueOn: '2026-05-08', answer: '10日まで' },
    ])
    expect(await listExtensions(inUnit('section-editor', other), roundId)).toEqual([])
  })

  test('a later deadline takes nothing from whoever is writing, and a refusal keeps its reason', async () => {
    const { roundId, ids } = await sentRound()
    const [sheetId = ''] = ids
    await extendDeadline(secretariat, {
      roundId,
      unitId: own,
      dueOn: '2026-05-08',
      reason: '休職者のため',
      way,
    })
    await fillSheet(editor, { sheetId, revision: 2, answers: { results: '書けた' } })
    const extensionId = await askExtension(head, {
      roundId,
      unitId: own,
      dueOn: '2026-06-30',
      reason: 'もっと',
    })
    await answerExtension(secretariat, {
      way,
      roundId,
      extensionId,
      isGranted: false,
      answer: '素案に間に合わない',
    })
    expect(await listExtensions(head, roundId)).toMatchObject([
      { state: 'granted', reason: '休職者のため' },
      { state: 'refused', answer: '素案に間に合わない', grantedDueOn: undefined },
    ])
  })

  test('what is typed is kept for the one who types, until it is saved or thrown away', async () => {
    const { ids } = await sentRound()
    const [sheetId = ''] = ids
    const draft = { sheetId, revision: 2, entered: { results: '書きかけ' } }
    await keepSheetDraft(editor, { ...draft, entered: { results: '書き' } })
    await keepSheetDraft(editor, draft)
    expect(await findSheetDraft(editor, sheetId)).toMatchObject({
      entered: { results: '書きかけ' },
      revision: 2,
    })
    expect(await findSheetDraft(head, sheetId)).toBeUndefined()
    expect((await getSheet(secretariat, sheetId)).sheet).toMatchObject({ answers: {}, revision: 2 })
    await fillSheet(editor, { sheetId, revision: 2, answers: { results: '書いた' } })
    expect(await findSheetDraft(editor, sheetId)).toBeUndefined()
    await keepSheetDraft(editor, draft)
    await discardSheetDraft(editor, { sheetId })
    expect(await findSheetDraft(editor, sheetId)).toBeUndefined()
    await expect(keepSheetDraft(inUnit('section-editor', other), draft)).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(keepSheetDraft(as('reviewer', secretariat), draft)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('a draft goes the morning after the sheet was answered, and not while it can still be written', async () => {
    const { ids } = await sentRound()
    const [answered = '', open = ''] = ids
    const draft = (sheetId: string) => ({ sheetId, revision: 2, entered: { results: '書きかけ' } })
    await fillAll([answered])
    for (const sheetId of [answered, open]) await keepSheetDraft(editor, draft(sheetId))
    const morning = { after: '2026-04-01', today: '2026-04-01', site: way.site, folder }
    await everyMorning(secretariat, morning)
    expect(await findSheetDraft(editor, answered)).toBeDefined()
    await approveSheets(head, { sheets: [{ sheetId: answered, revision: 3 }] })
    const before = await lastAuditNumber(secretariat.db)
    await everyMorning(secretariat, morning)
    expect(await findSheetDraft(editor, answered)).toBeUndefined()
    expect(await findSheetDraft(editor, open)).toBeDefined()
    const ofPurge = (await lastAuditNumber(secretariat.db)) - before
    await everyMorning(secretariat, morning)
    expect((await lastAuditNumber(secretariat.db)) - before).toBe(2 * ofPurge - 1)
    await expect(purgeDrafts(editor)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the section hears by mail of its new deadline, and of a refusal with the one that stays', async () => {
    const keeper = as('system-administrator', secretariat)
    const unit = { kind: 'section' as const, parentId: null, validFrom: '2026-04-01', validTo: undefined }
    const unitId = await addUnit(keeper, { ...unit, name: '交通課' })
    const roles = ['section-approver' as const]
    const accountId = await addAccount(keeper, { name: '架空 花子', email: 'head@example.jp', roles, unitId })
    const acting = { ...secretariat, actor: { id: accountId, roles, unitId } }
    await changeOwnPassword(acting, { passwordHash: 'never looked at' })
    const { roundId } = await sentRound(unitId)
    const ask = (dueOn: string) => askExtension(acting, { roundId, unitId, dueOn, reason: '秘密の事情' })
    const asked = { way, roundId }
    const answer = { answer: '秘密の返事' }
    const extensionId = await ask('2026-05-15')
    await answerExtension(secretariat, {
      ...asked,
      ...answer,
      extensionId,
      isGranted: true,
      dueOn: '2026-05-08',
    })
    const later = await ask('2026-06-30')
    await answerExtension(secretariat, { ...asked, ...answer, extensionId: later, isGranted: false })
    await extendDeadline(secretariat, { way, roundId, unitId, dueOn: '2026-05-20', reason: '秘密の理由' })
    const mails = (await listMails(secretariat)).filter(({ recipient }) => recipient === '交通課')
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      '回答期限は延長しません（令和8年5月8日まで）',
      '回答期限を延長しました（令和8年5月20日まで）',
      '回答期限を延長しました（令和8年5月8日まで）',
    ])
    for (const { id, state } of mails) {
      const { text } = await readMail(secretariat, way.sealer, id)
      expect(state).toBe('waiting')
      expect(text).toContain(`https://x.jp/staff/sheets/rounds/${roundId}/units/${unitId}/extension`)
      expect(text).not.toContain('秘密')
    }
  })
})

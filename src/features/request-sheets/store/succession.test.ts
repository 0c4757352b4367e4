import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { changeOwnPassword } from '#src/features/organization/store/account-change-commands.ts'
import { addAccount } from '#src/features/organization/store/account-commands.ts'
import { addUnit } from '#src/features/organization/store/commands.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { reorganize } from '#src/features/organization/store/reorganization-commands.ts'
import type { Role } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { listMails } from '#src/platform/mail/outbox.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './commands.ts'
import { answerExtension, askExtension } from './commands-extensions.ts'
import { handOverSheets } from './commands-hand-over.ts'
import { addSlots, takeSlot } from './commands-hearings.ts'
import { getSheet, listAnswerEntries, listSheets, listSubmissions, listUnitsAsked } from './queries.ts'
import { getUnitBook } from './queries-books.ts'
import { listExtensions } from './queries-extensions.ts'
import { listSlots } from './queries-hearings.ts'
import { countWaitingSheets } from './queries-waiting.ts'

const [march, april] = [new Date('2026-03-31T09:00:00+09:00'), new Date('2026-04-01T09:00:00+09:00')]
const firstDay = '2026-04-01'

onEveryDatabase((contextAs) => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-succession-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const way = { site: 'https://x.jp', sealer: openSealer(folder) }
  const officer = { ...contextAs('secretariat'), now: march }
  const inUnit = (role: Role, unitId: string, now: Date, id = `${role} ${unitId}`): Context => ({
    ...officer,
    now,
    actor: { id, roles: [role], unitId },
  })
  const newUnit = (name: string) =>
    addUnit(officer, { name, kind: 'section', parentId: null, validFrom: '2010-04-01', validTo: undefined })
  const heirOf = async (unitId: string) =>
    (await listUnits(officer)).find(({ id }) => id === unitId)?.successors.map((heir) => heir.unitId) ?? []
  const taker = (name: string, scope = 'all') => ({ name, kind: 'section' as const, parentId: null, scope })

  async function sentTo(unitIds: readonly string[], sheetType: 'situation' | 'hearing' = 'situation') {
    const sheets = unitIds.map((unitId) => ({
      unitId,
      subjectId: undefined,
      subject: '全体',
      answers: {},
      carried: [],
    }))
    const fields = [...sheetTemplates[sheetType]]
    const made = { title: '調査票', sheetType, usedFor: '素案', fields, dueOn: '2026-04-30', sheets }
    const roundId = await makeRound(officer, made)
    await sendRound(officer, { roundId, revision: 1 })
    const known = await listSheets(officer, { roundId })
    return { roundId, sheetId: known.find(({ unitId }) => unitId === unitIds[0])?.id ?? '' }
  }

  test('a round sent in March goes on in April under the unit that took over alone, with every value and its author', async () => {
    const [own, other] = [await newUnit('こども課'), await newUnit('道路課')]
    const { roundId, sheetId } = await sentTo([own, other])
    const before = inUnit('section-editor', own, march)
    await fillSheet(before, { sheetId, revision: 2, answers: { results: '3事業' } })
    await reorganize(officer, { unitIds: [own], firstDay, takers: [taker('こども未来課')] })
    const [heir = ''] = await heirOf(own)

    expect(await listSheets(inUnit('section-editor', heir, march), { roundId })).toEqual([])
    const editor = inUnit('section-editor', heir, april)
    expect(await listSheets(editor, { roundId })).toMatchObject([
      { id: sheetId, answers: { results: '3事業' } },
    ])
    expect(await countWaitingSheets(editor)).toBe(1)
    expect(await listUnitsAsked(editor, roundId)).toEqual(new Map([[sheetId, own]]))
    expect((await getUnitBook(editor, { roundId, unitId: own, key: 'a key' })).sheets).toHaveLength(1)
    await fillSheet(editor, { sheetId, revision: 3, answers: { priority: '健康' } })

    await approveSheet(inUnit('section-approver', heir, april), { sheetId, revision: 4 })
    expect(await listSubmissions(officer, sheetId)).toMatchObject([
      { answers: { results: '3事業', priority: '健康' } },
    ])
    expect(await listAnswerEntries(editor, sheetId)).toMatchObject([
      { fieldId: 'results', value: '3事業', writtenBy: before.actor.id },
      { fieldId: 'priority', value: '健康', writtenBy: editor.actor.id },
    ])
  })

  test('an unrelated unit finds nothing of it, before and after', async () => {
    const [own, other] = [await newUnit('福祉課'), await newUnit('水道課')]
    const { roundId, sheetId } = await sentTo([own])
    await reorganize(officer, { unitIds: [own], firstDay, takers: [taker('福祉総務課')] })
    for (const now of [march, april]) {
      const stranger = inUnit('section-editor', other, now)
      const head = inUnit('section-approver', other, now)
      const asking = { roundId, unitId: own, dueOn: '2026-05-10', reason: '議会' }
      for (const tried of [
        () => getSheet(stranger, sheetId),
        () => listAnswerEntries(stranger, sheetId),
        () => fillSheet(stranger, { sheetId, revision: 2, answers: { results: 'x' } }),
        () => approveSheet(head, { sheetId, revision: 2 }),
        () => askExtension(stranger, asking),
        () => getUnitBook(stranger, { roundId, unitId: own, key: 'a key' }),
      ])
        await expect(tried()).rejects.toMatchObject({ kind: 'not-found' })
      expect(await listSheets(stranger, { roundId })).toEqual([])
      expect(await countWaitingSheets(stranger)).toBe(0)
    }
  })

  test('the heir asks for more time, takes the slot of the hearing, and hears of the answer by mail', async () => {
    const own = await newUnit('農政課')
    const { roundId, sheetId } = await sentTo([own], 'hearing')
    await addSlots(officer, {
      roundId,
      heldOn: '2026-04-20',
      startsAt: '09:00',
      endsAt: '10:00',
      minutes: 60,
      place: '会議室',
    })
    await reorganize(officer, { unitIds: [own], firstDay, takers: [taker('産業課')] })
    const [heir = ''] = await heirOf(own)
    const editor = inUnit('section-editor', heir, april)
    await askExtension(editor, { roundId, unitId: own, dueOn: '2026-05-10', reason: '組織改編' })
    const [asked] = await listExtensions(editor, roundId)
    const keeper = as('system-administrator', officer)
    const email = 'heir@example.jp'
    const given = { name: '架空 花子', email, roles: ['section-editor' as const], unitId: heir }
    const accountId = await addAccount(keeper, given)
    await changeOwnPassword(
      { ...officer, actor: { id: accountId, roles: ['section-editor'] } },
      { passwordHash: 'never looked at' },
    )
    const secretariat = { ...officer, now: april }
    const answer = { isGranted: true as const, dueOn: '2026-05-10', answer: '' }
    await answerExtension(secretariat, { roundId, extensionId: asked?.id ?? '', way, ...answer })
    expect((await listMails(officer)).map(({ recipient }) => recipient)).toEqual(['産業課（旧：農政課）'])
    const [slot] = await listSlots(editor, roundId)
    await takeSlot(editor, { slotId: slot?.id ?? '', revision: 1, sheetId })
    expect(await listSlots(editor, roundId)).toMatchObject([{ sheetId }])
  })

  test('of a unit that was split no heir has its sheet', async () => {
    const own = await newUnit('土木課')
    const { sheetId } = await sentTo([own])
    const takers = [taker('道路河川課', '道路'), taker('下水道課', '下水道')]
    await reorganize(officer, { unitIds: [own], firstDay, takers })
    const heirs = await heirOf(own)
    expect(heirs).toHaveLength(2)
    for (const heir of heirs)
      await expect(getSheet(inUnit('section-editor', heir, april), sheetId)).rejects.toMatchObject({
        kind: 'not-found',
      })
    expect((await getSheet({ ...officer, now: april }, sheetId)).sheet.unitId).toBe(own)
  })

  test('the secretariat names the section for a sheet of a split unit; what stands in it stays', async () => {
    const own = await newUnit('企画課')
    const { roundId, sheetId } = await sentTo([own])
    const before = inUnit('section-editor', own, march)
    await fillSheet(before, { sheetId, revision: 2, answers: { results: '3事業' } })
    const heir = await newUnit('政策課')
    const takers = [{ unitId: heir, scope: '計画' }, taker('デジタル課', '情報')]
    await reorganize(officer, { unitIds: [own], firstDay, takers })
    const secretariat = { ...officer, now: april }
    const handOver = (as: Context, unitId: string, revision = 3) =>
      handOverSheets(as, { roundId, chosen: [{ sheetId, revision, unitId }] })
    await expect(handOver(officer, heir)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(handOver(secretariat, own)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(handOver(secretariat, heir, 2)).rejects.toMatchObject({ kind: 'stale' })
    await expect(handOver(inUnit('section-editor', heir, april), heir)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await handOver(secretariat, heir)
    const editor = inUnit('section-editor', heir, april)
    expect((await getSheet(editor, sheetId)).sheet.answers).toMatchObject({ results: '3事業' })
    expect(await listAnswerEntries(editor, sheetId)).toMatchObject([{ writtenBy: before.actor.id }])
    await expect(handOver(secretariat, own, 4)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('an extension that waits for its answer is answered before the sheets go to another section', async () => {
    const own = await newUnit('商工課')
    const { roundId, sheetId } = await sentTo([own])
    const editor = inUnit('section-editor', own, march)
    await askExtension(editor, { roundId, unitId: own, dueOn: '2026-05-10', reason: '議会' })
    const heir = await newUnit('観光課')
    await reorganize(officer, { unitIds: [own], firstDay, takers: [] })
    const secretariat = { ...officer, now: april }
    const chosen = [{ sheetId, revision: 2, unitId: heir }]
    await expect(handOverSheets(secretariat, { roundId, chosen })).rejects.toMatchObject({ kind: 'conflict' })
    const [asked] = await listExtensions(secretariat, roundId)
    const answer = { isGranted: true as const, dueOn: '2026-05-10', answer: '' }
    await answerExtension(secretariat, { roundId, extensionId: asked?.id ?? '', way, ...answer })
    await handOverSheets(secretariat, { roundId, chosen })
    expect((await getSheet(secretariat, sheetId)).sheet).toMatchObject({ unitId: heir, dueOn: '2026-05-10' })
    expect(await listExtensions(secretariat, roundId)).toMatchObject([{ unitId: own, state: 'granted' }])
  })
})

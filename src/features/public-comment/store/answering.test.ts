import { beforeAll, expect, test } from 'vitest'
import { addUnit } from '#src/features/organization/store/commands.ts'
import { getUnit } from '#src/features/organization/store/queries.ts'
import { reorganize } from '#src/features/organization/store/reorganization-commands.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sendComment, sheetOf, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { addCase, openCase } from './commands/cases.ts'
import { changeClassList, copyClassList } from './commands/classes.ts'
import { approveReply, changeReply, checkReply, draftReply, returnReply } from './commands/replies.ts'
import { routeComments } from './commands/routes.ts'
import { listPromisedChanges } from './queries/answered.ts'
import { getClassList, listClasses } from './queries/classes.ts'
import { listContradictions } from './queries/contradictions.ts'
import { listPlaces } from './queries/places.ts'
import { getReply, listComments, listRoutes } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  let versionId = ''

  beforeAll(async () => {
    versionId = (await townWithPlan(context))[0] ?? ''
  }, 60_000)

  const opened = () => openedCase(context, versionId)
  const sent = (caseId: string, text: string) => sendComment(context, { caseId, text })

  const covered = {
    classKey: 'covered',
    text: '案に書いてあります。',
    reason: '',
    changes: [],
  }

  test('one reply answers many, all or none; another approves it; a change starts anew', async () => {
    const caseId = await opened()
    await sent(caseId, 'バスを増やして')
    await sent(caseId, '街灯がほしい')
    const [one, two] = (await listComments(context, caseId)).map(({ id }) => id)
    if (!one || !two) throw new Error('two comments')
    const replyId = await draftReply(context, { caseId, opinionIds: [one], content: covered })
    await expect(
      draftReply(context, { caseId, opinionIds: [two, one], content: covered }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await expect(
      draftReply(context, { caseId, opinionIds: [two, 'op_9999999999'], content: covered }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(
      draftReply(context, { caseId, opinionIds: [two], content: { ...covered, classKey: 'adopted' } }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    await changeReply(context, { caseId, replyId, revision: 1, opinionIds: [one, two], content: covered })
    await expect(approveReply(context, { caseId, replyId, revision: 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await approveReply(publisher, { caseId, replyId, revision: 2 })
    expect(await getReply(context, caseId, replyId)).toMatchObject({
      approvedBy: 'publisher',
      opinionIds: [one, two].sort(),
    })
    await changeReply(context, { caseId, replyId, revision: 3, opinionIds: [one, two], content: covered })
    expect((await getReply(context, caseId, replyId)).approvedBy).toBeUndefined()
    expect(await listContradictions(context, caseId)).toEqual([])
  })

  test('one answer changes several places, in their order; a place the plan does not know is refused', async () => {
    const caseId = await opened()
    await sent(caseId, '避難所と訓練を見直して')
    const opinionIds = (await listComments(context, caseId)).map(({ id }) => id)
    const places = await listPlaces(context, versionId)
    const [paragraph, indicator] = ['paragraph', 'indicator'].map(
      (kind) => places.find((place) => place.kind === kind) ?? { id: '', label: '' },
    )
    const change = { before: '旧い文', after: '新しい文' }
    const changes = [
      { ...change, planRef: indicator?.id ?? '' },
      { ...change, planRef: paragraph?.id ?? '' },
    ]
    const content = { ...covered, classKey: 'adopted', changes }
    const unknown = { ...content, changes: [{ ...change, planRef: 'me_0000000000' }] }
    await expect(draftReply(context, { caseId, opinionIds, content: unknown })).rejects.toMatchObject({
      kind: 'not-found',
    })
    const replyId = await draftReply(context, { caseId, opinionIds, content })
    expect((await getReply(context, caseId, replyId)).changes).toEqual(changes)
    await approveReply(publisher, { caseId, replyId, revision: 1 })
    expect((await listPromisedChanges(context)).filter((one) => one.replyId === replyId)).toMatchObject(
      changes,
    )
    expect((await draftResult(context, caseId)).table.rows[0]?.changes).toEqual([
      { ...change, ref: indicator?.id, label: indicator?.label },
      { ...change, ref: paragraph?.id, label: paragraph?.label },
    ])
    const fewer = { ...content, changes: changes.slice(1) }
    await changeReply(context, { caseId, replyId, revision: 2, opinionIds, content: fewer })
    expect((await getReply(context, caseId, replyId)).changes).toEqual(changes.slice(1))
  })

  test('a section answers what was given to it; the secretariat looks over it; a third person approves', async () => {
    const caseId = await opened()
    await sent(caseId, 'バスを増やして')
    await sent(caseId, '街灯がほしい')
    const [one, two] = (await listComments(context, caseId)).map(({ id }) => id)
    if (!one || !two) throw new Error('two comments')
    const unitId = await addUnit(context, {
      name: '交通課',
      kind: 'section',
      parentId: null,
      validFrom: '2020-04-01',
      validTo: undefined,
    })
    const section = as('section-editor', context)
    const editor: Context = { ...section, actor: { ...section.actor, unitId } }
    const draft = (opinionIds: string[]) => draftReply(editor, { caseId, opinionIds, content: covered })
    await expect(draft([one])).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      routeComments(editor, { caseId, routes: [{ opinionId: one, unitId }], dueOn: '2026-05-20' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      routeComments(context, { caseId, routes: [{ opinionId: 'op_9999999999', unitId }], dueOn: '' }),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await routeComments(context, { caseId, routes: [{ opinionId: one, unitId }], dueOn: '2026-05-20' })
    expect((await listRoutes(context, caseId)).get(one)).toEqual({
      opinionId: one,
      unitId,
      dueOn: '2026-05-20',
    })
    await expect(draft([one, two])).rejects.toMatchObject({ kind: 'forbidden' })
    const replyId = await draft([one])
    await expect(approveReply(publisher, { caseId, replyId, revision: 1 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(checkReply(editor, { caseId, replyId, revision: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await checkReply(context, { caseId, replyId, revision: 1 })
    await expect(approveReply(context, { caseId, replyId, revision: 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await returnReply(publisher, { caseId, replyId, revision: 2, reason: '短い' })
    expect(await getReply(context, caseId, replyId)).toMatchObject({
      checkedBy: undefined,
      returnReason: '短い',
    })
    await checkReply(context, { caseId, replyId, revision: 3 })
    await approveReply(publisher, { caseId, replyId, revision: 4 })
    expect((await getReply(context, caseId, replyId)).approvedBy).toBe('publisher')
    expect((await draftResult(context, caseId)).table.rows[0]?.office).toBe('交通課')
  })

  test('a case says who approves and in which order; each is another person, and a change or a return begins anew', async () => {
    const sheet = { ...sheetOf(versionId), approvalSteps: '課長\n部長' }
    const caseId = await addCase(context, { sheet })
    await openCase(publisher, { caseId, revision: 1 })
    await sent(caseId, 'バスを増やして')
    const opinionIds = (await listComments(context, caseId)).map(({ id }) => id)
    const replyId = await draftReply(context, { caseId, opinionIds, content: covered })
    const head = as('section-approver', context)
    const approve = (who: Context, revision: number) => approveReply(who, { caseId, replyId, revision })
    const labels = async () =>
      (await getReply(context, caseId, replyId)).approvals.map(({ label, approvedBy }) => [label, approvedBy])
    await approve(head, 1)
    expect(await labels()).toEqual([['課長', head.actor.id]])
    expect((await getReply(context, caseId, replyId)).approvedBy).toBeUndefined()
    expect((await draftResult(context, caseId)).problems).toContain('承認していない考え方が1件あります')
    await expect(approve(head, 2)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(approve(publisher, 1)).rejects.toMatchObject({ kind: 'stale' })
    await returnReply(publisher, { caseId, replyId, revision: 2, reason: '短い' })
    expect(await labels()).toEqual([])
    await changeReply(context, { caseId, replyId, revision: 3, opinionIds, content: covered })
    await approve(head, 4)
    await approve(publisher, 5)
    expect(await labels()).toEqual([
      ['課長', head.actor.id],
      ['部長', publisher.actor.id],
    ])
    expect((await getReply(context, caseId, replyId)).approvedBy).toBe(publisher.actor.id)
    await expect(approve(publisher, 6)).rejects.toMatchObject({ message: 'すでに承認しています' })
    await changeReply(context, { caseId, replyId, revision: 6, opinionIds, content: covered })
    expect(await labels()).toEqual([])
  })

  test('an opinion given to a section is answered by the one that took it over alone, and by no other', async () => {
    const caseId = await opened()
    await sent(caseId, 'バスを増やして')
    const [one = ''] = (await listComments(context, caseId)).map(({ id }) => id)
    const unit = { kind: 'section' as const, parentId: null, validFrom: '2020-04-01', validTo: undefined }
    const unitId = await addUnit(context, { ...unit, name: '生活課' })
    const other = await addUnit(context, { ...unit, name: '税務課' })
    await routeComments(context, { caseId, routes: [{ opinionId: one, unitId }], dueOn: '2026-05-20' })
    const taker = { name: '市民生活課', kind: 'section' as const, parentId: null, scope: 'all' }
    await reorganize(context, { unitIds: [unitId], firstDay: '2026-04-02', takers: [taker] })
    const heir = (await getUnit(context, unitId)).successors[0]?.unitId ?? ''
    const draft = (of: string, now: string) =>
      draftReply(
        { ...context, now: new Date(now), actor: { id: 'e', roles: ['section-editor'], unitId: of } },
        { caseId, opinionIds: [one], content: covered },
      )
    const [before, after] = ['2026-04-01T12:00:00+09:00', '2026-04-02T12:00:00+09:00']
    await expect(draft(heir, before)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(draft(other, after)).rejects.toMatchObject({ kind: 'forbidden' })
    await draft(heir, after)
    expect((await listRoutes(context, caseId)).get(one)?.unitId).toBe(unitId)
  })

  test('a class in use stays; the city renames it, adds others, and answers with them', async () => {
    const key = await copyClassList(context, { from: 'standard', label: '市の区分' })
    const caseId = await addCase(context, { sheet: { ...sheetOf(versionId), classSet: key } })
    await openCase(publisher, { caseId, revision: 1 })
    await sent(caseId, 'バスを増やして')
    const opinionIds = (await listComments(context, caseId)).map(({ id }) => id)
    await draftReply(context, { caseId, opinionIds, content: covered })
    const { classes } = await getClassList(context, key)
    const lines = classes.map((one, at) => ({ ...one, order: String(at + 1) }))
    const change = (changed: typeof lines, revision = 1) =>
      changeClassList(context, { key, revision, label: '市の区分', lines: changed })
    const conflict = { kind: 'conflict' }
    await expect(change(lines.filter((line) => line.key !== 'covered'))).rejects.toMatchObject(conflict)
    await expect(
      change(lines.map((line) => (line.key === 'covered' ? { ...line, label: '' } : line))),
    ).rejects.toMatchObject(conflict)
    await change([
      ...lines
        .filter((line) => line.key !== 'outside')
        .map((line) => (line.key === 'covered' ? { ...line, label: '書いてあります' } : line)),
      { key: '', label: '県に伝える', disposition: 'for-reference', order: '0.5' },
    ])
    await expect(change(lines)).rejects.toMatchObject({ kind: 'stale' })
    const now = await listClasses(context, key)
    expect(now.map(({ label }) => label)).toContain('書いてあります')
    expect(now[0]).toMatchObject({ label: '県に伝える', disposition: 'for-reference' })
    expect((await draftResult(context, caseId)).table.byClass.map(({ label }) => label)).toContain(
      '県に伝える',
    )
    expect((await listClasses(context, 'standard')).map(({ label }) => label)).toContain('対象外')
    await expect(
      copyClassList(as('section-editor', context), { from: 'standard', label: 'x' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      addCase(context, { sheet: { ...sheetOf(versionId), classSet: 'cl_9999999999' } }),
    ).rejects.toMatchObject({ kind: 'not-found' })
  })
})

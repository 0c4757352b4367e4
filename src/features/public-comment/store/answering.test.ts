import { beforeAll, expect, test } from 'vitest'
import { addUnit } from '#src/features/organization/store/commands.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { approveReply, changeReply, checkReply, draftReply, returnReply } from './commands/replies.ts'
import { routeComments } from './commands/routes.ts'
import { listContradictions } from './queries/contradictions.ts'
import { getReply, listComments, listRoutes } from './queries/replies.ts'

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
    planRef: '',
    before: '',
    after: '',
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
  })
})

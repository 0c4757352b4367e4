import { beforeAll, expect, test } from 'vitest'
import { redactOpinion, releaseOpinion } from '#src/features/voices/store/commands/disclosure.ts'
import { listHeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import { findTraced, listReleased } from '#src/features/voices/store/queries/trace.ts'
import { getOpinion } from '#src/features/voices/store/queries/voices.ts'
import { type Role, roles } from '#src/lib/permissions.ts'
import { openedCase, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { approveReply, changeReply, checkReply, draftReply, returnReply } from './commands/replies.ts'
import { routeComments } from './commands/routes.ts'
import { listAnsweredComments, listOpenComments } from './queries/answered.ts'
import { getPublicCase } from './queries/cases.ts'
import { listPlaces } from './queries/places.ts'
import { getReply, listComments } from './queries/replies.ts'
import { draftResult } from './queries/result.ts'

/** Who can see what of a comment: the raw text, the redacted text, the published result. */

const readers: readonly Role[] = ['secretariat', 'section-editor', 'section-approver', 'publisher']
const content = {
  classKey: 'covered',
  text: '書いてあります。',
  reason: '',
  changes: [],
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const publisher = as('publisher', context)
  const visitor = as('public', context)
  let [mine, other, measure] = ['', '', '']
  let [myOpinion, otherOpinion, otherReply] = ['', '', '']

  beforeAll(async () => {
    const versionId = (await townWithPlan(context))[0] ?? ''
    measure = (await listPlaces(visitor, versionId)).find(({ id }) => id.startsWith('me_'))?.id ?? ''
    mine = await openedCase(context, versionId)
    other = await openedCase(context, versionId)
    await sendComment(context, {
      caseId: mine,
      text: '秘密の言葉を直して',
      about: measure,
      name: '秘密 花子',
    })
    await sendComment(context, { caseId: other, text: '別の話', name: '秘密 太郎' })
    myOpinion = (await listComments(context, mine))[0]?.id ?? ''
    otherOpinion = (await listComments(context, other))[0]?.id ?? ''
    otherReply = await draftReply(context, { caseId: other, opinionIds: [otherOpinion], content })
  }, 60_000)

  test('the raw text is read by those who answer, and by nobody else', async () => {
    for (const role of roles) {
      const asked = [
        () => listComments(as(role, context), mine),
        () => listOpenComments(as(role, context), mine),
        () => draftResult(as(role, context), mine),
      ]
      for (const ask of asked) {
        if (readers.includes(role)) await expect(ask(), role).resolves.toBeDefined()
        else await expect(ask(), role).rejects.toMatchObject({ kind: 'forbidden' })
      }
    }
  })

  test('everybody sees counts before the release, the redacted text after it, and never the raw text or a person', async () => {
    const seenBy = async () =>
      JSON.stringify([
        await getPublicCase(visitor, mine),
        await listReleased(visitor, [myOpinion, otherOpinion]),
        await listHeardAbout(visitor),
        await listAnsweredComments(visitor),
      ])
    expect(await seenBy()).not.toMatch(/秘密|花子|小絹|直して/)
    const { revision } = await getOpinion(context, myOpinion)
    await redactOpinion(context, { opinionId: myOpinion, revision, redacted: '■■を直して' })
    expect(await seenBy()).not.toMatch(/直して/)
    await releaseOpinion(publisher, {
      opinionId: myOpinion,
      revision: revision + 1,
      disclosure: 'public',
      reason: '',
    })
    expect(await seenBy()).toContain('■■を直して')
    expect(await seenBy()).not.toMatch(/秘密|花子|小絹/)
    expect((await listHeardAbout(visitor, measure))[0]).toMatchObject({ released: '■■を直して' })
  })

  test('ids of another case open nothing and change nothing', async () => {
    const swapped = { caseId: mine, replyId: otherReply, revision: 1 }
    const notFound = { kind: 'not-found' }
    await expect(getReply(context, mine, otherReply)).rejects.toMatchObject(notFound)
    for (const tried of [
      () => approveReply(publisher, swapped),
      () => checkReply(context, swapped),
      () => returnReply(publisher, { ...swapped, reason: 'x' }),
      () => changeReply(context, { ...swapped, opinionIds: [myOpinion], content }),
      () => draftReply(context, { caseId: mine, opinionIds: [otherOpinion], content }),
      () =>
        routeComments(context, {
          caseId: mine,
          routes: [{ opinionId: otherOpinion, unitId: 'ou_0000000000' }],
          dueOn: '',
        }),
      () => getPublicCase(visitor, 'cc_0000000000'),
    ])
      await expect(tried()).rejects.toMatchObject(notFound)
    expect((await getReply(context, other, otherReply)).approvedBy).toBeUndefined()
    expect(await findTraced(visitor, myOpinion)).toBeUndefined()
  })
})

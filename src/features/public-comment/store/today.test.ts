import { beforeAll, expect, test } from 'vitest'
import { addUnit } from '#src/features/organization/store/commands.ts'
import { countArrivals } from '#src/features/voices/store/queries/arrivals.ts'
import type { Context } from '#src/platform/context.ts'
import { openedCase, sendComment, townWithPlan } from '#test/comment-case.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { draftReply } from './commands/replies.ts'
import { routeComments } from './commands/routes.ts'
import { listComments } from './queries/replies.ts'
import { countRoutedWork } from './queries/routed.ts'

/** What 今日 counts of a call for comments. */
onEveryDatabase((contextAs) => {
  const context: Context = contextAs('secretariat')
  let caseId = ''
  let ids: string[] = []

  beforeAll(async () => {
    const [versionId = ''] = await townWithPlan(context)
    caseId = await openedCase(context, versionId)
    for (const text of ['バスを増やして', '街灯がほしい', '図書館を遅くまで'])
      await sendComment(context, { caseId, text })
    ids = (await listComments(context, caseId)).map(({ id }) => id)
  }, 60_000)

  test('submissions are counted by day and way', async () => {
    const arrivals = await countArrivals(context, caseId)
    expect(arrivals).toEqual([{ day: '2026-04-01', method: 'online', submissions: 3 }])
    expect(await countArrivals(context, 'cc_0000000000')).toEqual([])
    await expect(countArrivals(as('viewer', context), caseId)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('opinions given to a section are its work until somebody drafts an answer', async () => {
    const unitId = await addUnit(context, {
      name: '交通課',
      kind: 'section',
      parentId: null,
      validFrom: '2020-04-01',
      validTo: undefined,
    })
    expect(await countRoutedWork(context)).toEqual([])
    const routes = ids.slice(0, 2).map((opinionId) => ({ opinionId, unitId }))
    await routeComments(context, { caseId, routes, dueOn: '2026-04-20' })
    expect(await countRoutedWork(context)).toEqual([{ caseId, unitId, opinions: 2, dueOn: '2026-04-20' }])
    const content = {
      classKey: 'covered',
      text: '案に書いてあります。',
      reason: '',
      changes: [],
    }
    await draftReply(context, { caseId, opinionIds: ids.slice(0, 1), content })
    expect(await countRoutedWork(context)).toMatchObject([{ opinions: 1 }])
    await expect(countRoutedWork(as('viewer', context))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

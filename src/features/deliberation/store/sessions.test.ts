import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { addBody } from './commands-bodies.ts'
import { changeSession, enterSession, removeSession } from './commands-sessions.ts'
import { getSession, listSessions, sessionsDuring } from './queries-sessions.ts'

const rules = {
  role: '',
  legalBasis: '地方自治法',
  quorum: 'half' as const,
  decisionRule: 'majority' as const,
  minutesStyle: 'names' as const,
  isOpenByDefault: true,
  seats: [],
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  async function assembly() {
    return addBody(context, { ...rules, kind: 'assembly', name: '市議会' })
  }
  const june = { kind: 'regular', name: '第2回定例会', startsOn: '2026-06-05', endsOn: '2026-06-25' } as const

  test('the sessions with a day in common with some days are found, by anybody', async () => {
    const bodyId = await assembly()
    const september = { ...june, name: '第3回定例会', startsOn: '2026-09-01', endsOn: '2026-09-24' }
    await enterSession(context, { ...september, bodyId })
    await enterSession(context, { ...june, bodyId })
    const during = async (from: string, to: string) =>
      (await sessionsDuring(contextAs('public'), { from, to })).map(({ name }) => name)
    expect(await during('2026-06-26', '2026-08-31')).toEqual([])
    expect(await during('2026-06-25', '2026-06-25')).toEqual(['第2回定例会'])
    expect(await during('2026-06-25', '2026-09-01')).toEqual(['第2回定例会', '第3回定例会'])
  })

  test('only an assembly has sessions, one at a time, that end after they begin', async () => {
    const bodyId = await assembly()
    const councilId = await addBody(context, { ...rules, kind: 'council', name: '審議会' })
    await expect(enterSession(context, { ...june, bodyId: councilId })).rejects.toThrow('議会')
    await expect(enterSession(context, { ...june, bodyId, endsOn: '2026-06-04' })).rejects.toThrow('閉会の日')
    await enterSession(context, { ...june, bodyId })
    const extra = { ...june, kind: 'extraordinary' as const, name: '臨時会', bodyId }
    await expect(
      enterSession(context, { ...extra, startsOn: '2026-06-25', endsOn: '2026-06-26' }),
    ).rejects.toThrow('第2回定例会')
    await enterSession(context, { ...extra, startsOn: '2026-06-26', endsOn: '2026-06-26' })
    await enterSession(context, { ...june, bodyId: await assembly() })
  })

  test('a session is extended from what was read, and removed by the secretariat only', async () => {
    const bodyId = await assembly()
    const sessionId = await enterSession(context, { ...june, bodyId })
    const content = { ...june, bodyId, endsOn: '2026-06-30' }
    await expect(
      changeSession(as('viewer', context), { sessionId, revision: 1, content }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await changeSession(context, { sessionId, revision: 1, content })
    await expect(changeSession(context, { sessionId, revision: 1, content })).rejects.toMatchObject({
      kind: 'stale',
    })
    expect(await getSession(context, sessionId)).toMatchObject({ endsOn: '2026-06-30', revision: 2 })
    await expect(removeSession(context, { sessionId, revision: 1 })).rejects.toMatchObject({ kind: 'stale' })
    await expect(removeSession(as('viewer', context), { sessionId, revision: 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await removeSession(context, { sessionId, revision: 2 })
    expect((await listSessions(context)).filter(({ id }) => id === sessionId)).toEqual([])
  })
})

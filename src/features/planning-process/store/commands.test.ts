import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import {
  addPhase,
  addTask,
  changeProcess,
  changeTask,
  dropFeed,
  makeFeed,
  makeProcess,
  openProcess,
  reportTask,
} from './commands.ts'
import { moveProcessStart, moveTaskDates } from './commands-moving.ts'
import {
  countLateTasks,
  findFeedOwner,
  findPublicSchedule,
  getSchedule,
  getTask,
  hasFeed,
  listPublicChanges,
  listScheduleChanges,
} from './queries.ts'

const process = { title: '後期基本計画の策定', lead: '', startsOn: '2026-04-01', reminderDays: [7, 1, -1] }

onEveryDatabase((contextAs) => {
  const twoYears = (context: Context) => makeProcess(context, { ...process, template: 'two-year' })
  const taskNamed = async (context: Context, title: string) => {
    const { tasks } = await getSchedule(context)
    return tasks.find((task) => task.title === title) ?? { id: '', revision: 0, plannedEnd: '' }
  }
  const contentOf = async (context: Context, taskId: string) => {
    const { title, phaseId, kind, requirement, gate, ownerUnitId, takePart, isPublic, predecessors } = (
      await getTask(context, taskId)
    ).task
    return { title, phaseId, kind, requirement, gate, ownerUnitId, takePart, isPublic, predecessors }
  }

  test('the template becomes rows whose tasks wait for each other', async () => {
    const context = contextAs('secretariat')
    await twoYears(context)
    const { phases, tasks } = await getSchedule(context)
    expect([phases.length, tasks.length]).toEqual([6, 28])
    const survey = await taskNamed(context, '市民意向調査')
    const issues = tasks.find(({ title }) => title === '政策課題の整理')
    expect(issues?.predecessors).toContain(survey.id)
  })

  test('an empty process is filled by hand, also with a task that waits for another', async () => {
    const context = contextAs('secretariat')
    const processId = await makeProcess(context, { ...process, template: 'empty' })
    const phaseId = await addPhase(context, { processId, title: '準備', fiscalYear: 2026 })
    const blank = {
      phaseId,
      kind: 'task',
      requirement: '',
      gate: undefined,
      ownerUnitId: undefined,
      takePart: '',
      isPublic: true,
      predecessors: [],
    } as const
    const span = { start: '2026-05-01', end: '2026-05-29' }
    const first = await addTask(context, { content: { ...blank, title: '一', predecessors: [] }, span })
    const content = { ...blank, title: '二', predecessors: [first] }
    const second = await addTask(context, { content, span })
    expect((await getTask(context, second)).task.predecessors).toEqual([first])
    const ring = { taskId: first, revision: 1, content: { ...blank, title: '一', predecessors: [second] } }
    await expect(changeTask(context, ring)).rejects.toThrow('「一」 ← 「二」 ← 「一」')
  })

  test('moving a task keeps what was planned, with reason, and moves what waits for it if asked', async () => {
    const context = contextAs('secretariat')
    await twoYears(context)
    const survey = await taskNamed(context, '市民意向調査')
    const span = { start: '2026-08-03', end: '2027-01-29' }
    const move = { taskId: survey.id, revision: 1, span, reason: '回収のため', withFollowers: true }
    await moveTaskDates(context, move)
    const changes = await listScheduleChanges(context)
    expect(changes.map(({ reason }) => reason)).toContain('回収のため')
    expect(changes.find(({ taskId }) => taskId === survey.id)).toMatchObject({
      from: { end: survey.plannedEnd },
      to: { end: '2027-01-29' },
    })
    expect((await taskNamed(context, '政策課題の整理')).revision).toBe(2)
    await expect(moveTaskDates(context, move)).rejects.toMatchObject({ kind: 'stale' })
  })

  test('moving the start moves every task that has not begun', async () => {
    const context = contextAs('secretariat')
    const processId = await twoYears(context)
    await moveProcessStart(context, { processId, revision: 1, startsOn: '2026-05-01', reason: '準備のため' })
    const { process: moved, tasks } = await getSchedule(context)
    expect(moved.startsOn).toBe('2026-05-01')
    expect((await listScheduleChanges(context)).length).toBe(tasks.length)
  })

  test('residents see nothing before the publisher opened it, and never what is internal', async () => {
    const context = contextAs('secretariat')
    const processId = await twoYears(context)
    expect(await findPublicSchedule(as('public', context))).toBeUndefined()
    await expect(openProcess(context, { processId, isOpen: true })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await openProcess(as('publisher', context), { processId, isOpen: true })
    const shown = await findPublicSchedule(as('public', context))
    const titles = shown?.tasks.map(({ title }) => title) ?? []
    expect(titles).toContain('市民意向調査')
    expect(titles).not.toContain('若手職員の参画')
    await expect(getSchedule(as('public', context))).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('a change of an internal task stays inside', async () => {
    const context = contextAs('secretariat')
    const processId = await twoYears(context)
    await openProcess(as('publisher', context), { processId, isOpen: true })
    const inside = await taskNamed(context, '若手職員の参画')
    const span = { start: '2026-08-03', end: '2027-03-31' }
    await moveTaskDates(context, {
      taskId: inside.id,
      revision: 1,
      span,
      reason: '内部',
      withFollowers: false,
    })
    expect(await listPublicChanges(as('public', context))).toEqual([])
  })

  test('a section reports on its own tasks and on no others', async () => {
    const context = contextAs('secretariat')
    await twoYears(context)
    const own = await taskNamed(context, '市民意向調査')
    const other = await taskNamed(context, 'ワークショップ')
    const content = { ...(await contentOf(context, own.id)), ownerUnitId: 'ou_0000000001' }
    await changeTask(context, { taskId: own.id, revision: 1, content })
    const section = { ...as('section-editor', context) }
    section.actor = { ...section.actor, unitId: 'ou_0000000001' }
    const report = {
      state: 'started',
      actualStart: '2026-08-03',
      actualEnd: undefined,
      output: '',
      stateReason: '',
    } as const
    await reportTask(section, { taskId: own.id, revision: 2, report })
    expect((await getTask(context, own.id)).task.state).toBe('started')
    await expect(reportTask(section, { taskId: other.id, revision: 1, report })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('a gate is passed only with a record of what was decided', async () => {
    const context = contextAs('secretariat')
    await twoYears(context)
    const gate = await taskNamed(context, '骨子案')
    const report = {
      state: 'done',
      actualStart: undefined,
      actualEnd: '2027-08-31',
      output: '',
      stateReason: '',
    } as const
    const given = { taskId: gate.id, revision: 1, report }
    await expect(reportTask(context, given)).rejects.toMatchObject({ kind: 'conflict' })
    await reportTask(context, { ...given, report: { ...report, output: '第3回策定委員会で了承' } })
    expect((await getTask(context, gate.id)).task.output).toBe('第3回策定委員会で了承')
  })

  test('late tasks are counted by today', async () => {
    const context = contextAs('secretariat')
    await twoYears(context)
    expect(await countLateTasks(context)).toBe(0)
    expect(await countLateTasks({ ...context, now: new Date('2026-06-10T00:00:00Z') })).toBe(3)
  })

  test('what somebody else saved meanwhile is not overwritten', async () => {
    const context = contextAs('secretariat')
    const processId = await twoYears(context)
    const content = { title: '別の名前', lead: '', reminderDays: [] }
    await changeProcess(context, { processId, revision: 1, content })
    await expect(changeProcess(context, { processId, revision: 1, content })).rejects.toMatchObject({
      kind: 'stale',
    })
  })

  test('a calendar address belongs to one person, and a new one ends the old', async () => {
    const context = contextAs('viewer')
    await makeFeed(context, { token: 'first' })
    await makeFeed(context, { token: 'second' })
    expect(await findFeedOwner(contextAs('public'), 'first')).toBeUndefined()
    expect(await findFeedOwner(contextAs('public'), 'second')).toBe('viewer')
    await dropFeed(context, {})
    expect(await hasFeed(context)).toBe(false)
  })
})

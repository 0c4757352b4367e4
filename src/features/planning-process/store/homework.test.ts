import { expect, test } from 'vitest'
import { tableText } from '#src/features/request-sheets/core/fields.ts'
import { sheetTemplates } from '#src/features/request-sheets/core/sheet-templates.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from '#src/features/request-sheets/store/commands.ts'
import { listSheets } from '#src/features/request-sheets/store/queries.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { addPhase, addTask, changeTask, makeProcess, openProcess } from './commands.ts'
import { findPublicSchedule, listHomeworkTasks } from './queries.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  /** A hearing whose record names two 宿題, and a process with one phase. */
  async function heardSection() {
    const unitId = 'ou_0000000001'
    const sheet = { unitId, subjectId: undefined, subject: '全体', answers: {}, carried: [] }
    const made = { title: 'ヒアリング', sheetType: 'hearing' as const, usedFor: '素案', dueOn: '2026-05-29' }
    const fields = [...sheetTemplates.hearing]
    const roundId = await makeRound(context, { ...made, fields, sheets: [sheet] })
    await sendRound(context, { roundId, revision: 1 })
    const sheetId = (await listSheets(context, { roundId }))[0]?.id ?? ''
    const head: Context = { ...context, actor: { id: 'head', roles: ['section-approver'], unitId } }
    const homework = tableText([
      ['路線を調べる', '係長', '令和8年6月30日'],
      ['', '', ''],
      ['要望をまとめる', '主任', ''],
    ])
    await fillSheet(head, {
      sheetId,
      revision: 2,
      answers: { attendees: '課長', questions: '路線について', homework },
    })
    const process = { title: '策定', lead: '', startsOn: '2026-04-01', reminderDays: [] }
    const processId = await makeProcess(context, { ...process, template: 'empty' })
    const phaseId = await addPhase(context, { processId, title: '準備', fiscalYear: 2026 })
    const content = {
      phaseId,
      kind: 'task' as const,
      title: '路線を調べる',
      requirement: '',
      gate: undefined,
      ownerUnitId: unitId,
      takePart: '',
      isPublic: true,
      predecessors: [],
    }
    const add = (row: number) =>
      addTask(context, {
        content,
        span: { start: '2026-06-01', end: '2026-06-30' },
        homework: { sheetId, row },
      })
    const confirm = () => approveSheet(head, { sheetId, revision: 3 })
    return { sheetId, processId, content, add, confirm }
  }

  test('a renamed task is still the one of its 宿題, and another row of the record has none', async () => {
    const { sheetId, content, add, confirm } = await heardSection()
    await confirm()
    const taskId = await add(1)
    await changeTask(context, { taskId, revision: 1, content: { ...content, title: '別の名前' } })
    expect(await listHomeworkTasks(context, sheetId)).toMatchObject([
      { id: taskId, title: '別の名前', homework: { sheetId, row: 1 } },
    ])
    await expect(add(1)).rejects.toMatchObject({ kind: 'conflict' })
    await add(3)
    expect(await listHomeworkTasks(context, sheetId)).toHaveLength(2)
    expect(await listHomeworkTasks(context, 'rs_0000000000')).toEqual([])
  })

  test('only what a confirmed record names becomes a task', async () => {
    const { add, confirm } = await heardSection()
    await expect(add(1)).rejects.toMatchObject({ kind: 'not-found' })
    await confirm()
    await expect(add(2)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('residents see such a task, never the record behind it', async () => {
    const { processId, add, confirm } = await heardSection()
    await confirm()
    const taskId = await add(1)
    await openProcess(as('publisher', context), { processId, isOpen: true })
    const shown = (await findPublicSchedule(as('public', context)))?.tasks.find(({ id }) => id === taskId)
    expect(shown?.title).toBe('路線を調べる')
    expect(shown?.homework).toBeUndefined()
  })
})

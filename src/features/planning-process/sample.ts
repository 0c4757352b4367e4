import { readDay } from '#src/features/organization/core/read-day.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { homeworkOf } from '#src/features/request-sheets/core/homework.ts'
import { listRounds, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { addBusinessDays, onOrAfter, onOrBefore } from '#src/lib/japanese/business-days.ts'
import { fiscalYearOf, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { defaultReminderDays } from './core/reminders.ts'
import { latestOf, type Task } from './core/schedule.ts'
import { addTask, changeTask, makeProcess, openProcess, reportTask } from './store/commands.ts'
import { moveTaskDates } from './store/commands-moving.ts'
import { getSchedule, getTask } from './store/queries.ts'

/** The sample town's process: the two-year template, begun in the fiscal year before, as far as today has come. */
export async function sample(context: Context) {
  const today = tokyoDay(context.now)
  const startsOn = `${fiscalYearOf(today) - 1}-04-01`
  const processId = await makeProcess(context, {
    title: '後期基本計画の策定',
    lead: '2年かけて、市民のみなさんと計画をつくっています。これは見本（架空）の工程です。',
    template: 'two-year',
    startsOn,
    reminderDays: [...defaultReminderDays],
  })
  await giveOwners(context)
  await moveTheSurvey({ ...context, now: new Date(`${startsOn.slice(0, 4)}-09-15T00:00:00Z`) })
  await setThePublicComment(context)
  for (const { id } of (await getSchedule(context)).tasks) await reportAsOf(context, id, today)
  await homeworkTask(context, today)
  await openProcess(context, { processId, isOpen: true })
}

const owners: Readonly<Record<string, readonly string[]>> = {
  企画政策課: [
    '策定方針の決定',
    '市民意向調査',
    '市外に住む人の意向調査',
    '政策課題の整理',
    '計画書・概要版の作成',
  ],
  地域推進課: ['ワークショップ', 'グループヒアリング', '市民インタビュー', '市民説明会（3地区）'],
  財政課: ['重点施策の検討'],
}

async function giveOwners(context: Context) {
  const units = (await listUnits(context)).filter(({ validTo }) => validTo === undefined)
  for (const { id, title, ...task } of (await getSchedule(context)).tasks) {
    const name = Object.keys(owners).find((unit) => owners[unit]?.includes(title)) ?? '企画政策課'
    const ownerUnitId = units.find((unit) => unit.name === name)?.id
    if (!ownerUnitId) continue
    const { phaseId, kind, requirement, gate, takePart, isPublic, predecessors, revision } = task
    const content = { title, phaseId, kind, requirement, gate, takePart, isPublic, predecessors, ownerUnitId }
    await changeTask(context, { taskId: id, revision, content })
  }
}

/** One date moved, so that the public page has a change to show. */
async function moveTheSurvey(context: Context) {
  const { tasks } = await getSchedule(context)
  const survey = tasks.find(({ title }) => title === '市外に住む人の意向調査')
  if (!survey) return
  const { id, revision, plannedStart: start, plannedEnd } = survey
  await moveTaskDates(context, {
    taskId: id,
    revision,
    span: { start, end: addBusinessDays(plannedEnd, 18) },
    reason: '周辺の市との調整に時間がかかったため（架空）。',
    withFollowers: true,
  })
}

/**
 * The sample town's case of public comments opened ten days ago and takes comments for 31 days: where the schedule has them
 * run today, it says the same days.
 */
async function setThePublicComment(context: Context) {
  const dayFrom = (days: number) => tokyoDay(new Date(context.now.getTime() + days * 86_400_000))
  const { tasks } = await getSchedule(context)
  const comment = tasks.find(({ title }) => title === 'パブリックコメント')
  const today = dayFrom(0)
  if (!comment || comment.plannedStart > today || comment.plannedEnd < today) return
  const announced = { ...context, now: new Date(context.now.getTime() - 11 * 86_400_000) }
  await moveTaskDates(announced, {
    taskId: comment.id,
    revision: comment.revision,
    span: { start: dayFrom(-10), end: dayFrom(20) },
    reason: '案を公表する日が決まり、募集の期間を定めたため（架空）。',
    withFollowers: false,
  })
}

/** What has passed is done, what runs has begun; one piece of work is late so that the list has something to say. */
async function reportAsOf(context: Context, taskId: string, today: string) {
  const { task } = await getTask(context, taskId)
  if (task.plannedStart > today || isLeftLate(task)) return
  const isDone = task.plannedEnd < today
  const report = {
    state: isDone ? ('done' as const) : ('started' as const),
    actualStart: task.kind === 'milestone' ? undefined : task.plannedStart,
    actualEnd: isDone ? latestOf([onOrBefore(task.plannedEnd), task.plannedStart]) : undefined,
    output: isDone ? recordOf(task) : '',
    stateReason: '',
  }
  if (!isDone && task.kind === 'milestone') return
  await reportTask(context, { taskId, revision: task.revision, report })
}

/** The first 宿題 of a hearing that was held, as a task of its section: begun, and due soon. */
async function homeworkTask(context: Context, today: string) {
  const { phases, tasks } = await getSchedule(context)
  const phaseId = tasks.find(({ plannedEnd }) => plannedEnd >= today)?.phaseId ?? phases[0]?.id
  const rounds = (await listRounds(context)).filter(({ sheetType }) => sheetType === 'hearing')
  for (const round of rounds)
    for (const sheet of await listSheets(context, { roundId: round.id })) {
      const [first] = homeworkOf(round, sheet)
      if (!first || !phaseId) continue
      const { unitId: ownerUnitId, id: sheetId } = sheet
      const rest = { kind: 'task', requirement: '', gate: undefined, takePart: '', isPublic: false } as const
      const content = { ...rest, title: first.what, phaseId, ownerUnitId, predecessors: [] }
      const span = { start: onOrAfter(today), end: readDay(first.until) ?? addBusinessDays(today, 15) }
      await addTask(context, { content, span, homework: { sheetId, row: first.row } })
      return
    }
}

const isLeftLate = ({ title }: Task) => title === '重点施策の検討'

const recordOf = ({ kind, gate }: Task) =>
  gate ? '策定委員会で了承しました（架空）。' : kind === 'milestone' ? '予定どおり行いました（架空）。' : ''

import { expect, test } from 'vitest'
import { readReminderDays, reminderMail, tasksToRemind } from './reminders.ts'
import type { Task } from './schedule.ts'

const task = (own: Partial<Task>): Task => ({
  id: 'ta_0000000001',
  phaseId: 'ph_0000000001',
  kind: 'task',
  title: '市民意向調査',
  requirement: '',
  gate: undefined,
  ownerUnitId: undefined,
  predecessors: [],
  plannedStart: '2026-04-01',
  plannedEnd: '2026-12-14',
  actualStart: undefined,
  actualEnd: undefined,
  state: 'started',
  stateReason: '',
  output: '',
  takePart: '',
  isPublic: true,
  order: 1,
  revision: 1,
  ...own,
})
const usual = [7, 1, -1]
const remindedOn = (one: Task, today: string, after: string) =>
  tasksToRemind([one], { after, today, reminderDays: usual }).length === 1

test('a week before, the business day before, and the business day after the end', () => {
  const monday = task({ plannedEnd: '2026-12-14' })
  expect(remindedOn(monday, '2026-12-07', '2026-12-06')).toBe(true)
  expect(remindedOn(monday, '2026-12-11', '2026-12-10')).toBe(true) // Friday: the day before is a Sunday
  expect(remindedOn(monday, '2026-12-13', '2026-12-12')).toBe(false)
  expect(remindedOn(monday, '2026-12-15', '2026-12-14')).toBe(true)
  expect(remindedOn(monday, '2026-12-16', '2026-12-15')).toBe(false)
  const friday = task({ plannedEnd: '2026-12-11' })
  expect(remindedOn(friday, '2026-12-14', '2026-12-13')).toBe(true)
})

test('what has ended reminds nobody; a system that stood still says everything once', () => {
  expect(remindedOn(task({ state: 'done' }), '2026-12-07', '2026-12-06')).toBe(false)
  expect(remindedOn(task({}), '2026-12-12', '2026-12-01')).toBe(true)
  expect(remindedOn(task({}), '2026-12-12', '2026-12-11')).toBe(false)
})

test('days are read as people type them; none means no reminders', () => {
  expect(readReminderDays('７、１、−１')).toEqual([7, 1, -1])
  expect(readReminderDays('14日前, 3日前')).toEqual([14, 3])
  expect(readReminderDays('')).toEqual([])
  expect(readReminderDays('来週')).toBeUndefined()
  expect(readReminderDays('100')).toBeUndefined()
})

test('a mail goes to the unit and says what is late before what is near', () => {
  const tasks = [
    task({ title: '近い', plannedEnd: '2026-12-15' }),
    task({ title: '遅い', plannedEnd: '2026-12-11' }),
  ]
  const { subject, text } = reminderMail({
    unit: '企画政策課',
    tasks,
    today: '2026-12-14',
    site: 'https://x.jp',
  })
  expect(subject).toContain('（2件）')
  expect(text.startsWith('企画政策課 御中')).toBe(true)
  expect(text.indexOf('遅い')).toBeLessThan(text.indexOf('近い'))
  expect(text).toContain('https://x.jp/staff/process/tasks/ta_0000000001')
})

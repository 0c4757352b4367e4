import { expect, test } from 'vitest'
import { isBusinessDay } from '#src/lib/japanese/business-days.ts'
import { findCycle } from './predecessors.ts'
import { draftFromEarlier, draftTwoYears } from './template.ts'

const { phases, tasks } = draftTwoYears('2021-04-01')
const named = (key: string) => tasks.find((task) => task.key === key)

/** Source: 第2次つくばみらい市総合計画後期基本計画 策定方針, 6 計画の策定過程. */
test('every numbered step of the two years is there', () => {
  const numbers = tasks.flatMap(({ requirement }) => requirement || []).sort()
  expect(numbers).toEqual([
    ...['1年目(1)①', '1年目(1)②', '1年目(1)③', '1年目(1)④', '1年目(1)⑤'],
    ...['1年目(2)①', '1年目(2)②', '1年目(2)③', '1年目(3)①', '1年目(3)②', '1年目(4)①'],
    ...['2年目(1)①', '2年目(1)②', '2年目(2)①', '2年目(2)②', '2年目(2)③', '2年目(2)④'],
    ...['2年目(3)①', '2年目(3)②', '2年目(3)③'],
  ])
})

test('days are business days of the right fiscal years', () => {
  expect(named('policy')).toMatchObject({
    kind: 'milestone',
    plannedStart: '2021-05-31',
    plannedEnd: '2021-05-31',
  })
  expect(named('survey')).toMatchObject({ plannedStart: '2021-08-02', plannedEnd: '2021-12-28' })
  expect(named('decision')?.plannedEnd).toBe('2023-03-31')
  expect(phases.map(({ fiscalYear }) => fiscalYear)).toEqual([2021, 2021, 2021, 2022, 2022, 2022])
  const days = tasks.flatMap(({ plannedStart, plannedEnd }) => [plannedStart, plannedEnd])
  expect(days.filter((day) => !isBusinessDay(day))).toEqual([])
})

test('no step waits for one that ends after it begins, and none for itself', () => {
  const known = new Map(tasks.map((task) => [task.key, task]))
  const wrong = tasks.flatMap(({ key, kind, plannedStart, plannedEnd, predecessors }) =>
    predecessors
      .filter(
        (one) => (known.get(one)?.plannedEnd ?? '9999') > (kind === 'milestone' ? plannedEnd : plannedStart),
      )
      .map((one) => `${key} waits for ${one}`),
  )
  expect(wrong).toEqual([])
  expect(findCycle(tasks.map(({ key, predecessors }) => ({ id: key, predecessors })))).toBeUndefined()
})

test('a process begun from an earlier one has its steps moved and nothing done', () => {
  const earlier = {
    process: {
      id: 'pp',
      title: '',
      lead: '',
      startsOn: '2021-04-01',
      openedAt: undefined,
      reminderDays: [],
      revision: 1,
    },
    phases: phases.map(({ key, ...phase }) => ({ ...phase, id: key })),
    tasks: tasks.map(({ key, phaseKey, ...task }) => ({
      ...task,
      id: key,
      phaseId: phaseKey,
      revision: 4,
      state: 'done' as const,
      output: '済み',
    })),
  }
  const draft = draftFromEarlier(earlier, '2026-04-01')
  expect(draft.phases[0]?.fiscalYear).toBe(2026)
  expect(draft.tasks.every(({ state, output }) => state === 'not-started' && output === '')).toBe(true)
  expect(draft.tasks.find(({ key }) => key === 'survey')?.plannedStart.slice(0, 7)).toBe('2026-08')
})

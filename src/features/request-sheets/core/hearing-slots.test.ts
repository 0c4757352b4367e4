import { expect, test } from 'vitest'
import { slotsForm, slotTimes } from './hearing-slots.ts'

test('a day is divided into whole slots; a rest that is too short is none', () => {
  expect(slotTimes({ startsAt: '13:00', endsAt: '14:10', minutes: 30 })).toEqual([
    { startsAt: '13:00', endsAt: '13:30' },
    { startsAt: '13:30', endsAt: '14:00' },
  ])
  expect(slotTimes({ startsAt: '14:00', endsAt: '13:00', minutes: 30 })).toEqual([])
})

test('times are read as people write them, and others are told', () => {
  const typed = { heldOn: '令和9年1月20日', startsAt: '９時', endsAt: '13：30', minutes: '３０', place: '' }
  expect(slotsForm.parse(typed)).toMatchObject({
    heldOn: '2027-01-20',
    startsAt: '09:00',
    endsAt: '13:30',
    minutes: 30,
  })
  expect(slotsForm.safeParse({ ...typed, startsAt: '25:00' }).success).toBe(false)
  expect(slotsForm.safeParse({ ...typed, minutes: '5' }).success).toBe(false)
})

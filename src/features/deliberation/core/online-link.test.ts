import { expect, test } from 'vitest'
import { isLinkOpen, lastsFrom, onlineForm } from './online-link.ts'

const meeting = {
  heldOn: '2026-04-20',
  startsAt: '14:00',
  endsAt: '16:00',
  state: 'called' as const,
  onlineUrl: 'https://meet.example.jp/a',
  onlineOpensBefore: 60,
}
const at = (clock: string) => new Date(`2026-04-${clock}+09:00`)

test('residents see the link from an hour before until the end', () => {
  expect(isLinkOpen(meeting, at('20T12:59:59'))).toBe(false)
  expect(isLinkOpen(meeting, at('20T13:00:00'))).toBe(true)
  expect(isLinkOpen({ ...meeting, state: 'held' }, at('20T15:59:59'))).toBe(true)
  expect(isLinkOpen(meeting, at('20T16:00:00'))).toBe(false)
})

test('the link of a cancelled meeting, one in preparation, or one kept for members is never public', () => {
  const during = at('20T14:30:00')
  expect(isLinkOpen({ ...meeting, state: 'cancelled' }, during)).toBe(false)
  expect(isLinkOpen({ ...meeting, state: 'draft' }, during)).toBe(false)
  expect(isLinkOpen({ ...meeting, onlineOpensBefore: undefined }, during)).toBe(false)
  expect(isLinkOpen({ ...meeting, onlineUrl: '' }, during)).toBe(false)
})

test('a meeting past midnight ends on the next day', () => {
  const late = { ...meeting, startsAt: '22:00', endsAt: '00:30' }
  expect(lastsFrom(late).end.toISOString()).toBe('2026-04-20T15:30:00.000Z')
  expect(isLinkOpen(late, at('21T00:15:00'))).toBe(true)
  expect(isLinkOpen(late, at('21T00:30:00'))).toBe(false)
})

test('only an address that is kept from others on its way is taken', () => {
  const read = (onlineUrl: string) =>
    onlineForm.safeParse({ onlineUrl, onlineOpensBefore: '60', onlineReplaceReason: '' }).success
  expect(read('https://meet.example.jp/a')).toBe(true)
  expect(read('')).toBe(true)
  expect(read('http://meet.example.jp/a')).toBe(false)
  expect(read('javascript:alert(1)')).toBe(false)
})

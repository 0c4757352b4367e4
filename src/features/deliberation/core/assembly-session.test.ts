import { expect, test } from 'vitest'
import { type AssemblySession, fallsInto, sessionAhead, sessionForm, sessionOn } from './assembly-session.ts'

const session = (id: string, startsOn: string, endsOn: string): AssemblySession => ({
  id,
  bodyId: 'bo_1',
  kind: 'regular',
  name: id,
  startsOn,
  endsOn,
  revision: 1,
})
const june = session('june', '2026-06-05', '2026-06-25')
const september = session('september', '2026-09-01', '2026-09-24')

test.each([
  ['2026-05-01', '2026-06-04', false],
  ['2026-05-01', '2026-06-05', true],
  ['2026-06-10', '2026-06-11', true],
  ['2026-06-25', '2026-07-31', true],
  ['2026-06-26', '2026-07-31', false],
  ['2026-06-01', '2026-07-01', true],
])('a session has a day in common with %s to %s: %s', (from, to, expected) => {
  expect(fallsInto(june, { from, to })).toBe(expected)
})

test('a day belongs to the session of its own assembly', () => {
  expect(sessionOn([september, june], 'bo_1', '2026-06-25')).toBe(june)
  expect(sessionOn([september, june], 'bo_2', '2026-06-25')).toBeUndefined()
  expect(sessionOn([september, june], 'bo_1', '2026-07-01')).toBeUndefined()
})

test('ahead is the session that goes on, then the next one, in whatever order they are listed', () => {
  expect(sessionAhead([september, june], '2026-06-25')).toBe(june)
  expect(sessionAhead([september, june], '2026-06-26')).toBe(september)
  expect(sessionAhead([june, september], '2026-01-01')).toBe(june)
  expect(sessionAhead([june, september], '2026-12-01')).toBeUndefined()
})

test('a session that closes before it opens is a mistake of the closing day', () => {
  const typed = { bodyId: 'bo_1', kind: 'regular', name: ' 令和8年第2回定例会 ', startsOn: '令和8年6月5日' }
  expect(sessionForm.parse({ ...typed, endsOn: 'R8.6.5' })).toMatchObject({
    name: '令和8年第2回定例会',
    startsOn: '2026-06-05',
    endsOn: '2026-06-05',
  })
  const read = sessionForm.safeParse({ ...typed, endsOn: '2026-06-04' })
  expect(read.error?.issues.map(({ path }) => path)).toEqual([['endsOn']])
})

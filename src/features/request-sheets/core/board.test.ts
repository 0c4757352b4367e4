import { expect, test } from 'vitest'
import { boardOf, coverageOf } from './board.ts'
import type { RequestSheet, SheetState } from './sheets.ts'

let count = 0
const sheet = (state: SheetState, unitId = 'ou_1', dueOn = '2026-06-30'): RequestSheet => ({
  id: `rs_${++count}`,
  roundId: 'rr_1',
  unitId,
  subjectId: undefined,
  subject: '',
  state,
  answers: {},
  remarks: [],
  dueOn,
  revision: 1,
})

test('several sheets are as good as the one that needs most', () => {
  expect(coverageOf([sheet('accepted'), sheet('answered')], '2026-06-01')).toBe('answered')
  expect(coverageOf([sheet('sent'), sheet('returned')], '2026-06-01')).toBe('returned')
  expect(coverageOf([sheet('accepted'), sheet('sent')], '2026-07-01')).toBe('late')
  expect(coverageOf([], '2026-07-01')).toBeUndefined()
})

test('the board says by unit how much is accepted, who is late, and who has it now', () => {
  const sheets = [sheet('accepted'), sheet('answered'), sheet('sent', 'ou_2'), sheet('accepted', 'ou_3')]
  const open = new Map([[sheets[1]?.id ?? '', 2]])
  expect(boardOf(sheets, '2026-07-01', open)).toMatchObject([
    { unitId: 'ou_1', acceptedCount: 1, isLate: false, openComments: 2, holder: '事務局' },
    { unitId: 'ou_2', acceptedCount: 0, isLate: true, openComments: 0, holder: '課' },
    { unitId: 'ou_3', acceptedCount: 1, isLate: false, openComments: 0, holder: '完了' },
  ])
})

import { expect, test } from 'vitest'
import { boardOf, coverageOf, daysLate } from './board.ts'
import { boardBook } from './board-book.ts'
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

test('days late are counted from the deadline, of what the section still has', () => {
  expect(daysLate(sheet('sent'), '2026-06-30')).toBe(0)
  expect(daysLate(sheet('returned'), '2026-07-02')).toBe(2)
  expect(daysLate(sheet('answered'), '2026-07-02')).toBe(0)
})

test('the paper for the committee names the sections that never answered, and lists every sheet', () => {
  const sheets = [
    sheet('accepted'),
    sheet('sent'),
    sheet('sent', 'ou_2'),
    sheet('sent', 'ou_2', '2026-07-10'),
    sheet('returned', 'ou_3'),
  ]
  const round = {
    id: 'rr_1',
    title: '調査票',
    sheetType: 'situation' as const,
    usedFor: '骨子案',
    fields: [],
    dueOn: '2026-06-30',
    sentAt: '2026-06-01T00:00:00.000Z',
    revision: 2,
  }
  const given = {
    round,
    sheets,
    openComments: new Map([[sheets[4]?.id ?? '', 3]]),
    nameOf: (id: string) => id,
  }
  const [bySection, bySheet] = boardBook({ ...given, today: '2026-07-03' })
  expect(bySection?.guidance).toBe('一度も回答していない課（1）：ou_2')
  expect(bySection?.rows).toEqual([
    ['ou_1', 2, 1, 0, 0, 1, 1, 3, 0, '課', 'あり'],
    ['ou_2', 2, 0, 0, 0, 2, 1, 3, 0, '課', '一度もない'],
    ['ou_3', 1, 0, 0, 1, 0, 1, 3, 3, '課', 'あり'],
  ])
  expect(bySheet?.rows.map(([unit, , state, , days]) => [unit, state, days])).toEqual([
    ['ou_1', '受理', 0],
    ['ou_1', '期限超過', 3],
    ['ou_2', '期限超過', 3],
    ['ou_2', '依頼中', 0],
    ['ou_3', '期限超過', 3],
  ])
  const answered = boardBook({ ...given, sheets: sheets.slice(0, 1), today: '2026-07-03' })
  expect(answered[0]?.guidance).toContain('すべての課')
})

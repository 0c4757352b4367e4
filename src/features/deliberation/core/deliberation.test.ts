import { expect, test } from 'vitest'
import { type Membership, seatsOn } from './bodies.ts'
import { viewsIn } from './inquiry.ts'
import { isShortNotice, whenWords } from './meetings.ts'
import { readPaperFile } from './paper-file.ts'
import { checkQuorum, countVotes, decisionProblem } from './rules-of-order.ts'
import { publishedMinutes } from './speakers.ts'

test('half of seven is four, more than half of eight is five', () => {
  expect(checkQuorum('half', 7, 3).isMet).toBe(false)
  expect(checkQuorum('half', 7, 4).isMet).toBe(true)
  expect(checkQuorum('half', 8, 4).isMet).toBe(true)
  expect(checkQuorum('majority', 8, 4).isMet).toBe(false)
  expect(checkQuorum('majority', 8, 5).isMet).toBe(true)
})

test('a body without members decides nothing', () => {
  expect(checkQuorum('none', 0, 0).isMet).toBe(false)
})

test('an abstention counts against, for the base is those present', () => {
  expect(countVotes('majority', 10, { for: 5, against: 2 })).toBe('rejected')
  expect(countVotes('majority', 10, { for: 6, against: 2 })).toBe('carried')
})

test('on a tie the chair decides, and without the chair the question stays open', () => {
  expect(countVotes('majority', 10, { for: 5, against: 5 })).toBe('tie')
  expect(countVotes('majority', 10, { for: 5, against: 5, chairCasts: 'for' })).toBe('carried')
  expect(countVotes('majority', 10, { for: 5, against: 5, chairCasts: 'against' })).toBe('rejected')
})

test('two thirds of nine are six; more votes than people are none', () => {
  expect(countVotes('two-thirds', 9, { for: 6, against: 3 })).toBe('carried')
  expect(countVotes('two-thirds', 9, { for: 5, against: 1 })).toBe('rejected')
  expect(() => countVotes('majority', 3, { for: 3, against: 1 })).toThrow(RangeError)
})

const member = (own: Partial<Membership>): Membership => ({
  id: '',
  bodyId: '',
  name: '見本 太郎',
  affiliation: '',
  category: '公募の市民',
  office: '',
  appointedBy: '',
  validFrom: '2025-04-01',
  validTo: undefined,
  leavingReason: '',
  order: 1,
  revision: 1,
  ...own,
})

test('a seat is free again on the day after the term', () => {
  const seats = { seats: [{ category: '公募の市民', count: 2 }] }
  const members = [member({}), member({ validTo: '2026-03-31' })]
  expect(seatsOn(seats, members, '2026-03-31')[0]).toMatchObject({ taken: 2, open: 0 })
  expect(seatsOn(seats, members, '2026-04-01')[0]).toMatchObject({ taken: 1, open: 1 })
})

const speakers = [
  { name: '架空 花子', office: '会長' },
  { name: '見本 太郎', office: '' },
  { name: '見本 太郎次', office: '' },
]

test('by the rule of letters no name is left, in whatever way it is written', () => {
  const text = '架空花子会長：始めます。\n見本　太郎委員：賛成です。\n見本太郎次：太郎さんに賛成です。'
  expect(publishedMinutes(text, 'letters', speakers)).toBe(
    '会長：始めます。\n委員B：賛成です。\n委員C：太郎さんに賛成です。',
  )
  expect(publishedMinutes(text, 'names', speakers)).toBe(text)
})

test('notice of less than seven days owes a reason', () => {
  expect(isShortNotice('2026-12-08', '2026-12-01')).toBe(false)
  expect(isShortNotice('2026-12-07', '2026-12-01')).toBe(true)
})

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

test('a paper is what its content says, not its name', () => {
  expect(readPaperFile(bytes('%PDF-1.7 …'), '資料1.pdf')).toMatchObject({ extension: 'pdf' })
  expect(readPaperFile(bytes('%PDF-1.7 …'), '資料1.docx')).toMatchObject({
    problem: expect.stringContaining('PDF'),
  })
  expect(readPaperFile(bytes('<script>'), '資料.pdf')).toMatchObject({
    problem: expect.stringContaining('載せられる'),
  })
  const macro = 'PK\u0003\u0004[Content_Types].xml word/document.xml word/vbaProject.bin'
  expect(readPaperFile(bytes(macro), '資料.docx')).toMatchObject({
    problem: expect.stringContaining('マクロ'),
  })
  expect(readPaperFile(new Uint8Array(), '資料.pdf')).toMatchObject({ problem: 'ファイルを選んでください' })
})

test('attached views are read one a line, without the numbers people put before them', () => {
  expect(viewsIn('1. 広報に努めること\n（２）財源を示すこと\n\n③ 進行管理')).toEqual([
    '広報に努めること',
    '財源を示すこと',
    '進行管理',
  ])
})

test('what is recorded as decided has to be what the votes carry by the rule of the body', () => {
  const counted = (votesFor: number, votesAgainst: number, kind = 'approved') => ({
    kind,
    votesFor,
    votesAgainst,
  })
  expect(decisionProblem('majority', 7, counted(4, 3))).toBeUndefined()
  expect(decisionProblem('majority', 7, counted(3, 2))).toContain('可決になりません')
  expect(decisionProblem('majority', 7, counted(4, 3, 'rejected'))).toContain('否決になりません')
  expect(decisionProblem('two-thirds', 6, counted(4, 2))).toBeUndefined()
  expect(decisionProblem('two-thirds', 7, counted(4, 3))).toContain('可決になりません')
  expect(decisionProblem('majority', 7, counted(3, 3))).toContain('可否同数')
  expect(decisionProblem('majority', 7, { ...counted(3, 3), chairCasts: 'for' })).toBeUndefined()
  expect(decisionProblem('majority', 7, { ...counted(3, 3), chairCasts: 'against' })).toContain('可決')
  expect(decisionProblem('consensus', 7, counted(1, 6))).toBeUndefined()
  expect(decisionProblem('majority', 7, counted(1, 6, 'continued'))).toBeUndefined()
})

test('a meeting past midnight says that it ends on the next day', () => {
  const late = { heldOn: '2026-12-14', startsAt: '22:00', endsAt: '00:30' }
  expect(whenWords(late)).toBe('令和8年12月14日（月）22時〜翌日の0時30分')
})

import { expect, test } from 'vitest'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import {
  approvalStepsOf,
  type CaseSheet,
  caseSheet,
  closedWords,
  contactsKeptUntil,
  daysOf,
  dayWithWeekday,
  lateReasonOf,
  sheetProblems,
  sheetWarnings,
  takesWebComments,
} from './case.ts'
import { classesIn, replyProblems } from './classes.ts'
import { type ClassLine, classesOfLines, classProblems } from './edit-classes.ts'
import { firstClassLists } from './first-class-lists.ts'
import { type ResultTable, resultRows, resultTable, sumChecks, sumProblems } from './result.ts'

const sheet: CaseSheet = {
  title: '素案への意見募集',
  purpose: '素案がまとまりました。',
  easyPurpose: '',
  office: '企画政策課',
  papers: '',
  versionId: 've_0000000000',
  opensOn: '2026-11-02',
  closesOn: '2026-12-01',
  minimumDays: '30',
  shortReason: '',
  deadlineRule: 'arrival',
  whoMay: '市内に住む人',
  identity: 'required',
  places: '伊奈庁舎',
  ways: '郵送',
  contact: '企画政策課',
  resultDueOn: '2027-01-20',
  contactYears: '1',
  approvalSteps: '',
  classSet: 'standard',
}

test('both ends of a period count', () => {
  expect(daysOf(sheet)).toBe(30)
  expect(sheetProblems(sheet)).toEqual({})
})

test('a shorter period asks for a reason, and is warned of even with one', () => {
  const short = { ...sheet, closesOn: '2026-11-21' }
  expect(sheetProblems(short)).toHaveProperty('shortReason')
  expect(sheetProblems({ ...short, shortReason: '議会の日程のため' })).toEqual({})
  expect(sheetWarnings({ ...short, shortReason: 'x' })).toContainEqual(expect.stringContaining('20日'))
  expect(sheetProblems({ ...sheet, closesOn: '2026-10-01' })).toHaveProperty('closesOn')
})

test('a holiday at either end is named, and so is a weekend and the turn of the year', () => {
  expect(sheetWarnings({ ...sheet, opensOn: '2026-11-03' })).toContainEqual(
    expect.stringContaining('始まりの日が祝日（文化の日）です'),
  )
  expect(closedWords('2026-11-02')).toBeUndefined()
  expect(closedWords('2026-11-01')).toBe('日曜日')
  expect(closedWords('2026-12-30')).toBe('年末年始の休みの日')
  expect(dayWithWeekday('2026-11-03')).toBe('令和8年11月3日（火・文化の日）')
})

test('the approvals of a case are lines, each once, and one where none is written', () => {
  expect(approvalStepsOf({ approvalSteps: ' 課長\r\n\n部長 ' })).toEqual(['課長', '部長'])
  expect(approvalStepsOf({ approvalSteps: ' \n' })).toEqual(['承認'])
  const problemOf = (approvalSteps: string) =>
    caseSheet.shape.approvalSteps.safeParse(approvalSteps).error?.issues.map(({ message }) => message)
  expect(problemOf('課長\n課長')).toEqual(['承認の順に、同じ名前が2つあります'])
  expect(problemOf('1\n2\n3\n4\n5\n6')).toEqual(['承認の順は、5行までで書いてください'])
  expect(problemOf('課長\n部長')).toBeUndefined()
})

test('a form without days is told so in Japanese', () => {
  const read = caseSheet.safeParse({ ...sheet, opensOn: 'あした' })
  expect(read.error?.issues[0]?.message).toContain('始まりの日は')
})

test('the last day ends in Tokyo, and an hour later for whoever is still writing', () => {
  const standing = { sheet, openedAt: '2026-11-01T00:00:00.000Z', publishedAt: undefined }
  const at = (instant: string) => takesWebComments(standing, new Date(instant), tokyoDay)
  expect(at('2026-11-01T14:59:59Z')).toBe(false)
  expect(at('2026-11-01T15:00:00Z')).toBe(true)
  expect(at('2026-12-01T14:59:59Z')).toBe(true)
  expect(at('2026-12-01T15:30:00Z')).toBe(true)
  expect(at('2026-12-01T16:00:00Z')).toBe(false)
})

test('late post is late by the rule of the case', () => {
  const late = { receivedOn: '2026-12-03', postmarkOn: '2026-12-01' }
  expect(lateReasonOf(sheet, late)).toContain('必着')
  expect(lateReasonOf({ ...sheet, deadlineRule: 'postmark' }, late)).toBe('')
})

test('contact data are kept from the result, or from the end of a period that had none', () => {
  expect(contactsKeptUntil({ sheet, publishedOn: undefined })).toBe('2027-12-01')
  expect(contactsKeptUntil({ sheet, publishedOn: '2027-01-20' })).toBe('2028-01-20')
  expect(contactsKeptUntil({ sheet: { ...sheet, contactYears: '3' }, publishedOn: undefined })).toBe(
    '2029-12-01',
  )
  expect(contactsKeptUntil({ sheet: { ...sheet, contactYears: '3' }, publishedOn: '2028-02-29' })).toBe(
    '2031-02-28',
  )
})

test('a result that comes after the day of contact data does not bring them back', () => {
  expect(contactsKeptUntil({ sheet, publishedOn: '2027-12-01' })).toBe('2028-12-01')
  expect(contactsKeptUntil({ sheet, publishedOn: '2027-12-02' })).toBe('2027-12-01')
})

const reply = { classKey: '', text: '直します。', reason: '', changes: [] }

test('an answer says what its class asks: a reason, or the change with both texts', () => {
  const classes = classesIn(firstClassLists, 'standard')
  expect(Object.keys(replyProblems({ ...reply, classKey: 'adopted' }, classes))).toEqual(['planRef-0'])
  expect(Object.keys(replyProblems({ ...reply, classKey: 'declined' }, classes))).toEqual(['reason'])
  expect(replyProblems({ ...reply, classKey: 'covered' }, classes)).toEqual({})
  expect(replyProblems({ ...reply, classKey: 'A' }, classes)).toHaveProperty('classKey')
  const change = { planRef: 'me_1', before: '旧', after: '新' }
  const problemsOf = (...changes: (typeof change)[]) =>
    Object.keys(replyProblems({ ...reply, classKey: 'adopted', changes }, classes))
  expect(problemsOf(change, { ...change, planRef: 'me_2' })).toEqual([])
  expect(problemsOf({ ...change, after: '旧' })).toEqual(['after-0'])
  expect(problemsOf(change, { planRef: '', before: '旧', after: '' })).toEqual(['planRef-1', 'after-1'])
  expect(problemsOf(change, change)).toEqual(['planRef-1'])
})

test('every class list has a class for what is changed and one for what is not', () => {
  expect(firstClassLists).toHaveLength(7)
  for (const { classes } of firstClassLists) {
    expect(classes.some(({ disposition }) => disposition === 'adopted')).toBe(true)
    expect(classes.some(({ disposition }) => disposition !== 'adopted')).toBe(true)
    expect(new Set(classes.map(({ key }) => key)).size).toBe(classes.length)
  }
})

test('sums that do not agree are said', () => {
  const table = {
    submissions: 2,
    opinions: 3,
    byMethod: [{ method: '郵送', submissions: 1 }],
    byClass: [],
    byItem: [{ label: '計画全体', opinions: 1 }],
    rows: [],
  }
  expect(sumProblems(table as unknown as ResultTable)).toHaveLength(4)
  expect(resultRows(table as unknown as ResultTable)).toHaveLength(1)
})

test('a result of before, with one change in its row, reads as one with a list of changes', () => {
  const former = {
    number: 1,
    opinionIds: [],
    aboutRef: '',
    about: '計画全体',
    texts: [],
    summary: '',
    opinions: 1,
    classKey: 'adopted',
    classLabel: '反映',
    disposition: 'adopted',
    reply: '直します。',
    reason: '',
    planLabel: '1-1 子育て',
  }
  const counts = { submitters: 1, submissions: 1, opinions: 1, changed: 1, withheld: 0, wordless: 0, late: 0 }
  const read = resultTable.parse({
    ...counts,
    caseId: 'cc_0000000001',
    publishedOn: '2026-05-01',
    byMethod: [{ method: '郵送', submissions: 1 }],
    byClass: [{ label: '反映', opinions: 1 }],
    rows: [
      { ...former, planRef: 'me_0000000001', before: '旧', after: '新' },
      { ...former, planRef: '', before: '', after: '' },
    ],
  })
  expect(read.rows.map(({ changes }) => changes)).toEqual([
    [{ ref: 'me_0000000001', label: '1-1 子育て', before: '旧', after: '新' }],
    [],
  ])
  expect(sumChecks({ ...read, rows: read.rows.slice(1) }).map(({ label }) => label)).not.toContain(
    '出し方ごとの人数の計と、提出した人',
  )
})

test('what residents wrote runs as no formula in the table of the result', () => {
  const row = {
    number: 1,
    opinionIds: [],
    aboutRef: '',
    about: '計画全体',
    texts: ['=HYPERLINK("http://evil.example")'],
    summary: '@SUM(1)',
    opinions: 1,
    classKey: 'covered',
    classLabel: '趣旨を含む',
    disposition: 'already-covered' as const,
    reply: '-1',
    reason: '',
    changes: [],
    links: [],
    office: '',
  }
  const csv = writeCsv(resultRows({ rows: [row] } as unknown as ResultTable))
  expect(csv).not.toMatch(/(^|[,\n"])[=@-](HYPERLINK|SUM|1)/)
})

const standard = firstClassLists[0] ?? { key: '', label: '', classes: [], revision: 0 }
const lines: ClassLine[] = standard.classes.map((one, at) => ({ ...one, order: String(at + 1) }))

test('a city renames, adds and orders its classes; each stands for one of the seven', () => {
  const changed = lines.map((line) =>
    line.key === 'adopted' ? { ...line, label: '案を直した', order: '99' } : line,
  )
  const added = { key: '', label: '国に伝える', disposition: 'for-reference', order: '1' }
  expect(classProblems(standard, [...changed, added], new Set(['adopted']))).toEqual({})
  const classes = classesOfLines([...changed, added], () => 'cl_0000000001')
  expect(classes.at(-1)).toEqual({ key: 'adopted', label: '案を直した', disposition: 'adopted' })
  expect(classes[0]).toEqual({ key: 'cl_0000000001', label: '国に伝える', disposition: 'for-reference' })
  const blank = classProblems(standard, [...lines, { ...added, disposition: '' }], new Set())
  expect(blank).toHaveProperty('label-7')
  expect(
    classProblems(standard, [...lines, { ...added, label: lines[0]?.label ?? '' }], new Set()),
  ).toHaveProperty('classes')
})

test('a class in use is not taken out and goes on standing for the same', () => {
  const without = lines.map((line) => (line.key === 'declined' ? { ...line, label: '' } : line))
  expect(classProblems(standard, without, new Set())).toEqual({})
  expect(classProblems(standard, without, new Set(['declined']))).toHaveProperty('label-4')
  const other = lines.map((line) =>
    line.key === 'declined' ? { ...line, disposition: 'for-reference' } : line,
  )
  expect(classProblems(standard, other, new Set(['declined']))).toHaveProperty('label-4')
})

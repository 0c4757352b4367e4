import { expect, test } from 'vitest'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import {
  type CaseSheet,
  caseSheet,
  contactsKeptUntil,
  daysOf,
  lateReasonOf,
  sheetProblems,
  sheetWarnings,
  takesWebComments,
} from './case.ts'
import { classesOf, classSets, replyProblems } from './classes.ts'
import { type ResultTable, resultRows, sumProblems } from './result.ts'

const sheet: CaseSheet = {
  title: '素案への意見募集',
  purpose: '素案がまとまりました。',
  easyPurpose: '',
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

const reply = { classKey: '', text: '直します。', reason: '', planRef: '', before: '', after: '' }

test('an answer says what its class asks: a reason, or the change with both texts', () => {
  const classes = classesOf('standard')
  expect(Object.keys(replyProblems({ ...reply, classKey: 'adopted' }, classes))).toEqual([
    'planRef',
    'before',
    'after',
  ])
  expect(Object.keys(replyProblems({ ...reply, classKey: 'declined' }, classes))).toEqual(['reason'])
  expect(replyProblems({ ...reply, classKey: 'covered' }, classes)).toEqual({})
  expect(replyProblems({ ...reply, classKey: 'A' }, classes)).toHaveProperty('classKey')
  const same = { ...reply, classKey: 'adopted', planRef: 'me_1', before: '同じ', after: '同じ' }
  expect(replyProblems(same, classes)).toHaveProperty('after')
})

test('every class list has a class for what is changed and one for what is not', () => {
  expect(Object.keys(classSets)).toHaveLength(7)
  for (const { classes } of Object.values(classSets)) {
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
    planRef: '',
    planLabel: '',
    before: '',
    after: '',
  }
  const csv = writeCsv(resultRows({ rows: [row] } as unknown as ResultTable))
  expect(csv).not.toMatch(/(^|[,\n"])[=@-](HYPERLINK|SUM|1)/)
})

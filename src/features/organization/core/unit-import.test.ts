import { expect, test } from 'vitest'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { planUnitImport, unitTable } from './unit-import.ts'
import type { OrganizationUnit } from './units.ts'

const today = '2026-04-01'
const unit = (id: string, name: string, rest: Partial<OrganizationUnit> = {}): OrganizationUnit => ({
  id,
  name,
  kind: 'section',
  parentId: null,
  order: 1,
  validFrom: '2010-04-01',
  validTo: undefined,
  successors: [],
  revision: 1,
  ...rest,
})
const department = unit('ou_1', '総務部', { kind: 'department' })
const head = '名前,種類,上の組織,設置の日'
const plan = (lines: string, known: OrganizationUnit[] = []) =>
  planUnitImport(`${head}\r\n${lines}`, known, today)

test('new units are added, with the unit above anywhere in the file or already there', () => {
  const { units, reports, findings } = plan(
    '財政課,課,総務部,2020/4/1\n福祉部,部,,H22.4.1\n福祉課,課,福祉部,2010-04-01',
    [department],
  )
  expect(findings).toEqual([])
  expect(units.map(({ id, isNew, content }) => [id, isNew, content.parentId, content.validFrom])).toEqual([
    ['line:2', true, 'ou_1', '2020-04-01'],
    ['line:3', true, null, '2010-04-01'],
    ['line:4', true, 'line:3', '2010-04-01'],
  ])
  expect(reports[0]).toEqual({
    line: 2,
    act: 'add',
    subject: '課「財政課」',
    details: ['名前：財政課', '種類：課', '上の組織：総務部', '設置の日：2020-04-01'],
  })
})

test('a known unit is changed only in what differs', () => {
  const section = unit('ou_2', '財政課', { parentId: 'ou_1' })
  expect(plan('財政課,課,総務部,2010-04-01', [department, section])).toMatchObject({
    units: [],
    reports: [{ act: 'same', details: [] }],
  })
  const { units, reports } = plan('財政課,室,,2010-04-01', [department, section])
  expect(units).toMatchObject([{ id: 'ou_2', isNew: false, content: { kind: 'office', parentId: null } }])
  expect(reports[0]?.details).toEqual(['種類：課 → 室', '上の組織：総務部 → （空）'])
})

test('by its ID a unit is known under another name', () => {
  const csv = '名前,種類,上の組織,設置の日,ID\n財務課,課,,2010-04-01,ou_2\n'
  expect(planUnitImport(csv, [unit('ou_2', '財政課')], today)).toMatchObject({
    reports: [{ act: 'change', details: ['名前：財政課 → 財務課'] }],
  })
  expect(planUnitImport(csv, [], today).findings).toMatchObject([{ line: 2, column: 'ID', value: 'ou_2' }])
})

test('every mistake is told with line, column and value, and nothing would be changed', () => {
  const { units, reports, findings } = plan(
    [
      '財政課,課,,2020-04-01',
      ',課,,2020-04-01',
      '税務課,グループ,,令和9年',
      '収納課,課,税務部,2020-04-01',
    ].join('\n'),
  )
  expect(units).toEqual([])
  expect(reports).toEqual([])
  expect(findings.map(({ line, column, value }) => [line, column, value])).toEqual([
    [3, '名前', ''],
    [4, '種類', 'グループ'],
    [4, '設置の日', '令和9年'],
    [5, '上の組織', '税務部'],
  ])
})

test('circles, twins and doubled lines are refused', () => {
  const columns = (lines: string) => plan(lines).findings.map(({ line, column }) => [line, column])
  expect(columns('甲,部,乙,2020-04-01\n乙,部,甲,2020-04-01')).toEqual([
    [2, '上の組織'],
    [3, '上の組織'],
  ])
  expect(columns('甲,部,,2020-04-01\n甲,課,,2021-04-01')).toEqual([
    [2, '名前'],
    [3, '名前'],
  ])
  expect(plan('甲,部,,2010-04-01\n甲,部,,2010-04-01', [unit('ou_1', '甲')]).findings).toMatchObject([
    { line: 3 },
  ])
})

test('a name that occurs twice is told apart by the unit above', () => {
  const known = [
    department,
    unit('ou_2', '福祉部', { kind: 'department' }),
    unit('ou_3', '庶務課', { parentId: 'ou_1' }),
    unit('ou_4', '庶務課', { parentId: 'ou_2' }),
  ]
  expect(plan('第一係,係,庶務課,2020-04-01', known).findings[0]?.problem).toContain('「総務部／庶務課」')
  expect(plan('第一係,係,福祉部／庶務課,2020-04-01', known).units).toMatchObject([
    { content: { parentId: 'ou_4' } },
  ])
})

test('a table that was written out changes nothing when it is read again', () => {
  const known = [
    unit('ou_1', '民生部', {
      kind: 'department',
      validTo: '2026-03-31',
      successors: [{ unitId: 'ou_2', scope: 'all' }],
    }),
    unit('ou_2', '福祉部', { kind: 'department', validFrom: today }),
    unit('ou_3', '庶務課', { parentId: 'ou_1' }),
    unit('ou_4', '総務部', { kind: 'department', order: 2 }),
    unit('ou_5', '庶務課', { parentId: 'ou_4', order: 3 }),
    unit('ou_6', '第一係', { kind: 'subsection', parentId: 'ou_5', order: 4, validTo: '2027-03-31' }),
  ]
  const { reports, findings, units } = planUnitImport(writeCsv(unitTable(known, today)), known, today)
  expect(findings).toEqual([])
  expect(reports.map(({ act }) => act)).toEqual(['same', 'same', 'same', 'same', 'same'])
  expect(units).toEqual([])
})

test('a file without headings, without lines, or with My Numbers is refused as a whole', () => {
  expect(planUnitImport('財政課,課\n', [], today).findings.map(({ column }) => column)).toEqual([
    '名前',
    '種類',
    '上の組織',
    '設置の日',
  ])
  expect(planUnitImport('', [], today).findings[0]?.problem).toContain('空')
  expect(plan('\n,,,\n').findings[0]?.problem).toContain('行がありません')
  expect(planUnitImport(`${head},個人番号\n甲,課,,2020-04-01,\n`, [], today).findings[0]?.problem).toContain(
    '個人番号',
  )
  expect(planUnitImport(`${head},備考\n甲,課,,2020-04-01,x\n`, [], today)).toMatchObject({
    findings: [],
    ignored: ['備考'],
  })
})

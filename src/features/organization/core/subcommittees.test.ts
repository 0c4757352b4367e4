import { expect, test } from 'vitest'
import {
  assignmentForm,
  fieldOf,
  fieldsOfBodies,
  isAssignedTwice,
  type SubcommitteeAssignment,
  unitsWithin,
} from './subcommittees.ts'
import type { OrganizationUnit } from './units.ts'

const day = '2026-04-01'
const unit = (id: string, rest: Partial<OrganizationUnit> = {}): OrganizationUnit => ({
  id,
  name: id,
  kind: 'section',
  parentId: null,
  order: 1,
  validFrom: '2010-04-01',
  validTo: undefined,
  successors: [],
  revision: 1,
  ...rest,
})
const ended = (id: string, ...heirs: string[]) =>
  unit(id, { validTo: '2025-03-31', successors: heirs.map((unitId) => ({ unitId, scope: 'all' })) })
const units = [
  unit('健康部', { kind: 'department' }),
  unit('健康課', { parentId: '健康部' }),
  unit('母子係', { kind: 'subsection', parentId: '健康課' }),
  ended('保健課', '健康課'),
  unit('道路課'),
  ended('土木課', '道路課', '河川課'),
  unit('河川課'),
]
const assigned = (
  bodyId: string,
  kind: SubcommitteeAssignment['kind'],
  subjectId: string,
  rest: Partial<SubcommitteeAssignment> = {},
): SubcommitteeAssignment => ({
  id: `${bodyId} ${subjectId}`,
  bodyId,
  kind,
  subjectId,
  validFrom: '2026-01-01',
  validTo: undefined,
  revision: 1,
  ...rest,
})

test('a department is assigned with all below it, and with the units whose work these took over', () => {
  expect([...unitsWithin(units, ['健康部'], day)].sort()).toEqual(
    ['健康部', '健康課', '母子係', '保健課'].sort(),
  )
})

test('a unit that was renamed goes on under its heir; of a split one nothing follows by itself', () => {
  expect(unitsWithin(units, ['保健課'], day).has('健康課')).toBe(true)
  expect([...unitsWithin(units, ['土木課'], day)]).toEqual(['土木課'])
  expect([...unitsWithin(units, ['道路課'], day)]).toEqual(['道路課'])
})

test('a field is what the own subcommittees answer for today, and nothing of another', () => {
  const assignments = [
    assigned('第1部会', 'person', '部子'),
    assigned('第1部会', 'unit', '道路課'),
    assigned('第1部会', 'policy', 'まち'),
    assigned('第1部会', 'policy', '昔', { validTo: '2026-03-31' }),
    assigned('第2部会', 'unit', '健康課'),
    assigned('第2部会', 'person', '部子', { validFrom: '2026-04-02' }),
  ]
  const field = fieldOf(assignments, { units, personId: '部子', day })
  expect([...field.unitIds]).toEqual(['道路課'])
  expect([...field.policyIds]).toEqual(['まち'])
  const tomorrow = fieldOf(assignments, { units, personId: '部子', day: '2026-04-02' })
  expect(tomorrow.unitIds.has('健康課')).toBe(true)
  expect(fieldOf(assignments, { units, personId: undefined, day }).unitIds.size).toBe(0)
})

test('the same assignment at the same time is one too many; after the first has ended it is not', () => {
  const first = assigned('第1部会', 'unit', '道路課', { validTo: '2026-03-31' })
  expect(isAssignedTwice([first], { ...first, validFrom: '2026-03-31', validTo: undefined })).toBe(true)
  expect(isAssignedTwice([first], { ...first, validFrom: '2026-04-01', validTo: undefined })).toBe(false)
  expect(isAssignedTwice([first], { ...first, bodyId: '第2部会' })).toBe(false)
})

test('an assignment needs something from the list and days in their order', () => {
  const typed = { kind: 'unit', subjectId: 'x', validFrom: '令和8年4月1日', validTo: '' }
  expect(assignmentForm.parse(typed)).toMatchObject({ validFrom: '2026-04-01', validTo: undefined })
  for (const wrong of [{ subjectId: '' }, { validFrom: '春' }, { validTo: '2026-03-31' }, { kind: 'body' }])
    expect(assignmentForm.safeParse({ ...typed, ...wrong }).success).toBe(false)
})

test('the fields of all subcommittees on a day name policies and units, and nobody', () => {
  const assignments = [
    assigned('福祉', 'policy', '政策2'),
    assigned('福祉', 'unit', '健康部'),
    assigned('福祉', 'person', '見本 太郎'),
    assigned('福祉', 'policy', '政策3', { validTo: '2026-03-31' }),
    assigned('建設', 'unit', '土木課'),
    assigned('教育', 'person', '見本 次郎'),
  ]
  expect(fieldsOfBodies(assignments, { units, day })).toEqual([
    { bodyId: '福祉', policyIds: ['政策2'], unitNames: ['健康部'] },
    { bodyId: '建設', policyIds: [], unitNames: ['土木課（現在：道路課・河川課）'] },
  ])
})

import { expect, test } from 'vitest'
import { flattened, parentsOn, type UnitNode, unitPath, unitTree } from './unit-tree.ts'
import type { OrganizationUnit } from './units.ts'

const unit = (
  id: string,
  parentId: string | null,
  rest: Partial<OrganizationUnit> = {},
): OrganizationUnit => ({
  id,
  name: id,
  kind: 'section',
  parentId,
  order: 1,
  validFrom: '2010-04-01',
  validTo: undefined,
  successors: [],
  revision: 1,
  ...rest,
})
const to = (...ids: string[]) => ids.map((unitId) => ({ unitId, scope: 'all' }))
const shape = (nodes: readonly UnitNode[]): unknown[] =>
  nodes.map(({ unit: { id }, children }) => (children.length > 0 ? [id, ...shape(children)] : id))

const renamed = [
  unit('民生部', null, { validTo: '2026-03-31', successors: to('福祉部') }),
  unit('福祉部', null, { validFrom: '2026-04-01' }),
  unit('こども課', '民生部', { order: 2 }),
  unit('福祉課', '民生部'),
  unit('保険課', '福祉部', { order: 3 }),
]

test('sections of a renamed department stand below the one of the day', () => {
  expect(shape(unitTree(renamed, '2026-03-31'))).toEqual([['民生部', '福祉課', 'こども課', '保険課']])
  expect(shape(unitTree(renamed, '2026-04-01'))).toEqual([['福祉部', '福祉課', 'こども課', '保険課']])
})

test('sections of a department that was split or abolished stand at the top until somebody places them', () => {
  for (const successors of [to('a', 'b'), []]) {
    const units = [
      unit('部', null, { validTo: '2026-03-31', successors }),
      unit('a', null, { order: 2 }),
      unit('b', null, { order: 3 }),
      unit('課', '部'),
    ]
    const [first] = unitTree(units, '2026-04-01')
    expect(first).toMatchObject({ unit: { id: '課' }, isHomeless: true })
    expect(unitTree(units, '2026-03-31').some(({ isHomeless }) => isHomeless)).toBe(false)
  }
})

test('a unit at the top is not homeless', () => {
  expect(unitTree([unit('部', null)], '2026-04-01')[0]?.isHomeless).toBe(false)
})

test('no unit is lost, whatever stands above it: itself, a circle, or nothing known', () => {
  const units = [unit('a', 'a'), unit('b', 'c'), unit('c', 'b'), unit('d', 'gone'), unit('e', 'c')]
  expect(
    flattened(unitTree(units, '2026-04-01'))
      .map((row) => row.unit.id)
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a department absorbed by its own section leaves the section at the top', () => {
  const units = [unit('部', null, { validTo: '2026-03-31', successors: to('課') }), unit('課', '部')]
  expect(parentsOn(units, '2026-04-01')(units[1] as OrganizationUnit)).toBeUndefined()
})

test('the path to a unit names those above it that day', () => {
  const section = renamed.find(({ id }) => id === 'こども課') as OrganizationUnit
  expect(unitPath(renamed, section, '2026-03-31')).toBe('民生部／こども課')
  expect(unitPath(renamed, section, '2026-04-01')).toBe('福祉部／こども課')
})

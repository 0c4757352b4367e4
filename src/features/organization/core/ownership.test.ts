import { expect, test } from 'vitest'
import { isWithoutOwner, unitsOwnedBy } from './ownership.ts'
import type { OrganizationUnit } from './units.ts'

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
  unit(id, { validTo: '2026-03-31', successors: heirs.map((unitId) => ({ unitId, scope: 'all' })) })
const before = '2026-03-31'
const after = '2026-04-01'
const owned = (units: OrganizationUnit[], id: string, day: string) => [...unitsOwnedBy(units, id, day)].sort()

test('a unit owns what is its own and, from the day on, what the unit it took over from owned', () => {
  const units = [
    ended('こども課', 'こども未来課'),
    unit('こども未来課', { validFrom: after }),
    unit('道路課'),
  ]
  expect(owned(units, 'こども未来課', before)).toEqual(['こども未来課'])
  expect(owned(units, 'こども未来課', after)).toEqual(['こども未来課', 'こども課'].sort())
  expect(owned(units, '道路課', after)).toEqual(['道路課'])
  expect(isWithoutOwner(units, 'こども課', after)).toBe(false)
})

test('who still belongs to the former unit has what it owned, and nothing of the new one', () => {
  const units = [ended('こども課', 'こども未来課'), unit('こども未来課', { validFrom: after })]
  expect(owned(units, 'こども課', after)).toEqual(['こども課'])
})

test('a merger gathers what all the former ones owned, over several reorganizations', () => {
  const units = [
    unit('農林課', { validTo: '2020-03-31', successors: [{ unitId: '農政課', scope: 'all' }] }),
    ended('農政課', '産業課'),
    ended('商工課', '産業課'),
    unit('産業課'),
  ]
  expect(owned(units, '産業課', before)).toEqual(['産業課'])
  expect(owned(units, '産業課', after)).toEqual(['農林課', '農政課', '商工課', '産業課'].sort())
})

test('what a unit owned that was split or abolished belongs to nobody until a person decides it', () => {
  const units = [ended('土木課', '道路課', '河川課'), unit('道路課'), unit('河川課'), ended('支所')]
  expect(owned(units, '道路課', after)).toEqual(['道路課'])
  expect(owned(units, '河川課', after)).toEqual(['河川課'])
  expect(isWithoutOwner(units, '土木課', after)).toBe(true)
  expect(isWithoutOwner(units, '支所', after)).toBe(true)
  expect(isWithoutOwner(units, '土木課', before)).toBe(false)
  expect(isWithoutOwner(units, 'unknown', after)).toBe(false)
})

test('a unit in force owns alone: however three units pass on their work, no two of them own the same', () => {
  const names = ['a', 'b', 'c']
  for (let drawn = 0; drawn < 2 ** (names.length + names.length ** 2); drawn++) {
    const isDrawn = (bit: number) => ((drawn >> bit) & 1) === 1
    const units = names.map((id, at) => {
      const heirs = names.filter((_, to) => isDrawn(names.length + at * names.length + to))
      return isDrawn(at) ? ended(id, ...heirs) : unit(id)
    })
    const inForce = units.filter(({ validTo }) => validTo === undefined)
    const all = inForce.flatMap(({ id }) => owned(units, id, after))
    const orphans = names.filter((id) => isWithoutOwner(units, id, after))
    expect([...all, ...orphans].sort()).toEqual(names)
  }
})

import { expect, test } from 'vitest'
import { currentUnitOf, predecessorsOf, successorsOf, unitNameOn } from './succession.ts'
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
const ended = (id: string, validTo: string, ...to: (string | [string, string])[]) =>
  unit(id, {
    validTo,
    successors: to.map((one) =>
      typeof one === 'string' ? { unitId: one, scope: 'all' } : { unitId: one[0], scope: one[1] },
    ),
  })
const begun = (id: string, validFrom: string) => unit(id, { validFrom })
const heirs = (units: OrganizationUnit[], id: string, day: string) =>
  successorsOf(units, id, day).map((heir) => [heir.unit.id, heir.scope])

test('a renamed unit is followed over several reorganizations to the one that answers that day', () => {
  const units = [
    ended('児童福祉課', '2019-03-31', 'こども課'),
    { ...ended('こども課', '2026-03-31', 'みらいこども課'), validFrom: '2019-04-01' },
    begun('みらいこども課', '2026-04-01'),
  ]
  expect(heirs(units, '児童福祉課', '2026-04-01')).toEqual([['みらいこども課', 'all']])
  expect(heirs(units, '児童福祉課', '2026-03-31')).toEqual([['こども課', 'all']])
  expect(heirs(units, '児童福祉課', '2019-03-31')).toEqual([])
})

test('units merged into one have the same single successor', () => {
  const units = [
    ended('農政課', '2023-03-31', '産業課'),
    ended('商工課', '2023-03-31', '産業課'),
    unit('産業課'),
  ]
  expect(currentUnitOf(units, '農政課', '2026-04-01')).toMatchObject({
    state: 'succeeded',
    unit: { id: '産業課' },
  })
  expect(predecessorsOf(units, '産業課').map((one) => one.unit.id)).toEqual(['農政課', '商工課'])
})

test('a split unit has several successors with their work, and a person must choose', () => {
  const units = [
    ended('企画政策課', '2023-03-31', ['経営企画課', '総合計画'], ['デジタル課', '情報政策']),
    { ...ended('経営企画課', '2025-03-31', '政策課'), validFrom: '2023-04-01' },
    begun('デジタル課', '2023-04-01'),
    begun('政策課', '2025-04-01'),
  ]
  expect(heirs(units, '企画政策課', '2026-04-01')).toEqual([
    ['政策課', '総合計画'],
    ['デジタル課', '情報政策'],
  ])
  expect(currentUnitOf(units, '企画政策課', '2026-04-01').state).toBe('split')
})

test('a split within a split tells both parts of the work', () => {
  const units = [
    ended('a', '2020-03-31', ['b', '企画'], ['c', '統計']),
    { ...ended('b', '2022-03-31', ['d', '広報'], ['e', '調整']), validFrom: '2020-04-01' },
    ...['c', 'd', 'e'].map((id) => begun(id, '2020-04-01')),
  ]
  expect(heirs(units, 'a', '2026-04-01')).toEqual([
    ['d', '企画 › 広報'],
    ['e', '企画 › 調整'],
    ['c', '統計'],
  ])
})

test('branches that meet again in one unit need no choice', () => {
  const units = [
    ended('a', '2020-03-31', ['b', '企画'], ['c', '統計']),
    ended('b', '2022-03-31', 'd'),
    ended('c', '2022-03-31', 'd'),
    unit('d'),
  ]
  expect(currentUnitOf(units, 'a', '2026-04-01')).toMatchObject({ state: 'succeeded', unit: { id: 'd' } })
  expect(heirs(units, 'a', '2026-04-01')).toEqual([['d', '企画、統計']])
})

test('successors in a circle end the search', () => {
  const units = [ended('a', '2020-03-31', 'b'), ended('b', '2020-03-31', 'a')]
  expect(currentUnitOf(units, 'a', '2026-04-01').state).toBe('abolished')
})

test('a unit of which nothing is known any more is unknown, not abolished', () => {
  expect(currentUnitOf([], 'ou_gone', '2026-04-01')).toEqual({ state: 'unknown' })
  expect(unitNameOn([], 'ou_gone', '2026-04-01')).toBeUndefined()
})

test('the name shown is that of today, with the former one where it differs', () => {
  const units = [
    ended('こども課', '2026-03-31', 'みらいこども課'),
    begun('みらいこども課', '2026-04-01'),
    ended('福祉課', '2026-03-31', '福祉課2'),
    { ...begun('福祉課2', '2026-04-01'), name: '福祉課' },
    ended('企画課', '2026-03-31', ['政策課', '計画'], ['広報課', '広報']),
    unit('政策課'),
    unit('広報課'),
    ended('合併準備室', '2010-03-31'),
    begun('新課', '2027-04-01'),
  ]
  const name = (id: string, day = '2026-04-01') => unitNameOn(units, id, day)
  expect(name('こども課', '2026-03-31')).toBe('こども課')
  expect(name('こども課')).toBe('みらいこども課（旧：こども課）')
  expect(name('福祉課')).toBe('福祉課')
  expect(name('企画課')).toBe('企画課（現在：政策課・広報課）')
  expect(name('合併準備室')).toBe('合併準備室（廃止）')
  expect(name('新課')).toBe('新課')
})

import { expect, test } from 'vitest'
import { changeDays, changesOn, reorganizationProblems, takenBack } from './reorganization.ts'
import { readReorganization } from './reorganization-form.ts'
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
const day = '2027-04-01'
const ending = (id: string, ...to: string[]) =>
  unit(id, { validTo: '2027-03-31', successors: to.map((unitId) => ({ unitId, scope: 'all' })) })
const coming = (id: string) => unit(id, { validFrom: day })

const sent = (form: 'renamed' | 'merged' | 'split' | 'abolished', unitIds: string[], entered = {}) =>
  readReorganization([unit('農政課'), unit('商工課'), unit('総務課')], {
    form,
    firstDay: day,
    unitIds,
    entered,
  })

test('a renaming gives one new unit that takes over everything', () => {
  expect(sent('renamed', ['農政課'], { 'name-1': ' 農業課 ', 'kind-1': 'office' })).toEqual({
    reorganization: {
      unitIds: ['農政課'],
      firstDay: day,
      takers: [{ name: '農業課', kind: 'office', parentId: null, scope: 'all' }],
    },
  })
})

test('a renaming that changes nothing is refused; a new place below another unit is a change', () => {
  const same = { 'name-1': '農政課', 'kind-1': 'section' }
  expect(sent('renamed', ['農政課'], { ...same, 'parent-1': '' }).problems).toHaveProperty('name-1')
  expect(sent('renamed', ['農政課'], { ...same, 'parent-1': '総務課' }).problems).toBeUndefined()
})

test('a merger goes into a new unit, or into one that is there', () => {
  expect(sent('merged', ['農政課', '商工課'], { 'name-1': '産業課' }).problems).toBeUndefined()
  expect(sent('merged', ['農政課'], { 'to-1': '総務課' })).toMatchObject({
    reorganization: { takers: [{ unitId: '総務課', scope: 'all' }] },
  })
  expect(sent('merged', ['農政課'], { 'name-1': '産業課' }).problems).toHaveProperty('unit')
  expect(sent('merged', ['農政課', '商工課']).problems).toHaveProperty('name-1')
  expect(
    sent('merged', ['農政課', '商工課'], { 'to-1': '総務課', 'name-1': '産業課' }).problems,
  ).toHaveProperty('name-1')
})

test('a split names the work of every part, and a problem stands at the row that was written', () => {
  const rows = { 'name-1': '農業課', 'scope-1': '農業', 'to-3': '総務課' }
  expect(sent('split', ['農政課'], rows).problems).toEqual({ 'scope-3': '引き継ぐ仕事を書いてください' })
  expect(sent('split', ['農政課'], { ...rows, 'scope-3': '庶務' }).problems).toBeUndefined()
  expect(sent('split', ['農政課'], { 'name-1': '農業課', 'scope-1': '農業' }).problems).toHaveProperty(
    'name-2',
  )
  expect(sent('split', ['農政課'], { ...rows, 'to-3': '農政課', 'scope-3': 'x' }).problems).toHaveProperty(
    'to-3',
  )
})

test('a unit that ends already, or is not there yet, cannot be reorganized', () => {
  const problems = (one: OrganizationUnit) =>
    reorganizationProblems([one], { unitIds: [one.id], firstDay: day, takers: [] })
  expect(problems(ending('a'))['unit']).toContain('すでに決まっています')
  expect(problems(coming('a'))['unit']).toContain('まだありません')
  expect(problems(unit('a'))).toEqual({})
  expect(reorganizationProblems([], { unitIds: ['a'], firstDay: day, takers: [] })['unit']).toBeDefined()
  expect(reorganizationProblems([], { unitIds: [], firstDay: day, takers: [] })['unit']).toBeDefined()
})

test('the old name may be used again by the unit that takes over, but not that of another', () => {
  const take = (name: string) =>
    reorganizationProblems([unit('農政課'), unit('商工課')], {
      unitIds: ['農政課'],
      firstDay: day,
      takers: [{ name, kind: 'section', parentId: null, scope: 'all' }],
    })
  expect(take('農政課')).toEqual({})
  expect(take('商工課')).toHaveProperty('name-1')
})

test('nothing is placed below a unit that ends that day', () => {
  expect(
    reorganizationProblems([unit('部'), unit('課')], {
      unitIds: ['課', '部'],
      firstDay: day,
      takers: [{ name: '新課', kind: 'section', parentId: '部', scope: 'all' }],
    }),
  ).toEqual({ 'parent-1': '「部」は、その日にはなくなります' })
})

test('the changes of a day are told by kind', () => {
  const units = [
    ending('改名前', '改名後'),
    coming('改名後'),
    ending('農政課', '産業課'),
    ending('商工課', '産業課'),
    coming('産業課'),
    ending('企画課', '政策課', '広報課'),
    coming('政策課'),
    unit('広報課'),
    ending('合併準備室'),
    ending('係', '広報課2'),
    unit('広報課2'),
    coming('新設課'),
  ]
  expect(
    changesOn(units, day).map(({ kind, from, to }) => [
      kind,
      from.map(({ id }) => id),
      to.map((heir) => heir.unit.id),
    ]),
  ).toEqual([
    ['renamed', ['改名前'], ['改名後']],
    ['merged', ['農政課', '商工課'], ['産業課']],
    ['split', ['企画課'], ['政策課', '広報課']],
    ['abolished', ['合併準備室'], []],
    ['merged', ['係'], ['広報課2']],
    ['added', [], ['新設課']],
  ])
  expect(changeDays(units, '2026-04-01')).toEqual([day])
  expect(changeDays(units, day)).toEqual([])
})

test('taking a change back removes only what began by it', () => {
  const units = [ending('企画課', '政策課', '広報課'), coming('政策課'), unit('広報課')]
  const [change] = changesOn(units, day)
  if (!change) throw new Error('no change')
  expect(takenBack(change, day)).toEqual({ restored: [units[0]], removed: [units[1]] })
})

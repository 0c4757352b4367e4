import { expect, test } from 'vitest'
import { filterPeople, type Person } from './people.ts'
import { enteredOfPerson, readPerson } from './person-form.ts'

const units = new Set(['ou_1'])
const row = (number: number, rest: Record<string, string> = {}) => ({
  [`title-${number}`]: '係長',
  [`unitId-${number}`]: 'ou_1',
  [`kind-${number}`]: 'regular',
  [`validFrom-${number}`]: 'R8.4.1',
  [`validTo-${number}`]: '',
  ...rest,
})
const entered = { name: ' 見本 太郎 ', kana: '' }

test('posts are read row by row; a blank row is none and a ticked one goes', () => {
  const blank = row(2, { 'title-2': '', 'unitId-2': '', 'validFrom-2': '' })
  expect(readPerson({ ...entered, ...row(1), ...blank, ...row(3, { 'drop-3': 'yes' }) }, units)).toEqual({
    values: {
      name: '見本 太郎',
      kana: '',
      posts: [
        { title: '係長', unitId: 'ou_1', kind: 'regular', validFrom: '2026-04-01', validTo: undefined },
      ],
    },
  })
})

test('a problem stands at the field of its row', () => {
  expect(
    readPerson({ ...entered, name: '', ...row(4, { 'title-4': ' ', 'validFrom-4': 'あした' }) }, units),
  ).toEqual({
    problems: { name: expect.any(String), 'title-4': expect.any(String), 'validFrom-4': expect.any(String) },
  })
  expect(readPerson({ ...entered, ...row(1, { 'validTo-1': '2026-03-31' }) }, units).problems).toHaveProperty(
    'validTo-1',
  )
  expect(readPerson({ ...entered, ...row(1, { 'unitId-1': 'ou_2' }) }, units).problems).toHaveProperty(
    'unitId-1',
  )
})

test('two 本務 at once are refused, one after the other and 兼務 are not', () => {
  const other = (rest: Record<string, string>) =>
    readPerson({ ...entered, ...row(1), ...row(2, rest) }, units).problems
  expect(other({})).toHaveProperty('kind-1')
  expect(other({ 'kind-2': 'additional' })).toBeUndefined()
  expect(other({ 'validFrom-2': '2020-04-01', 'validTo-2': '2026-03-31' })).toBeUndefined()
})

test('what is shown of a saved person is read as the same person', () => {
  const posts = [
    { title: '市長', unitId: null, kind: 'acting' as const, validFrom: '2020-04-01', validTo: '2024-03-31' },
  ]
  const person = { name: '見本 太郎', kana: 'みほん たろう', posts }
  expect(readPerson(enteredOfPerson(person), units)).toEqual({ values: person })
})

test('people are found by name or reading, in any script of kana, and by unit on a day', () => {
  const person = (id: string, name: string, kana: string, validTo?: string): Person => ({
    id,
    name,
    kana,
    posts: [{ unitId: 'ou_1', title: '主事', kind: 'regular', validFrom: '2020-04-01', validTo }],
    revision: 1,
  })
  const people = [
    person('1', '見本 太郎', 'みほん たろう'),
    person('2', '架空 花子', 'カクウ ハナコ', '2024-03-31'),
  ]
  const found = (words: string, unitId = '') =>
    filterPeople(people, { words, unitId, day: '2026-04-01' }).map(({ id }) => id)
  expect(found('')).toEqual(['1', '2'])
  expect(found('見本太')).toEqual(['1'])
  expect(found('ミホン')).toEqual(['1'])
  expect(found('はなこ')).toEqual(['2'])
  expect(found('', 'ou_1')).toEqual(['1'])
})

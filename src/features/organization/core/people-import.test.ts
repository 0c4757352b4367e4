import { expect, test } from 'vitest'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { Person, Post } from './people.ts'
import { peopleTable, planPeopleImport } from './people-import.ts'
import type { OrganizationUnit } from './units.ts'

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
const units = [
  unit('ou_1', '企画課'),
  unit('ou_2', '福祉課'),
  unit('ou_3', '未来課', { validFrom: '2027-04-01' }),
]
const post = (rest: Partial<Post> = {}): Post => ({
  unitId: 'ou_1',
  title: '主任',
  kind: 'regular',
  validFrom: '2020-04-01',
  validTo: undefined,
  ...rest,
})
const person = (id: string, name: string, ...posts: Post[]): Person => ({
  id,
  name,
  kana: '',
  posts,
  revision: 1,
})
const head = '氏名,よみ,所属,職,種別,発令の日,最後の日'
const plan = (lines: string, people: Person[] = []) =>
  planPeopleImport(`${head}\n${lines}`, { people, units })

test('people are added with all their posts', () => {
  const { people, reports } = plan(
    '見本　太郎,みほん たろう,企画課,課長,,2026-04-01,\n見本太郎,,福祉課,主幹,兼務,R8.4.1,\n',
  )
  expect(people).toEqual([
    {
      id: '',
      name: '見本　太郎',
      kana: 'みほん たろう',
      posts: [
        post({ title: '課長', validFrom: '2026-04-01' }),
        post({ unitId: 'ou_2', title: '主幹', kind: 'additional', validFrom: '2026-04-01' }),
      ],
    },
  ])
  expect(reports.map(({ act }) => act)).toEqual(['add', 'change'])
})

test('a new 本務 ends the former one on the day before; 兼務 goes on', () => {
  const held = person('pe_1', '見本太郎', post(), post({ unitId: 'ou_2', title: '主幹', kind: 'additional' }))
  const { people, reports } = plan('見本太郎,,福祉課,係長,,2026-04-01,', [held])
  expect(people[0]?.posts.map(({ title, validTo }) => [title, validTo])).toEqual([
    ['主任', '2026-03-31'],
    ['主幹', undefined],
    ['係長', undefined],
  ])
  expect(reports[0]?.details).toContain('これまでの本務「主任」は2026-03-31まで')
  expect(held.posts[0]?.validTo).toBeUndefined()
})

test('what is known already changes nothing', () => {
  expect(plan('見本太郎,,企画課,主任,本務,2020-04-01,', [person('pe_1', '見本太郎', post())])).toMatchObject({
    people: [],
    reports: [{ act: 'same' }],
  })
})

test('a missing column leaves what it would say alone', () => {
  const held = person('pe_1', '見本太郎', post({ kind: 'acting', validTo: '2026-03-31' }))
  const csv = '氏名,所属,職,発令の日\n見本太郎,企画課,主任,2020-04-01\n'
  expect(planPeopleImport(csv, { people: [held], units }).reports).toMatchObject([{ act: 'same' }])
})

test('the whole city is meant where the unit is blank', () => {
  expect(plan('見本市長,,,市長,,2026-04-01,').people[0]?.posts[0]?.unitId).toBeNull()
})

test('two people of one name are told apart by ID only', () => {
  const twins = [person('pe_1', '見本太郎'), person('pe_2', '見本太郎')]
  expect(plan('見本太郎,,企画課,係長,,2026-04-01,', twins).findings[0]?.problem).toContain('ID')
  const withId = `${head},ID\n見本太郎,,企画課,係長,,2026-04-01,,pe_2\n`
  expect(planPeopleImport(withId, { people: twins, units }).people).toMatchObject([{ id: 'pe_2' }])
  const wrong = `${head},ID\n別人,,企画課,係長,,2026-04-01,,pe_2\n`
  expect(planPeopleImport(wrong, { people: twins, units }).findings).toMatchObject([{ column: '氏名' }])
})

test('every mistake is told with line and column, and nothing would be changed', () => {
  const { people, findings } = plan(
    [
      ',,企画課,係長,,2026-04-01,',
      '甲,,ない課,係長,,2026-04-01,',
      '乙,,企画課,,主務,昨日,',
      '丙,,企画課,係長,,2026-04-01,2026-03-31',
    ].join('\n'),
  )
  expect(people).toEqual([])
  expect(findings.map(({ line, column }) => `${line}${column}`)).toEqual([
    '2氏名',
    '3所属',
    '4職',
    '4種別',
    '4発令の日',
    '5最後の日',
  ])
})

test('a second 本務 on the same days is refused', () => {
  const held = person('pe_1', '見本太郎', post({ validFrom: '2026-04-01' }))
  expect(plan('見本太郎,,福祉課,係長,,2026-04-01,', [held]).findings).toMatchObject([{ column: '発令の日' }])
})

test('a unit written down with a later first day is found all the same', () => {
  expect(plan('見本太郎,,未来課,主事,,2026-04-01,').people[0]?.posts[0]?.unitId).toBe('ou_3')
})

test('a table that was written out changes nothing when it is read again', () => {
  const people = [
    person(
      'pe_1',
      '見本太郎',
      post({ validTo: '2024-03-31' }),
      post({ unitId: null, title: '=副市長', validFrom: '2024-04-01' }),
    ),
    person('pe_2', '見本太郎', post({ unitId: 'ou_3', kind: 'acting' })),
  ]
  const { reports, findings } = planPeopleImport(writeCsv(peopleTable(people, units)), { people, units })
  expect(findings).toEqual([])
  expect(reports.map(({ act }) => act)).toEqual(['same', 'same', 'same'])
})

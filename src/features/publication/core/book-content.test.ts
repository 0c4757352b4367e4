import { expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { planBook } from './book-content.ts'
import { inventedPlan } from './invented-plan.ts'

const plan = inventedPlan({ fields: 2, measures: 3 })
const measuresOf = (one: PlanDocument) => planBook(one).fields.flatMap((field) => field.measures)
const change = (id: string, fields: Record<string, unknown>): PlanDocument => ({
  ...plan,
  items: plan.items.map((item) => (item.id === id ? ({ ...item, ...fields } as typeof item) : item)),
})

test('every measure stands once in its field, with its number', () => {
  expect(measuresOf(plan).map(({ number }) => number)).toEqual(['1-1', '1-2', '1-3', '2-1', '2-2', '2-3'])
})

test('directions point to the issues they answer, issues to their evidence', () => {
  const [first] = measuresOf(plan)
  expect(first?.directions.map(({ issues }) => issues)).toEqual([[1], [2]])
  expect(first?.issues[0]?.evidence).toEqual(['市民意向調査 問8（n＝1,412）'])
})

test('words of residents are quotes, not sources', () => {
  const voice = {
    id: 'ev_9999999999',
    from: 'me_0000000101/issues/p1',
    to: { kind: 'voice' as const, ref: 'voices/op_0000000001' },
    stance: 'supports' as const,
    level: 1,
    quote: '預け先を探すのが大変でした。',
    note: '30代',
  }
  const [first] = measuresOf({ ...plan, evidence: [voice] })
  expect(first?.voices).toEqual([{ text: '預け先を探すのが大変でした。', from: '30代' }])
  expect(first?.issues[0]?.evidence).toEqual([])
})

test('the levels are called as the city calls them', () => {
  const labels = { ...plan.labels, policy: '基本目標', measure: '節', program: '主な取組' }
  const { words, parts } = planBook({ ...plan, labels })
  expect(words).toMatchObject({
    tree: '節の体系',
    directions: '節の方向',
    priority: '重点節',
    program: '主な取組',
  })
  expect(parts.flatMap(({ entries }) => entries).map(({ title }) => title)).toContain('基本目標別の計画')
})

test('roles are those of the city, in its order', () => {
  const roleSet = [
    { key: 'city', label: '行政', who: '' },
    { key: 'citizen', label: '市民', who: '' },
  ]
  const own = change('me_0000000101', { roles: { citizen: '参加します。', city: '支えます。' } })
  const [first] = measuresOf({ ...own, roleSet })
  expect(first?.roles.map(({ label, circles }) => [label, circles])).toEqual([
    ['行政', 0],
    ['市民', 0],
  ])
})

test('the sixth field has its own pattern, more are plain', () => {
  const { fields } = planBook(inventedPlan({ fields: 8, measures: 1 }))
  expect(fields.map(({ token, pattern }) => `${token} ${pattern}`).slice(5)).toEqual([
    'purple uroko',
    'gray plain',
    'gray plain',
  ])
})

test('codes lead to the stable address of each measure, and are left out without a site', () => {
  const [first] = planBook(plan, { siteUrl: 'https://plan.example.jp/' }).fields[0]?.measures ?? []
  expect(first?.page?.address).toBe('https://plan.example.jp/plan/items/me_0000000101')
  expect(measuresOf(plan)[0]?.page).toBeNull()
})

test('only what is there stands in the contents', () => {
  const bare = {
    ...plan,
    preface: null,
    indicators: [],
    termNotes: [],
    concept: { ...plan.concept, chapters: [], principles: [] },
  }
  const labels = planBook(bare).parts.flatMap(({ entries }) => entries.map(({ label }) => label))
  expect(labels).toEqual(['guide', 'concept', 'tree', 'field-1', 'index'])
})

test('a measure that hangs on nothing is named, not left out in silence', () => {
  const { remarks } = planBook(change('me_0000000101', { parentId: 'po_9999999999' }))
  expect(remarks).toEqual([
    '施策「施策1の1の充実」は体系のどこにもつながっていないため、計画書に載りません。',
  ])
})

test('measures above all fields form a field without a number', () => {
  const { fields } = planBook(change('me_0000000101', { parentId: plan.concept.vision.id, order: 9 }))
  expect(fields.map(({ number, measures }) => [number, measures.length])).toEqual([
    ['1', 2],
    ['2', 3],
    ['', 1],
  ])
})

test('measures of a second policy level keep its name', () => {
  const second = {
    ...plan.items[0],
    id: 'po_0000000077',
    parentId: 'po_0000000001',
    order: 9,
    title: '小さい政策',
  } as PlanDocument['items'][number]
  const moved = change('me_0000000101', { parentId: second.id })
  const measures = measuresOf({ ...moved, items: [...moved.items, second] })
  expect(measures.find(({ id }) => id === 'me_0000000101')).toMatchObject({
    group: '1-9 小さい政策',
    number: '1-9-1',
  })
})

test('projects reach the book only when the city publishes them, notes never', () => {
  const project = {
    id: 'pj_0000000001',
    parentId: 'pr_0000010101',
    title: '内部の事業',
    order: 1,
  } as PlanDocument['projects'][number]
  const secret = { ...change('me_0000000101', { notes: '内部のメモ' }), projects: [project] }
  expect(JSON.stringify(planBook({ ...secret, publish: 'none' }))).not.toMatch(/内部の/)
  expect(JSON.stringify(planBook({ ...secret, publish: 'list' }))).toContain('内部の事業')
  expect(JSON.stringify(planBook({ ...secret, publish: 'list' }))).not.toContain('内部のメモ')
})

test('a frozen version carries its own day, a working one the day it is made', () => {
  expect(planBook(plan, { date: '2030-01-01' }).imprint).toMatchObject({
    day: '2027-03-25',
    dayWords: '令和9年3月25日',
  })
  const working = { ...plan, version: { ...plan.version, frozenOn: null } }
  expect(planBook(working, { date: '2030-01-01' }).imprint.dayWords).toBe('令和12年1月1日現在')
})

test('the licence is the city’s own; a plan without a city claims none', () => {
  expect(planBook(plan).imprint.licence).toContain('クリエイティブ・コモンズ')
  expect(planBook({ ...plan, municipalityName: '' }).imprint.licence).toBe('')
})

test('the same plan gives the same content', () => {
  expect(JSON.stringify(planBook(plan))).toBe(JSON.stringify(planBook(structuredClone(plan))))
})

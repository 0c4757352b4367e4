import { expect, test } from 'vitest'
import { changesOf, indicatorOf, measureOf } from './cases/plan-cases.ts'
import { ledgerFrom, reasonName } from './ledger-entries.ts'

type Edit = Parameters<typeof changesOf>[0]

const entriesOf = (edit: Edit, prepare?: Edit) => ledgerFrom(changesOf(edit, prepare))
const told = (edit: Edit, prepare?: Edit) =>
  entriesOf(edit, prepare).map(({ kind, from, to }) => `${kind}: ${from} → ${to}`)

test('an entry says what happened to what, and has a field of its own for the reason', () => {
  const [entry, ...others] = entriesOf((plan) => Object.assign(indicatorOf(plan).target ?? {}, { value: 5 }))
  expect(others).toEqual([])
  expect(entry).toEqual({
    kind: 'target-weakened',
    subjectId: 'in_0000000001',
    name: '保育所等の待機児童数',
    from: '0人（令和9年度）',
    to: '5人（令和9年度）',
  })
  expect(entry && reasonName(entry)).toBe('reason-target-weakened-in_0000000001')
})

test('dropped indicators, later targets, other baselines and definitions are kept', () => {
  expect(told((plan) => void plan.indicators.pop())).toEqual(['indicator-dropped: 保育所等の待機児童数 → '])
  expect(
    told((plan) => {
      const indicator = indicatorOf(plan)
      indicator.definition = '10月1日現在の待機児童の数'
      indicator.baseline.value = 20
      Object.assign(indicator.target ?? {}, { fiscalYear: 2029 })
      for (const actual of indicator.actuals) if (actual.fiscalYear === 2021) actual.value = 26
    }),
  ).toEqual([
    'definition-changed: 定義：4月1日現在、国の基準で数えた待機児童の数 → 定義：10月1日現在の待機児童の数',
    'baseline-changed: 18人（令和4年度） → 20人（令和4年度）',
    'deadline-moved: 令和9年度 → 令和11年度',
    'actual-restated: 令和3年度 25人 → 令和3年度 26人',
  ])
})

test('a priority that is dropped is kept, one taken up is not', () => {
  const flag = (flagged: boolean) => (plan: Parameters<Edit>[0]) =>
    Object.assign(measureOf(plan), { priority: { flagged, reason: '' } })
  expect(told(flag(false), flag(true))).toEqual(['priority-dropped: 重点施策 → '])
  expect(told(flag(true), flag(false))).toEqual([])
})

test('a priority measure that is removed leaves its priority in the ledger', () => {
  const entries = told(
    (plan) => {
      plan.items = plan.items.filter(({ id }) => id !== 'me_0000000001')
    },
    (plan) => Object.assign(measureOf(plan), { priority: { flagged: true, reason: '' } }),
  )
  expect(entries).toEqual(['priority-dropped: 重点施策「子育て環境の充実」 → '])
})

test('a stronger target, new values and texts leave nothing in the ledger', () => {
  expect(
    told(
      (plan) => {
        Object.assign(indicatorOf(plan).target ?? {}, { value: 1 })
        indicatorOf(plan).actuals.push({ fiscalYear: 2023, value: 12, comment: '', provisional: true })
        measureOf(plan).summary = '概要を書きました。'
      },
      (plan) => Object.assign(indicatorOf(plan).target ?? {}, { value: 3 }),
    ),
  ).toEqual([])
})

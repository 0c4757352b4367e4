import { expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { smallPlan } from '#test/small-plan.ts'
import { noReferences } from '../references.ts'
import { sheetTemplates } from '../sheet-templates.ts'
import type { RequestSheet } from '../sheets.ts'
import { indicatorView } from './indicator-view.ts'
import type { ViewGround } from './round-view.ts'

const sheet = (answers: Record<string, string>): RequestSheet => ({
  id: 'rs_0000000001',
  roundId: 'rr_0000000001',
  unitId: 'ou_0000000001',
  subjectId: 'me_0000000001',
  subject: '子育て環境の充実',
  state: 'accepted',
  answers,
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
})

function rowsOf(
  answers: Record<string, string>,
  plan: PlanDocument | undefined,
  fields = [...sheetTemplates.target],
) {
  const round: ViewGround['round'] = {
    id: 'rr_0000000001',
    title: '依頼',
    sheetType: 'target',
    usedFor: '',
    fields,
    dueOn: '2026-06-30',
    sentAt: '2026-06-01T00:00:00.000Z',
    revision: 2,
  }
  const view = indicatorView({
    round,
    sheets: [sheet(answers)],
    sections: [],
    nameOf: () => 'こども課',
    references: noReferences,
    plan,
  })
  const headings = view?.columns.map(({ header }) => header) ?? []
  return (view?.rows ?? []).map((row) => {
    expect(row).toHaveLength(headings.length)
    return Object.fromEntries(headings.map((heading, at) => [heading, row[at]]))
  })
}

/** The plan of the tests, with all the plan can hold of its first indicator, and a second one. */
function richPlan(): PlanDocument {
  const plan = smallPlan()
  const [first] = plan.indicators
  if (!first) throw new Error('an indicator')
  const rich = {
    ...first,
    formula: { numerator: '待機児童', denominator: '申込者', denominatorSource: '保育台帳' },
    availableFrom: '翌年度7月',
    interim: [2024, 2025].map((fiscalYear) => ({ fiscalYear, value: 5, comment: '' })),
    rationale: { basis: 'trend' as const, text: 'これまでの推移' },
    note: {
      ...first.note,
      limits: '年度の途中は数えない',
      changeCriterion: { improve: { abs: 3 }, worsen: { rel: 0.1 } },
      criterionFixedOn: '2026-04-01',
    },
    disaggregation: ['地区'],
  }
  const second = { ...first, id: 'in_0000000009', order: 2, name: '相談件数', definition: '窓口と電話の数' }
  return { ...plan, indicators: [rich, second, ...plan.indicators.slice(1)] }
}

test('what a sheet leaves blank, and what it has no field for, stands as the plan has it and is named', () => {
  const plan = richPlan()
  const [first] = plan.indicators
  const [row] = rowsOf({ indicator: '待機児童の数', definition: '課の定義', target: '0' }, plan)
  expect(row).toMatchObject({
    指標名: '待機児童の数',
    '定義・算出式': '課の定義',
    目標値: 0,
    単位: first?.unit,
    基準値: first?.baseline.value,
    '基準年度（西暦）': first?.baseline.fiscalYear,
    算出式: '待機児童 ÷ 申込者',
    把握の時期: '翌年度7月',
    '中間年度（西暦）': 2024,
    中間値: 5,
    ほかの中間値: `令和7年度 5${first?.unit}`,
    設定根拠の種類: expect.any(String),
    担当課: 'こども課',
    内訳: '地区',
    限界: '年度の途中は数えない',
    判定の基準: '改善：3以上の差、悪化：10％以上の差（2026-04-01に決定）',
  })
  const added = String(row?.['計画から補った項目']).split('、')
  expect(added).toEqual(expect.arrayContaining(['単位', '基準値', '算出式', '判定の基準']))
  expect(added).not.toContain('指標名')
  expect(added).not.toContain('定義・算出式')
})

test('a further indicator is found in the plan by its name', () => {
  const more = JSON.stringify([['相談件数', '件', '', '', '20', '']])
  const [, second] = rowsOf({ indicator: '待機児童の数', 'more-indicators': more }, richPlan())
  expect(second).toMatchObject({
    指標名: '相談件数',
    単位: '件',
    目標値: 20,
    '定義・算出式': '窓口と電話の数',
  })
})

test('an own form without some fields has their columns from the plan; without the plan only what it asks', () => {
  const fields = sheetTemplates.target.filter(({ id }) => id === 'indicator' || id === 'target')
  const [row] = rowsOf({ indicator: '待機児童の数', target: '0' }, richPlan(), fields)
  expect(Object.keys(row ?? {})).toContain('指標の方向性')
  const [alone] = rowsOf({ indicator: '待機児童の数', target: '0' }, undefined, fields)
  expect(Object.keys(alone ?? {})).toEqual(['施策', '主管課', '指標名', '目標値'])
})

test('a column in which the plan holds nothing of these indicators is left out', () => {
  const [row] = rowsOf({ indicator: '待機児童の数' }, smallPlan())
  expect(Object.keys(row ?? {})).not.toContain('内訳')
})

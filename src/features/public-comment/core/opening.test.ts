import { expect, test } from 'vitest'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import { planWith } from '#test/plan-fixture.ts'
import type { CaseSheet } from './case.ts'
import { draftSums } from './draft-sums.ts'
import { openingChecks, openingProblems } from './opening.ts'

const sheet = {
  papers: '',
  places: '伊奈庁舎',
  opensOn: '2026-11-02',
  closesOn: '2026-12-01',
  minimumDays: '30',
  shortReason: '',
  resultDueOn: '2027-01-20',
} as CaseSheet
const ready = { today: '2026-10-20', versionLabel: '素案', madePapers: 1, wrong: [], waived: [], others: 0 }
const stopped = (asked: CaseSheet, facts = ready) => openingProblems(openingChecks(asked, facts))

test('nobody is asked about a draft without papers, places, or with sums that do not agree', () => {
  expect(stopped(sheet)).toEqual([])
  expect(openingChecks(sheet, ready).every(({ state }) => state === 'ready')).toBe(true)
  expect(stopped({ ...sheet, papers: '前期基本計画' }, { ...ready, madePapers: 0 })).toEqual([])
  expect(stopped(sheet, { ...ready, madePapers: 0 })[0]).toContain('資料がありません')
  expect(stopped({ ...sheet, places: ' ' })[0]).toContain('紙で見られる場所')
  const wrong = ['表の合計が違います。（DC011）']
  expect(openingProblems(openingChecks(sheet, { ...ready, wrong }))[0]).toContain('計算が合いません')
})

test('announced late, a case is open for what is left: below the minimum it needs its reason', () => {
  const late = { ...ready, today: '2026-11-05' }
  expect(stopped(sheet, late)[0]).toContain('残りの27日')
  expect(stopped({ ...sheet, shortReason: '議会の日程' }, late)).toEqual([])
  expect(stopped({ ...sheet, minimumDays: '20' }, late)).toEqual([])
  expect(stopped(sheet, { ...ready, today: '2026-12-02' })[0]).toContain('終わりの日')
})

test('what is wrong stops a case, a waiver lets it through in words until its last day, the rest is only told', () => {
  const dataPoint = {
    id: 'dp_0000000001',
    label: '待機児童',
    value: 20,
    unit: '人',
    asOf: '2026年',
    source: { kind: 'statistic' as const, ref: '統計' },
  }
  const plan = planWith({ dataPoints: [dataPoint] })
  const finding = lintPlan(plan, { today: '2026-10-20' }).findings.find(({ ruleId }) => ruleId === 'EV003')
  if (!finding) throw new Error('a figure beside the one of its source')
  expect(draftSums(plan, { today: '2026-10-20' }).wrong).toHaveLength(1)
  const waiver = {
    id: 'wv_0000000001',
    ruleId: 'EV003',
    fingerprint: finding.fingerprint,
    subject: '',
    reason: '年度の途中の数を並べています',
    grantedBy: plan.units[0]?.id ?? '',
    grantedOn: '2026-04-01',
    expiresOn: '2026-10-31',
  }
  const waived = planWith({ dataPoints: [dataPoint], waivers: [waiver] })
  const checks = openingChecks(sheet, { ...ready, ...draftSums(waived, { today: '2026-10-20' }), others: 3 })
  expect(openingProblems(checks)).toEqual([])
  const told = checks.filter(({ state }) => state === 'passes').flatMap(({ words }) => words)
  expect(told[0]).toContain('年度の途中の数を並べています')
  expect(told[0]).toContain('令和8年10月31日まで')
  expect(told[1]).toContain('3件')
  expect(draftSums(waived, { today: '2026-11-01' }).wrong).toHaveLength(1)
})

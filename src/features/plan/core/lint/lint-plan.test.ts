import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { planWith, planWithIndicator, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { longestWaiver } from '../waivers.ts'
import { applyFix } from './apply-fix.ts'
import { blockingAt, lintPlan } from './lint-plan.ts'
import { rules } from './rules.ts'

/** design plan.md §13: an invented town whose expected findings are stated there. */
const example = planDocument.parse(
  JSON.parse(
    readFileSync(new URL('../../../../../docs/formats/plan-document.example.json', import.meta.url), 'utf8'),
  ),
)
const ruleIds = (plan: PlanDocument, today: string) => [
  ...new Set(lintPlan(plan, { today }).findings.map(({ ruleId }) => ruleId)),
]

test('the worked example gives the findings stated with it', () => {
  const expected = ['ST008', 'ST014', 'XP006', 'SD005', 'ST005']
  expect(ruleIds(example, '2022-10-01').filter((id) => !id.startsWith('DC'))).toEqual(expected)
  expect(ruleIds(example, '2023-04-01')).toContain('OW002')
  expect(blockingAt(lintPlan(example, { today: '2022-10-01' }), 'G2')).toEqual([])
})

test('a rule whose needs are absent is reported, never passed over', () => {
  const { notRun } = lintPlan(smallPlan(), {})
  expect(notRun.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['OW002', 'IN015', 'XP005', 'PR001', 'DC002']),
  )
  const withDay = lintPlan(smallPlan(), { today: '2026-04-01' })
  expect(withDay.notRun.map(({ ruleId }) => ruleId)).not.toContain('OW002')
  expect(rules.length).toBe(
    withDay.notRun.length +
      rules.filter(({ check, needs }) => check && needs.every((need) => need === 'today')).length,
  )
})

test('the order of the lists changes nothing', () => {
  const plan = planWithMeasure({ roles: {}, directions: [] })
  const turned: PlanDocument = {
    ...plan,
    items: [...plan.items].reverse(),
    indicators: [...plan.indicators].reverse(),
    units: [...plan.units].reverse(),
    evidence: [...plan.evidence].reverse(),
  }
  expect(lintPlan(turned, { today: '2026-04-01' })).toEqual(lintPlan(plan, { today: '2026-04-01' }))
})

test('renumbering moves no fingerprint', () => {
  const plan = planWithMeasure({ roles: {}, directions: [] })
  const moved = {
    ...plan,
    items: plan.items.map((item) => (item.kind === 'policy' ? { ...item, order: 3 - item.order } : item)),
  }
  const prints = (one: PlanDocument) =>
    lintPlan(one, {})
      .findings.map(({ fingerprint }) => fingerprint)
      .sort()
  expect(prints(moved)).toEqual(prints(plan))
})

test('a fix removes its finding and adds none', () => {
  const mixed = planWithMeasure({ summary: '１日に20人' })
  for (const plan of [planWithIndicator({ unit: '%' }), mixed]) {
    const before = lintPlan(plan, {}).findings
    const fixable = before.find(({ fix }) => fix)
    if (!fixable?.fix) throw new RangeError('the case has something to fix')
    const after = lintPlan(applyFix(plan, fixable.fix), {}).findings
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(
      before.map(({ fingerprint }) => fingerprint).filter((print) => print !== fixable.fingerprint),
    )
  }
})

test('a waiver covers its finding until it expires, and never the three that mean the document is broken', () => {
  const plan = planWithIndicator({ target: null })
  const [finding] = lintPlan(plan, {}).findings
  const waiver = {
    id: 'wa_0000000001',
    subject: '',
    ruleId: 'IN002',
    fingerprint: finding?.fingerprint ?? '',
    reason: '国の調査を待つ',
    grantedBy: 'ou_0000000001',
    grantedOn: '2026-04-01',
    expiresOn: '2026-09-30',
  }
  const waived = { ...plan, waivers: [waiver] }
  expect(blockingAt(lintPlan(waived, { today: '2026-09-30' }), 'G2')).toEqual([])
  expect(blockingAt(lintPlan(waived, { today: '2026-10-01' }), 'G2')).toHaveLength(1)
  const broken = planWithMeasure({ lead: 'ou_9999999999' })
  const [lost] = lintPlan(broken, {}).findings
  const useless = { ...waiver, ruleId: 'ST007', fingerprint: lost?.fingerprint ?? '' }
  expect(blockingAt(lintPlan({ ...broken, waivers: [useless] }, {}), 'G1')).toHaveLength(1)
})

test('gates count what lies at or before them', () => {
  const report = lintPlan(planWithIndicator({ target: null }), {})
  expect(blockingAt(report, 'G1')).toEqual([])
  expect(blockingAt(report, 'G2').map(({ ruleId }) => ruleId)).toEqual(['IN002'])
  expect(blockingAt(report, 'G4').length).toBeGreaterThan(5)
})

test('a city may switch a rule off and raise a warning, but never lower an error', () => {
  const plan = planWithIndicator({ target: null, direction: null })
  const severityIn = (config: Parameters<typeof lintPlan>[2], id: string) =>
    lintPlan(plan, {}, config).findings.find(({ ruleId }) => ruleId === id)?.severity
  expect(severityIn({ off: { IN026: '方向は後で決める' } }, 'IN026')).toBeUndefined()
  expect(severityIn({ severities: { IN026: 'E', IN002: 'I' } }, 'IN026')).toBe('E')
  expect(severityIn({ severities: { IN026: 'E', IN002: 'I' } }, 'IN002')).toBe('E')
})

test('an empty plan gives findings, not exceptions', () => {
  const empty = planWith({ items: [], indicators: [], evidence: [], units: [], taxonomies: [] })
  expect(lintPlan(empty, { today: '2026-04-01' }).findings).toEqual([])
})

/** Numbers that look random and are the same every time (mulberry32). */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

test('no valid plan makes a rule fail', () => {
  const texts = [
    '',
    '令和0年',
    '１２a3',
    '平成99年度（1年）',
    'コンパクトシティ',
    '{{in_0000000001|int}}',
    '**',
    '長'.repeat(300),
  ]
  for (let seed = 1; seed <= 300; seed++) {
    const next = random(seed)
    const plan = smallPlan()
    const pick = () => texts[next(texts.length)] ?? ''
    const value = () => [null, 0, -5, 1e9, 0.1][next(5)] ?? null
    const items = plan.items.map((item) => ({
      ...item,
      order: next(4),
      parentId: [null, 'vi_0000000001', plan.items[next(plan.items.length)]?.id ?? null][next(3)] ?? null,
      title: pick(),
      summary: pick(),
    }))
    const indicators = plan.indicators.map((indicator) => ({
      ...indicator,
      unit: pick(),
      direction: [null, 'increase', 'decrease', 'maintain'][next(4)],
      baseline: { ...indicator.baseline, value: value(), fiscalYear: 2015 + next(20) },
      target: next(2) ? null : { fiscalYear: 2015 + next(20), value: value() },
      actuals: Array.from({ length: next(6) }, () => ({ fiscalYear: 2015 + next(20), value: value() })),
      rationale: { text: pick() },
    }))
    const strange = planDocument.parse({ ...plan, items, indicators })
    expect(() => lintPlan(strange, { today: '2026-04-01', previous: plan })).not.toThrow()
  }
})

test('a waiver granted on a leap day ends on a day there is', () => {
  expect(longestWaiver('2028-02-29')).toBe('2029-02-28')
  expect(longestWaiver('2026-11-27')).toBe('2027-11-27')
})

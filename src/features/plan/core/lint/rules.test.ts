import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { indicatorId } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { bookCases } from './cases/book.ts'
import { measure, other, policy } from './cases/changed-plans.ts'
import { evidenceCases, moneyCases } from './cases/evidence-and-money.ts'
import { indicatorCases } from './cases/indicators.ts'
import { otherCases } from './cases/other-groups.ts'
import { otherPlanCases } from './cases/other-plans.ts'
import { roomCases } from './cases/room-facts.ts'
import { structureCases } from './cases/structure.ts'
import type { LintContext } from './finding.ts'
import { lintPlan } from './lint-plan.ts'
import { rules } from './rules.ts'

const cases = [
  ...structureCases,
  ...indicatorCases,
  ...otherCases,
  ...evidenceCases,
  ...moneyCases,
  ...roomCases,
  ...bookCases,
  ...otherPlanCases,
]

const found = (plan: PlanDocument, ruleId: string, context: LintContext = {}) =>
  lintPlan(plan, context).findings.filter((finding) => finding.ruleId === ruleId)

describe.each(
  cases.map(([rule, bad, good, context = {}, count = 1, goodContext = context], at) => ({
    rule,
    bad,
    good,
    context,
    count,
    goodContext,
    at,
  })),
)('$rule ($at)', ({ rule, bad, good, context, count, goodContext }) => {
  test('finds what it is there for, and says what to do', () => {
    const findings = found(bad, rule, context)
    expect(findings).toHaveLength(count)
    for (const { message, advice, fingerprint } of findings) {
      expect(message).toMatch(/[。]$/)
      expect(advice.length).toBeGreaterThan(4)
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    }
  })

  test('leaves the boundary case alone', () => {
    expect(found(good, rule, goodContext).length).toBeLessThan(count)
  })
})

test('every rule with a check has a case here, and every rule explains itself', () => {
  const covered = new Set(cases.map(([rule]) => rule))
  expect(rules.filter(({ id, check }) => check && !covered.has(id)).map(({ id }) => id)).toEqual([])
  expect(rules).toHaveLength(107)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(107)
  expect(rules.filter(({ title, rationale }) => !title || rationale.length < 8)).toEqual([])
})

test('the fixture knows its parts', () => {
  expect([policy?.kind, other?.kind, measure?.kind, smallPlan().indicators[0]?.id]).toEqual([
    'policy',
    'policy',
    'measure',
    indicatorId,
  ])
})

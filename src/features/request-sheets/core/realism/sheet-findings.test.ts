import { expect, test } from 'vitest'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import { readSamplePlan } from '#src/features/plan/sample/sample-plan.ts'
import type { Answers } from '../fields.ts'
import { indicatorsOf, measureFacts } from '../measure-facts.ts'
import { sheetTemplates } from '../sheet-templates.ts'
import { sheetFindings } from './sheet-findings.ts'

const plan = readSamplePlan()
const fields = [...sheetTemplates.target]
const measure = plan.items.find((item) => {
  const [first] = indicatorsOf(plan, item.id)
  return item.kind === 'measure' && first?.direction === 'increase' && first.baseline.value !== null
})
if (measure?.kind !== 'measure') throw new RangeError('the sample has a measure with a rising indicator')
const [first] = indicatorsOf(plan, measure.id)
const baseline = first?.baseline.value ?? 0

function findings(typed: Answers, asked = fields) {
  const facts = measureFacts(plan, measure as typeof measure & { kind: 'measure' })
  const filled = Object.fromEntries(fields.map(({ id, prefill }) => [id, facts[prefill ?? ''] ?? '']))
  return sheetFindings({ plan, measureId: measure?.id, fields: asked, answers: { ...filled, ...typed } })
}
const rules = (typed: Answers, asked = fields) => findings(typed, asked).map(({ ruleId }) => ruleId)

test('a target on the wrong side of its baseline, a year outside the plan and a thin reason are said while they are typed', () => {
  expect(rules({ target: String(baseline + 10) })).not.toContain('IN005')
  expect(findings({ target: String(baseline - 1) })).toContainEqual(
    expect.objectContaining({ ruleId: 'IN005', subjectId: first?.id, severity: 'E' }),
  )
  expect(rules({ 'target-year': '2099' })).toContain('IN008')
  expect(rules({ rationale: '国' })).toContain('IN027')
})

test('it is what the lint of the plan says, as far as a sheet can mend it', () => {
  const all = lintPlan(plan, {}).findings.filter(({ subjectId }) => subjectId === first?.id)
  const own = findings({}).filter(({ subjectId }) => subjectId === first?.id)
  for (const { ruleId, fingerprint } of own)
    expect(all.map((one) => [one.ruleId, one.fingerprint])).toContainEqual([ruleId, fingerprint])
  expect(own.map(({ field }) => field)).not.toContain('note')
  expect(
    rules(
      { target: String(baseline - 1) },
      fields.filter(({ prefill }) => !prefill?.startsWith('target')),
    ),
  ).not.toContain('IN005')
})

test('a number that cannot be read yet is no finding; 「わからない」 leaves the plan as it is', () => {
  expect(rules({ target: '約八割' })).toEqual(rules({}))
  expect(rules({ target: 'わからない' })).toEqual(rules({}))
  expect(rules({ target: `${baseline - 1}％` })).toContain('IN005')
})

test('indicators of the table are looked at too', () => {
  const more = JSON.stringify([
    ['新しい指標', '件', '増やす', '10', '5', '傾向から決めた目標です。実績をみて見直します'],
  ])
  expect(findings({ 'more-indicators': more })).toContainEqual(
    expect.objectContaining({ ruleId: 'IN005', message: expect.stringContaining('新しい指標') }),
  )
})

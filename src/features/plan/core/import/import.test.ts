import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { smallPlan } from '#test/small-plan.ts'
import { type ImportResult, refusalWords } from './import-finding.ts'
import { largestPlanFile, readPlanFile } from './read-plan-file.ts'

let count = 0
const newId = (kind: string) => `${kind}_${String(++count).padStart(10, '0')}`
const read = (text: string | Uint8Array) =>
  readPlanFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, { newId })
const reasons = (result: ImportResult) => (result.refusals ?? []).map(refusalWords).join('\n')
const codes = (result: ImportResult) => {
  const counts: Record<string, number> = {}
  for (const { code } of result.refusals ? [] : result.findings) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

const xmlns = 'xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"'
const plan = (core: string, end = '') =>
  `<PerformancePlanOrReport ${xmlns} Type="Performance_Plan"><Name>髙﨑𠮷市の計画🏯</Name>
<StrategicPlanCore><Vision><Description>笑顔のまち</Description></Vision>${core}</StrategicPlanCore>
<AdministrativeInformation><StartDate>2023-04-01</StartDate><EndDate>2028-03-31</EndDate></AdministrativeInformation>${end}</PerformancePlanOrReport>`
const goal = (objective: string) =>
  `<Goal><Name>安全</Name><Description>安全なまち</Description><Objective><Name>防犯</Name>${objective}</Objective></Goal>`
const indicator = `<PerformanceIndicator ValueChainStage="Outcome"><MeasurementDimension>刑法犯</MeasurementDimension>
<UnitOfMeasurement>件</UnitOfMeasurement><MeasurementInstance>
<TargetResult><StartDate>2027-04-01</StartDate><EndDate>2028-03-31</EndDate><NumberOfUnits>200</NumberOfUnits></TargetResult>
<TargetResult><EndDate>2026-03-31</EndDate><NumberOfUnits>250</NumberOfUnits></TargetResult>
<ActualResult><EndDate>2023-03-31</EndDate><NumberOfUnits>312</NumberOfUnits>
<Descriptor><DescriptorName>Status</DescriptorName><DescriptorValue>Baseline</DescriptorValue></Descriptor></ActualResult>
</MeasurementInstance></PerformanceIndicator>`

test('goals, objectives and indicators become policies, measures and indicators with values by fiscal year', () => {
  const result = read(plan(goal(indicator)))
  expect(result).toMatchObject({
    plan: {
      title: '髙﨑𠮷市の計画🏯',
      period: { fiscalYears: [2023, 2027] },
      concept: { vision: { title: '笑顔のまち' } },
      items: [
        { kind: 'policy', title: '安全' },
        { kind: 'measure', title: '防犯' },
      ],
      indicators: [
        {
          name: '刑法犯',
          kind: 'outcome',
          unit: '件',
          baseline: { fiscalYear: 2022, value: 312 },
          interim: [{ fiscalYear: 2025, value: 250 }],
          target: { fiscalYear: 2027, value: 200 },
        },
      ],
    },
  })
})

test('a performing organization becomes the responsible unit, and other stakeholders stay readable', () => {
  const stakeholders = `<Stakeholder StakeholderTypeType="Organization"><Name>防災課</Name><Role><RoleType>Performer</RoleType></Role></Stakeholder>
<Stakeholder StakeholderTypeType="Generic_Group"><Name>自治会</Name></Stakeholder>`
  const result = read(plan(goal(stakeholders)))
  expect(result).toMatchObject({ plan: { units: [{ name: '防災課' }] } })
  expect(JSON.stringify(result)).toContain('自治会')
  expect(codes(result)).toEqual({ 'kept-as-text': 1 })
})

test('what breaks the standard is read all the same, and told by line', () => {
  const odd = plan(
    `<Goal><Identifier>1 bad</Identifier><Name>安全</Name><Extra>x</Extra></Goal><Goal><Name>b</Name><Identifier>same</Identifier></Goal><Goal><Name>c</Name><Identifier>same</Identifier></Goal>`,
    '<Submitter><FirstName>x</FirstName></Submitter>',
  )
  expect(codes(read(odd))).toMatchObject({
    'identifier-not-ncname': 1,
    'wrong-order': 1,
    'unknown-element': 1,
    'doubled-identifier': 1,
    'old-name': 1,
  })
})

test('a plan without dates says which years were assumed', () => {
  const result = read(
    plan(goal('')).replace(/<AdministrativeInformation>.*<\/AdministrativeInformation>/s, ''),
  )
  expect(codes(result)).toHaveProperty('period-assumed')
})

const samples = new URL('../../../../../../shared/data/plan/stratml/samples/', import.meta.url)
const hasSamples = existsSync(samples)

test.skipIf(!hasSamples)('the real Part 1 plan reads without structural findings (needs ../shared)', () => {
  const result = read(readFileSync(new URL('part1-pmoai.xml', samples)))
  expect(codes(result)).toEqual({ 'period-assumed': 1, 'kept-as-text': 3 })
  if (result.refusals) throw new RangeError('it is a plan')
  expect(result.plan.items.map(({ kind }) => kind)).toEqual(['policy', ...Array(5).fill('measure')])
  expect(result.plan.concept.principles).toHaveLength(6)
})

test.skipIf(!hasSamples)(
  'the real Part 2 plan has eighteen elements out of order and nothing else structural (needs ../shared)',
  () => {
    const found = codes(read(readFileSync(new URL('part2-oecd-ai.xml', samples))))
    expect(found).toMatchObject({ 'wrong-order': 18 })
    for (const code of [
      'identifier-not-ncname',
      'doubled-identifier',
      'unknown-element',
      'old-name',
      'start-after-end',
    ]) {
      expect(found).not.toHaveProperty(code)
    }
  },
)

test('our own JSON is read back to the same bytes', () => {
  const result = read(JSON.stringify(smallPlan()))
  expect(canonicalJson(result.refusals ? null : result.plan)).toBe(canonicalJson(smallPlan()))
})

test.each([
  ['truncated', plan(goal(indicator)).slice(0, 400), '途中で切れて'],
  ['not XML', 'これは計画です', 'StratML（XML）か標のJSON'],
  ['of another namespace', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'StratMLの計画ではありません'],
  [
    'with an outside entity',
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${plan('&e;')}`,
    'DOCTYPE',
  ],
  ['with a billion laughs', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${plan('&b;')}`, 'DOCTYPE'],
  ['ten thousand levels deep', plan('<Goal>'.repeat(10_000)), '200段'],
  [
    'without content',
    `<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>x</Name></StrategicPlan>`,
    'StrategicPlanCore',
  ],
  ['empty', '', '空です'],
  ['JSON cut off', JSON.stringify(smallPlan()).slice(0, 500), 'JSONとして読めません'],
  ['JSON of a later format', JSON.stringify({ ...smallPlan(), schema: 'shirube-plan/2' }), '新しい版の標'],
  ['JSON of something else', '{"a":1}', '標の計画のJSONではありません'],
  [
    'JSON with a misspelt field',
    JSON.stringify({ ...smallPlan(), titel: 'x' }),
    '「titel」という欄はありません',
  ],
  ['JSON with a broken id', JSON.stringify({ ...smallPlan(), planId: 'abc' }), 'planId：id の形'],
])('a plan that is %s is refused with a reason', (_name, text, words) => {
  expect(reasons(read(text))).toContain(words)
})

test('fifty megabytes are refused before they are read', () => {
  expect(reasons(read(new Uint8Array(50 * 1024 * 1024).fill(60)))).toContain('50MB')
  expect(largestPlanFile).toBe(10 * 1024 * 1024)
})

test('a key that would change objects of the system changes nothing', () => {
  const text = JSON.stringify(smallPlan()).replace('{', '{"__proto__":{"isPolluted":true},')
  read(text)
  expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined()
})

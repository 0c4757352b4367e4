import { expect, test } from 'vitest'
import type { Measure, Program } from '#src/formats/plan-item.ts'
import { targetExists } from '#src/lib/taxonomy/sdgs.ts'
import { splitBindings } from '#src/lib/text/binding.ts'
import { plainText } from '#src/lib/text/plain-text.ts'
import { bindingsOf } from '../core/bindings.ts'
import { lintPlan } from '../core/lint/lint-plan.ts'
import flaws from './flaws.json' with { type: 'json' }
import { readSamplePlan } from './sample-plan.ts'

const plan = readSamplePlan()
const resolve = bindingsOf(plan)
const measures = plan.items.filter((item): item is Measure => item.kind === 'measure')
const programs = plan.items.filter((item): item is Program => item.kind === 'program')
const indicatorsOf = (itemId: string) => plan.indicators.filter((indicator) => indicator.itemId === itemId)
const lengthOf = (text: string) => [...plainText(text, resolve)].length

/** Texts that are not as long as they should be, with their length. */
const outside = (texts: readonly string[], least: number, most: number) =>
  texts
    .filter((text) => lengthOf(text) < least || lengthOf(text) > most)
    .map((text) => `${lengthOf(text)}字：${text}`)

const { findings } = lintPlan(plan, { today: '2026-11-24' })
const keyOf = ({ ruleId, subjectId }: { ruleId: string; subjectId: string }) => `${ruleId} ${subjectId}`
const found = new Set(findings.map(keyOf))
const meant = new Set(flaws.map(keyOf))

test('the sample plan belongs to the sample town and says that it is invented', () => {
  expect(plan).toMatchObject({
    municipalityCode: '082350',
    municipalityName: 'つくばみらい市',
    isInvented: true,
    period: { start: '2023-04-01', end: '2028-03-31', fiscalYears: [2023, 2027] },
    version: { stage: 'preliminary-draft', number: 1, label: '素案 第1版', frozenOn: null },
  })
})

test('each of the five subcommittees has one field of five or six measures', () => {
  const fields = plan.items.filter(({ kind }) => kind === 'policy')
  expect(fields.flatMap(({ tags }) => tags).sort()).toEqual(
    ['総務企画部会', '市民経済部会', '保健福祉部会', '都市建設部会', '教育部会'].sort(),
  )
  for (const { id } of fields) {
    const own = measures.filter(({ parentId }) => parentId === id).length
    expect(own).toBeGreaterThanOrEqual(5)
    expect(own).toBeLessThanOrEqual(6)
  }
  expect(measures.length).toBeGreaterThanOrEqual(26)
})

test('every measure says what it needs to say', () => {
  for (const measure of measures) {
    const { title } = measure
    const own = programs.filter(({ parentId }) => parentId === measure.id)
    const counts = [
      ['現状の段落', measure.situation.length, 2, 3],
      ['課題', measure.issues.length, 2, 3],
      ['方向', measure.directions.length, 2, 4],
      ['取組', own.length, 2, 5],
      ['指標', indicatorsOf(measure.id).length, 1, 3],
      ['SDGs', measure.sdgs.length, 2, found.has(`SD001 ${measure.id}`) ? 6 : 5],
      ['原則', Object.values(measure.principles).filter(({ applies }) => applies).length, 2, 6],
      ['関係課', measure.support.length, 1, 5],
    ] as const
    for (const [what, count, least, most] of counts) {
      expect(count, `${title}の${what}`).toBeGreaterThanOrEqual(least)
      expect(count, `${title}の${what}`).toBeLessThanOrEqual(most)
    }
    for (const { target } of measure.sdgs) if (target) expect(targetExists(target), title).toBe(true)
  }
})

test('a measure fills its double page and not more', () => {
  const situations = measures.map(({ situation }) => situation.map(({ text }) => text).join(''))
  expect(outside(situations, 150, 260)).toEqual([])
  expect(
    outside(
      measures.flatMap(({ issues }) => issues.map(({ text }) => text)),
      40,
      75,
    ),
  ).toEqual([])
  const directions = measures.flatMap((measure) => measure.directions)
  expect(
    outside(
      directions.map(({ heading }) => heading),
      3,
      18,
    ),
  ).toEqual([])
  expect(
    outside(
      directions.map(({ text }) => text),
      60,
      110,
    ),
  ).toEqual([])
  expect(
    outside(
      measures.flatMap(({ roles }) => Object.values(roles)),
      10,
      75,
    ),
  ).toEqual([])
  expect(
    outside(
      plan.indicators.map(({ name }) => name),
      4,
      26,
    ),
  ).toEqual([])
  expect(
    outside(
      plan.indicators.map(({ definition }) => definition),
      8,
      60,
    ),
  ).toEqual([])
})

test('sentences read aloud in one breath, but for the one meant to be found', () => {
  expect(findings.filter(({ ruleId }) => ruleId === 'DC009').map(keyOf)).toEqual(
    flaws.filter(({ ruleId }) => ruleId === 'DC009').map(keyOf),
  )
})

test('at least 64 indicators carry four to six yearly values that end before the plan begins', () => {
  expect(plan.indicators.length).toBeGreaterThanOrEqual(64)
  for (const { name, actuals, baseline, interim, target } of plan.indicators) {
    const years = actuals.map(({ fiscalYear }) => fiscalYear)
    expect(years.length, name).toBeGreaterThanOrEqual(4)
    expect(years.length, name).toBeLessThanOrEqual(6)
    expect(years, name).toEqual([...new Set(years)].sort())
    expect(Math.max(...years), name).toBeLessThan(plan.period.fiscalYears[0])
    expect(
      actuals.find(({ fiscalYear }) => fiscalYear === baseline.fiscalYear),
      name,
    ).toMatchObject({ value: baseline.value })
    for (const { fiscalYear } of [...interim, ...(target ? [target] : [])]) {
      expect(fiscalYear, name).toBeGreaterThanOrEqual(plan.period.fiscalYears[0])
      expect(fiscalYear, name).toBeLessThanOrEqual(plan.period.fiscalYears[1])
    }
  }
})

test('every indicator explains itself, and eight to ten stand on the front page', () => {
  for (const { name, source, rationale, note, frequency, availableFrom } of plan.indicators) {
    const words = [source.ref, rationale.text, note.whyThis, note.howMeasured, note.limits]
    expect(
      [...words, frequency, availableFrom].filter((text) => text.trim() === ''),
      name,
    ).toEqual([])
  }
  const headlines = plan.indicators.filter(({ isHeadline }) => isHeadline).length
  expect(headlines).toBeGreaterThanOrEqual(8)
  expect(headlines).toBeLessThanOrEqual(10)
  expect(indicatorsOf(plan.concept.vision.id)).toHaveLength(3)
})

test('every number that a text quotes is there', () => {
  const texts = JSON.stringify([plan.concept, plan.items]).match(/\{\{[^}]*\}\}/g) ?? []
  expect(texts.length).toBeGreaterThan(60)
  const lost = texts.filter((text) => {
    const piece = splitBindings(text)[0]
    return !piece || !('binding' in piece) || resolve(piece.binding) === undefined
  })
  expect(lost).toEqual([])
})

test('every id is given once, and every reference names something', () => {
  const things = [
    plan.concept.vision,
    ...plan.concept.principles,
    ...plan.items,
    ...plan.indicators,
    ...plan.projects,
    ...plan.dataPoints,
    ...plan.evidence,
    ...plan.relatedPlans,
    ...plan.units,
    ...plan.decisions,
  ]
  const paragraphs = [
    ...programs.flatMap(({ text }) => text),
    ...measures.flatMap((one) => [...one.situation, ...one.issues, ...one.directions, ...one.reviewTriggers]),
  ]
  const ids = [...things, ...paragraphs].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const known = new Set(ids)
  const successors = plan.units.flatMap((unit) => unit.successors.map(({ unitId }) => unitId))
  const inside = [
    ...successors,
    ...plan.units.flatMap(({ parentId }) => parentId ?? []),
    ...plan.projects.map(({ parentId }) => parentId),
    ...plan.relatedPlans.flatMap(({ ownerId, successorId }) => [ownerId ?? [], successorId ?? []].flat()),
    ...plan.evidence.flatMap(({ addedBy }) => addedBy ?? []),
  ]
  expect(inside.filter((id) => !known.has(id))).toEqual([])
  expect(findings.filter(({ ruleId }) => ruleId === 'ST007' || ruleId === 'ST002')).toEqual([])
})

test('a paragraph bears the id of the item it stands in', () => {
  for (const { id, situation, issues, directions, reviewTriggers } of measures) {
    for (const paragraph of [...situation, ...issues, ...directions, ...reviewTriggers]) {
      expect(paragraph.id.startsWith(`${id}/`)).toBe(true)
    }
  }
})

test('every issue rests on evidence, and what is invented says so', () => {
  const supported = new Set(plan.evidence.map(({ from }) => from))
  const bare = measures.flatMap(({ issues }) => issues.filter(({ id }) => !supported.has(id)))
  expect(bare).toEqual([])
  const official = /^「?(SSDSE|国勢調査|農林業センサス|学校基本調査|介護保険事業状況報告)/
  const unmarked = plan.evidence.filter(({ to }) => !official.test(to.ref) && !to.ref.includes('（架空）'))
  expect(unmarked).toEqual([])
  for (const { source } of plan.dataPoints) {
    expect(source.kind === 'invented').toBe(source.ref.includes('見本（架空）'))
  }
})

test('the money of a project adds up', () => {
  for (const { budget } of plan.projects) {
    for (const { national, prefectural, bond, other, general, total } of budget) {
      expect(national + prefectural + bond + other + general).toBe(total)
    }
  }
})

test('the lint finds every flaw that was left in for it', () => {
  expect([...meant].filter((key) => !found.has(key))).toEqual([])
  expect(flaws.length).toBeGreaterThanOrEqual(15)
})

test('nothing else is wrong with the structure, indicators, owners, texts and tags', () => {
  const judged = findings.filter(({ ruleId }) => /^(ST|IN|OW|DC|SD)/.test(ruleId))
  expect(judged.filter((finding) => !meant.has(keyOf(finding)))).toEqual([])
})

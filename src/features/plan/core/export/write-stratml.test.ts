import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { measureId, planWith, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { randomOf } from '../diff/cases/random.ts'
import { edited } from '../diff/cases/random-edits.ts'
import { readPlanFile } from '../import/read-plan-file.ts'
import type { StratmlOptions } from './stratml-plan.ts'
import { writeStratml } from './write-stratml.ts'

const example = planDocument.parse(
  JSON.parse(readFileSync('docs/formats/plan-document.example.json', 'utf8')) as unknown,
)
const choices: StratmlOptions[] = [
  { part: 1 },
  { part: 2 },
  { part: 2, programs: 'other-information' },
  { part: 1, programs: 'other-information', sourceUrl: 'https://www.city.example.jp/plan' },
]
const awkward = [
  'a: b',
  '12',
  'null',
  '[]',
  '"x"',
  '{"a":1}',
  ' 前後の空白 ',
  '一行目\n二行目',
  '髙﨑𠮷👪',
  '<b>&amp;',
  'schema: x',
  'a\rb\u0085c\u2028d',
]
const noIds = () => {
  throw new Error('an own document brings its ids')
}
const read = (xml: string): PlanDocument => {
  const result = readPlanFile(new TextEncoder().encode(xml), { newId: noIds })
  if (result.refusals) throw new Error(JSON.stringify(result.refusals))
  return result.plan
}

describe.each(choices)('StratML Part $part, programs as $programs', (options) => {
  test.each([
    ['small plan', smallPlan()],
    ['example', example],
  ])('%s: what was written reads back and is written the same', (_, plan) => {
    const { xml } = writeStratml(plan, options)
    expect(writeStratml(read(xml), options).xml).toBe(xml)
  })

  test('so does every plan that random edits make', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { xml } = writeStratml(edited(smallPlan(), randomOf(seed), seed % 40), options)
      expect(writeStratml(read(xml), options).xml, `seed ${seed}`).toBe(xml)
    }
  })

  test.each(awkward)('words of every kind come back as they were: %j', (text) => {
    const plan = planWithMeasure({
      situation: [],
      title: text,
      desiredState: text,
      summary: text,
      alternatives: text,
    })
    const [before, after] = [plan, read(writeStratml(plan, options).xml)].map(({ items }) =>
      items.find(({ id }) => id === measureId),
    )
    expect(after).toStrictEqual({ ...before, status: 'draft', notes: '' })
  })
})

describe('what is kept', () => {
  test('all but what is internal, and bound numbers become words', () => {
    const back = read(writeStratml(example, { part: 2 }).xml)
    const bound = (text: string) => text.replaceAll(/\{\{[^}]*\}\}/g, '#')
    const inner = {
      ...example,
      items: example.items.map((item) => ({ ...item, notes: '', status: 'draft' })),
      evidence: example.evidence.map(({ addedBy: _, ...link }) => link),
      projects: back.projects,
    }
    const same = (plan: object) => bound(JSON.stringify(sorted(plan)))
    const filled = JSON.parse(JSON.stringify(back)) as PlanDocument
    for (const item of filled.items) {
      if (item.kind !== 'measure') continue
      const before = example.items.find(({ id }) => id === item.id)
      if (before?.kind === 'measure') item.situation = before.situation
    }
    expect(same(filled)).toBe(same(inner))
  })

  test('notes tell what has no element, what was filled in and what was left out', () => {
    const plan = planWith({ publish: 'list' })
    const { notes } = writeStratml(plan, { part: 2 })
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['kept-as-words', 'left-out']))
    for (const { message } of notes) expect(message).toMatch(/[ぁ-ん].*件）。$/)
  })

  test('a line changed by hand into something else is refused by name', () => {
    const { xml } = writeStratml(smallPlan(), { part: 2 })
    const broken = xml.replace('kind: comprehensive', 'kind: "secret')
    expect(readPlanFile(new TextEncoder().encode(broken), { newId: noIds }).refusals?.[0]?.path).toBe('kind')
    const odd = xml.replace('municipalityCode: 082350', 'municipalityCode: 0823')
    expect(readPlanFile(new TextEncoder().encode(odd), { newId: noIds }).refusals?.[0]?.path).toBe(
      'municipalityCode',
    )
  })
})

const sorted = (value: object) =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, Array.isArray(inner) ? [...inner].sort(byId) : inner]),
  )
const byId = (a: { id?: string }, b: { id?: string }) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)

const schemaFiles = {
  1: 'StrategicPlanISOVersion20140401.xsd',
  2: 'PerformancePlanOrReport20160216.xsd',
} as const
const schemas = '../shared/data/plan/stratml/schemas'
describe.skipIf(!existsSync(schemas) || spawnSync('xmllint', ['--version']).error)(
  'valid by the published schemas (needs ../shared and xmllint)',
  () => {
    test.each(choices)('Part $part, programs as $programs', (options) => {
      const folder = mkdtempSync(join(tmpdir(), 'stratml-'))
      for (const [at, plan] of [smallPlan(), example, planWith({ items: [], indicators: [] })].entries()) {
        const file = join(folder, `${at}.xml`)
        writeFileSync(file, writeStratml(plan, options).xml)
        const schema = `${schemas}/${schemaFiles[options.part]}`
        const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file])
        expect(status, stderr.toString()).toBe(0)
      }
      rmSync(folder, { recursive: true })
    })
  },
)

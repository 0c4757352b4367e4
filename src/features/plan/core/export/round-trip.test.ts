import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { indicator } from '#src/formats/plan-indicator.ts'
import { planItem } from '#src/formats/plan-item.ts'
import { project } from '#src/formats/plan-parts.ts'
import { fullPlan } from '#test/full-plan.ts'
import { readPlanFile } from '../import/read-plan-file.ts'
import { sheetsAsRead } from '../workbook/cases/sheets-as-read.ts'
import { planSheets } from '../workbook/plan-sheets.ts'
import { readPlanSheets } from '../workbook/read-plan-sheets.ts'
import { writeStratml } from './write-stratml.ts'

/** Fields that say which thing it is and where it stands; they are kept by every format. */
const identity = ['id', 'kind', 'itemId', 'parentId', 'order', 'schema', 'planId', 'version']

type Row = Record<string, unknown>
const groups: {
  name: string
  shape: Record<string, z.core.$ZodType>
  rows: (plan: PlanDocument) => Row[]
}[] = [
  { name: '計画', shape: planDocument.shape, rows: (plan) => [plan] },
  ...planItem.options.map((option) => ({
    name: option.shape.kind.value,
    shape: option.shape,
    rows: (plan: PlanDocument) => plan.items.filter(({ kind }) => kind === option.shape.kind.value),
  })),
  { name: '指標', shape: indicator.shape, rows: (plan) => plan.indicators },
  { name: '事務事業', shape: project.shape, rows: (plan) => plan.projects },
]
const groupNames: Record<string, string> = { policy: '政策', measure: '施策', program: '基本事業' }

/** The same plan with nothing said but identity and place: what comes back then came from the file alone. */
function bare(plan: PlanDocument): PlanDocument {
  const strip = (shape: Record<string, z.core.$ZodType>, row: Row, always: readonly string[]) =>
    Object.fromEntries(
      Object.entries(row).filter(([key]) => [...identity, ...always].includes(key) || !absent(shape, key)),
    )
  const absent = (shape: Record<string, z.core.$ZodType>, key: string) =>
    z.safeParse(shape[key] ?? z.never(), undefined).success
  const shapeOf = (kind: string) => planItem.options.find((one) => one.shape.kind.value === kind)?.shape ?? {}
  return planDocument.parse({
    ...plan,
    items: plan.items.map((item) => ({ ...strip(shapeOf(item.kind), item, []), title: '?' })),
    indicators: plan.indicators.map((one) => ({
      ...strip(indicator.shape, one, []),
      name: '?',
      unit: '',
      kind: 'context',
      direction: null,
      accumulation: null,
      source: { kind: 'other', ref: '' },
      baseline: { fiscalYear: 1900, value: null },
      target: null,
    })),
    projects: plan.projects.map((one) => ({ ...strip(project.shape, one, []), title: '?' })),
  })
}

const ways: Record<string, (plan: PlanDocument) => PlanDocument> = {
  StratML: (plan) => {
    const { xml } = writeStratml(plan, { part: 2 })
    const result = readPlanFile(new TextEncoder().encode(xml), { newId: (kind) => `${kind}_7777777777` })
    if (result.refusals) throw new Error(JSON.stringify(result.refusals))
    return result.plan
  },
  Excel: (plan) => {
    const options = { base: bare(plan), units: plan.units, newId: (kind: string) => `${kind}_7777777777` }
    const result = readPlanSheets(sheetsAsRead(planSheets(plan)), options)
    if (result.issues) throw new Error(JSON.stringify(result.issues))
    return result.plan
  },
}

const outOfWorkbook = ['計画'] // the workbook carries items, indicators and projects, not the plan around them

/** Whether each field came back, by its name in the table. */
function kept(way: string): Map<string, boolean> {
  const before = fullPlan()
  const after = ways[way]?.(before) ?? before
  const outcome = new Map<string, boolean>()
  for (const { name, shape, rows } of groups) {
    for (const field of Object.keys(shape)) {
      if (['items', 'indicators', 'projects'].includes(field)) continue
      const same = rows(before).every((row, at) => text(row[field]) === text(rows(after)[at]?.[field]))
      outcome.set(
        `${groupNames[name] ?? name} ${field}`,
        way === 'Excel' && outOfWorkbook.includes(name) ? false : same,
      )
    }
  }
  return outcome
}
const text = (value: unknown) => (value === undefined ? '' : canonicalJson(value))

test('the plan of these tests says something in every field', () => {
  for (const { name, shape, rows } of groups) {
    for (const [field, schema] of Object.entries(shape)) {
      if (field === 'order') continue
      const absent = z.safeParse(schema, undefined)
      const values = rows(fullPlan()).map((row) => text(row[field]))
      const nothing = absent.success ? text(absent.data) : undefined
      expect(
        values.some((value) => value !== nothing && value !== '[]'),
        `${name} ${field}`,
      ).toBe(true)
    }
  }
})

test('the table of the docs says what is so', () => {
  const table = readFileSync('docs/formats/round-trip.md', 'utf8')
  const rows = [...table.matchAll(/^\| (\S+) \| `(\w+)` \| ([○×]) \| ([○×]) \|/gm)]
  const told = rows.map(([, group, field, stratml, excel]) => [`${group} ${field}`, stratml, excel].join(' '))
  const [stratml, excel] = [kept('StratML'), kept('Excel')]
  const found = [...stratml].map(([name, isKept]) =>
    [name, isKept ? '○' : '×', excel.get(name) ? '○' : '×'].join(' '),
  )
  expect(told).toEqual(found)
})

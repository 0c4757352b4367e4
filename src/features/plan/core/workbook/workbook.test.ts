import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'
import { measureId, planWithIndicator, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { randomOf } from '../diff/cases/random.ts'
import { edited } from '../diff/cases/random-edits.ts'
import { sheetsAsRead } from './cases/sheets-as-read.ts'
import { planSheets } from './plan-sheets.ts'
import { readPlanSheets, type SheetResult } from './read-plan-sheets.ts'

const example = planDocument.parse(
  JSON.parse(readFileSync('docs/formats/plan-document.example.json', 'utf8')) as unknown,
)

/** Ids that follow from nothing but their number. */
function counter() {
  let count = 0
  return (kind: string) => `${kind}_${String(++count).padStart(10, '7')}`
}

const sheetsOf = (plan: PlanDocument) => sheetsAsRead(planSheets(plan))
const readOnto = (base: PlanDocument, sheets: readonly ReadSheet[]): SheetResult =>
  readPlanSheets(sheets, { base, units: base.units, newId: counter() })
function readPlan(base: PlanDocument, sheets: readonly ReadSheet[]): PlanDocument {
  const result = readOnto(base, sheets)
  if (result.issues) throw new Error(JSON.stringify(result.issues.slice(0, 5)))
  return result.plan
}

/** Types into the cell of a row (from 1, below the headings) under a heading. */
function typed(
  sheets: ReadSheet[],
  place: { sheet: string; row: number; heading: string },
  text: string,
): ReadSheet[] {
  const changed = structuredClone(sheets)
  const sheet = changed.find(({ name }) => name === place.sheet)
  const column =
    sheet?.rows[2]?.find(({ value }) => value.kind === 'text' && value.text === place.heading)?.column ?? 0
  const row = 3 + place.row
  let cells = sheet?.rows.find(([first]) => first?.row === row)
  if (!cells) {
    cells = []
    sheet?.rows.push(cells)
  }
  const at = cells.findIndex((cell) => cell.column === column)
  if (at >= 0) cells.splice(at, 1)
  if (text) cells.push({ row, column, value: { kind: 'text', text } })
  cells.sort((a, b) => a.column - b.column)
  return changed
}

const inOrder = (plan: PlanDocument) =>
  canonicalJson({
    ...plan,
    items: [...plan.items].sort((a, b) => (a.id < b.id ? -1 : 1)),
    indicators: [...plan.indicators].sort((a, b) => (a.id < b.id ? -1 : 1)),
  })

describe('a workbook that nobody changed changes nothing', () => {
  test.each([
    ['small plan', smallPlan()],
    ['example', example],
  ])('%s', (_, plan) => {
    expect(inOrder(readPlan(plan, sheetsOf(plan)))).toBe(inOrder(plan))
  })

  test('a plan after many random edits', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const plan = settled(edited(smallPlan(), randomOf(seed), seed % 25))
      expect(inOrder(readPlan(plan, sheetsOf(plan))), `seed ${seed}`).toBe(inOrder(plan))
    }
  })
})

/** Places as the product keeps them: orders without gaps, every item somewhere, no two things under one name. */
function settled(plan: PlanDocument): PlanDocument {
  const sheets = sheetsOf(plan)
  const result = readOnto(plan, sheets)
  return result.issues ? smallPlan() : result.plan
}

describe('what people type', () => {
  test('a changed name, text, owner and value arrive; the rest stays', () => {
    const base = smallPlan()
    let sheets = sheetsOf(base)
    sheets = typed(sheets, { sheet: '体系', row: 2, heading: '名前' }, '子育ての支え')
    sheets = typed(sheets, { sheet: '体系', row: 2, heading: '主管課' }, '道路課')
    sheets = typed(sheets, { sheet: '指標', row: 1, heading: '目標値' }, '１，２３４．５')
    const plan = readPlan(base, sheets)
    const measure = plan.items.find(({ id }) => id === measureId)
    expect(measure).toMatchObject({ title: '子育ての支え', lead: 'ou_0000000002' })
    expect(plan.indicators[0]?.target?.value).toBe(1234.5)
    expect(plan.evidence).toEqual(base.evidence)
  })

  test('an edited paragraph keeps its id, a new one gets a new number', () => {
    const base = planWithMeasure({
      issues: [
        { id: `${measureId}/issues/p1`, text: '一つ目' },
        { id: `${measureId}/issues/p2`, text: '二つ目' },
      ],
    })
    const sheets = typed(
      sheetsOf(base),
      { sheet: '体系', row: 2, heading: '課題' },
      '一つ目\n\n新しい\n\n二つ目',
    )
    const measure = readPlan(base, sheets).items.find(({ id }) => id === measureId)
    if (measure?.kind !== 'measure') throw new Error('no measure')
    expect(measure.issues.map(({ text }) => text)).toEqual(['一つ目', '新しい', '二つ目'])
    expect([measure.issues[0]?.id, measure.issues[2]?.id]).toEqual([
      `${measureId}/issues/p1`,
      `${measureId}/issues/p2`,
    ])
    expect(new Set(measure.issues.map(({ id }) => id)).size).toBe(3)
  })

  test('a new measure below a policy, with an indicator and a project', () => {
    const base = smallPlan()
    const places = { sheet: '体系', row: (sheetsOf(base)[0]?.rows.length ?? 0) - 2 }
    let sheets = typed(sheetsOf(base), { ...places, heading: '種別' }, '施策')
    sheets = typed(sheets, { ...places, heading: '番号' }, '2-9')
    sheets = typed(sheets, { ...places, heading: '上位の番号' }, '2')
    sheets = typed(sheets, { ...places, heading: '名前' }, '公園の整備')
    sheets = typed(sheets, { sheet: '指標', row: 2, heading: '施策の番号' }, '2-9')
    sheets = typed(sheets, { sheet: '指標', row: 2, heading: '指標名' }, '公園の利用者数')
    sheets = typed(sheets, { sheet: '事務事業', row: 9, heading: '事業番号' }, 'A')
    sheets = typed(sheets, { sheet: '事務事業', row: 9, heading: '上位の番号' }, '2-9')
    sheets = typed(sheets, { sheet: '事務事業', row: 9, heading: '事業名' }, '公園整備事業')
    sheets = typed(sheets, { sheet: '事業費', row: 9, heading: '事業番号' }, 'A')
    sheets = typed(sheets, { sheet: '事業費', row: 9, heading: '年度' }, '2026')
    sheets = typed(sheets, { sheet: '事業費', row: 9, heading: '一般財源（千円）' }, '1200')
    const plan = readPlan(base, sheets)
    const added = plan.items.find(({ title }) => title === '公園の整備')
    expect(added).toMatchObject({ kind: 'measure', parentId: 'po_0000000002' })
    expect(plan.indicators.find(({ name }) => name === '公園の利用者数')?.itemId).toBe(added?.id)
    expect(plan.projects.find(({ title }) => title === '公園整備事業')).toMatchObject({
      parentId: added?.id,
      budget: [{ fiscalYear: 2026, general: 1200, total: 1200, national: 0, certainty: 'estimate' }],
    })
  })

  test('rows taken out of the sheet stay in the plan, and it is said so', () => {
    const base = smallPlan()
    const sheets = sheetsOf(base).map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 4) }))
    const result = readOnto(base, sheets)
    if (result.issues) throw new Error(JSON.stringify(result.issues))
    expect(inOrder(result.plan)).toBe(inOrder(base))
    expect(result.notes[0]).toMatch(/^体系：シートに行がない\d+件は、そのまま残します$/)
  })
})

describe('what is wrong is told by sheet and cell, and there is no plan then', () => {
  const cases: [string, { sheet: string; row: number; heading: string }, string, RegExp][] = [
    ['D5', { sheet: '体系', row: 2, heading: '上位の番号' }, '9', /番号「9」の行がありません/],
    ['B5', { sheet: '体系', row: 2, heading: '種別' }, '方策', /種別は「政策」「施策」「基本事業」/],
    ['A5', { sheet: '体系', row: 2, heading: 'id（変えない）' }, 'me_9999999999', /この計画にありません/],
    ['E5', { sheet: '体系', row: 2, heading: '名前' }, '', /名前を書いてください/],
    ['M5', { sheet: '体系', row: 2, heading: '主管課' }, '宇宙課', /「宇宙課」という課はありません/],
    ['P5', { sheet: '体系', row: 2, heading: 'SDGs（ゴール）' }, '3、18', /1から17/],
    ['C5', { sheet: '体系', row: 2, heading: '番号' }, '1', /ほかの行と同じ/],
    ['B4', { sheet: '指標', row: 1, heading: '施策の番号' }, '7-7', /番号「7-7」の項目がありません/],
    ['N4', { sheet: '指標', row: 1, heading: '基準値' }, '約20', /「約20」は数ではありません/],
    ['M4', { sheet: '指標', row: 1, heading: '基準年度' }, '令和', /西暦の4けた/],
    ['G4', { sheet: '指標', row: 1, heading: '方向性' }, '上げる', /「増やす」「減らす」「保つ」/],
  ]
  test.each(cases)('%s', (cell, place, text, message) => {
    const result = readOnto(smallPlan(), typed(sheetsOf(smallPlan()), place, text))
    expect(result.issues?.[0]).toMatchObject({ sheet: place.sheet, cell })
    expect(result.issues?.[0]?.message).toMatch(message)
  })

  test('merged cells, a formula, a missing heading and a workbook without our sheets', () => {
    const sheets = sheetsOf(smallPlan())
    const merged = sheets.map((sheet, at) => (at === 0 ? { ...sheet, merged: ['B4:B6'] } : sheet))
    expect(readOnto(smallPlan(), merged).issues?.[0]).toMatchObject({ sheet: '体系', cell: 'B4:B6' })
    const formula = structuredClone(sheets)
    const cell = formula[1]?.rows[3]?.find(({ column }) => column === 14)
    if (cell) cell.value = { kind: 'problem', problem: 'formula', shown: '=1+1' }
    expect(readOnto(smallPlan(), formula).issues?.[0]).toMatchObject({ sheet: '指標', cell: 'N4' })
    const headless = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(3) }))
    expect(readOnto(smallPlan(), headless).issues?.[0]?.message).toMatch(/見出し「種別」「番号」「名前」/)
    expect(readOnto(smallPlan(), []).issues?.[0]?.message).toMatch(/どのシートもありません/)
  })

  test('an item cannot be put below itself or below what it holds', () => {
    const plan = { ...smallPlan(), policyDepth: 2 }
    const sheets = typed(sheetsOf(plan), { sheet: '体系', row: 1, heading: '上位の番号' }, '1')
    expect(readOnto(plan, sheets).issues?.[0]?.message).toMatch(/ここに置けません/)
  })
})

test('a value that changed loses its old comment; one that stayed keeps it', () => {
  const actuals = [
    { fiscalYear: 2020, value: 31, comment: '速報', provisional: true },
    { fiscalYear: 2021, value: 25, comment: '確定', provisional: false },
  ]
  const base = planWithIndicator({ actuals })
  const sheets = typed(sheetsOf(base), { sheet: '指標', row: 1, heading: '実績 2020年度' }, '30')
  expect(readPlan(base, sheets).indicators[0]?.actuals).toEqual([
    { fiscalYear: 2020, value: 30, comment: '', provisional: false },
    actuals[1],
  ])
})

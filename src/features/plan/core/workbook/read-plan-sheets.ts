import type { z } from 'zod'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import type { PlanUnit } from '#src/formats/plan-parts.ts'
import { type CellIssue, type HeadingTable, headingTable } from '#src/lib/table/heading-rows.ts'
import type { ReadSheet } from '#src/lib/table/table.ts'
import { indicatorHeaders, indicatorSheetName } from './indicator-sheet.ts'
import { itemHeaders, itemSheetName } from './item-sheet.ts'
import { budgetHeaders, budgetSheetName, projectHeaders, projectSheetName } from './project-sheets.ts'
import { readIndicators } from './read-indicators.ts'
import { readItems } from './read-items.ts'
import { readProjects } from './read-projects.ts'
import type { SheetOptions, SheetReading } from './sheet-reading.ts'

/** The plan as the sheets make it, or everything that is wrong, by sheet and cell. */
export type SheetResult =
  | { plan: PlanDocument; notes: string[]; issues?: undefined }
  | { issues: CellIssue[]; more: number; plan?: undefined }

const mostIssues = 200

/**
 * Reads the workbook of a plan: sheets 体系, 指標, 事務事業 and 事業費, each may be absent.
 *
 * Rows with an id change what has it, rows without become new; what has no row stays as it is. Pure.
 */
export function readPlanSheets(sheets: readonly ReadSheet[], options: SheetOptions): SheetResult {
  const issues: CellIssue[] = []
  const tables = Object.fromEntries(
    Object.entries(wanted).map(([name, headings]) => [name, tableOf(sheets, { name, headings, issues })]),
  )
  if (Object.values(tables).every((table) => table === undefined) && issues.length === 0) {
    issues.push({
      sheet: '',
      cell: '',
      message: `「${Object.keys(wanted).join('」「')}」のどのシートもありません`,
    })
  }
  const reading: SheetReading = {
    ...options,
    unitId: unitFinder(options.units),
    itemIds: new Map(),
    notes: [],
  }
  const { base } = options
  const items = readItems(tables[itemSheetName], reading)
  const indicators = readIndicators(tables[indicatorSheetName], reading)
  const projects = readProjects(tables[projectSheetName], tables[budgetSheetName], reading)
  for (const table of Object.values(tables)) issues.push(...(table?.issues ?? []))
  if (issues.length > 0) {
    return { issues: issues.slice(0, mostIssues), more: Math.max(0, issues.length - mostIssues) }
  }
  const read = planDocument.safeParse({ ...base, items, indicators, projects })
  if (!read.success) return { issues: read.error.issues.slice(0, mostIssues).map(formatIssue), more: 0 }
  return { plan: read.data, notes: reading.notes }
}

const wanted: Readonly<Record<string, readonly string[]>> = {
  [itemSheetName]: [itemHeaders.kind, itemHeaders.number, itemHeaders.title],
  [indicatorSheetName]: [indicatorHeaders.item, indicatorHeaders.name],
  [projectSheetName]: [projectHeaders.number, projectHeaders.title],
  [budgetSheetName]: [budgetHeaders.project, budgetHeaders.fiscalYear],
}

type Wanted = { name: string; headings: readonly string[]; issues: CellIssue[] }

function tableOf(sheets: readonly ReadSheet[], { name, headings, issues }: Wanted): HeadingTable | undefined {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) return undefined
  const merged = sheet.merged[0]
  if (merged) {
    issues.push({
      sheet: name,
      cell: merged,
      message: 'セルが結合されています。結合を解いて、1行に1件で書いてください',
    })
  }
  const table = headingTable(sheet, headings)
  if (!table) {
    issues.push({
      sheet: name,
      cell: 'A1',
      message: `見出し「${headings.join('」「')}」のある行が見つかりません`,
    })
  }
  return table
}

/** Of units with the same name, the one that still exists. */
function unitFinder(units: readonly PlanUnit[]): SheetReading['unitId'] {
  const byName = new Map<string, PlanUnit>()
  for (const unit of units) {
    if (!byName.has(unit.name) || unit.validTo === undefined) byName.set(unit.name, unit)
    byName.set(unit.id, unit)
  }
  return (name) => byName.get(name)?.id
}

const formatIssue = ({ path, message }: z.core.$ZodIssue): CellIssue => ({
  sheet: '',
  cell: path.map(String).join('.'),
  message,
})

import { type Project, project as projectSchema } from '#src/formats/plan-parts.ts'
import type { HeadingRow, HeadingTable } from '#src/lib/table/heading-rows.ts'
import { certainties, deliveries, newOrContinued } from './plan-words.ts'
import { budgetHeaders as b, projectHeaders as h } from './project-sheets.ts'
import { chosen } from './read-indicators.ts'
import { given } from './read-items.ts'
import type { SheetReading } from './sheet-reading.ts'

type Budget = Project['budget'][number]

/** The projects as the two sheets have them, and those without a row. */
export function readProjects(
  table: HeadingTable | undefined,
  budgetTable: HeadingTable | undefined,
  reading: SheetReading,
): Project[] {
  const { base, notes } = reading
  const ids = new Map<string, string>(base.projects.map(({ id }, at) => [String(at + 1), id]))
  const read = table ? rowsOf(table, ids, reading) : base.projects
  const seen = new Set(read.map(({ id }) => id))
  const left = base.projects.filter(({ id }) => !seen.has(id))
  if (left.length > 0) notes.push(`事務事業：シートに行がない${left.length}件は、そのまま残します`)
  const projects = [...read, ...left]
  if (!budgetTable) return projects
  const budgets = budgetsOf(budgetTable, ids)
  const shown = new Set(read.map(({ id }) => id))
  return projects.map((one) => (shown.has(one.id) ? { ...one, budget: budgets.get(one.id) ?? [] } : one))
}

function rowsOf(table: HeadingTable, ids: Map<string, string>, reading: SheetReading): Project[] {
  ids.clear()
  return table.rows.flatMap((row) => {
    const found = projectOf(row, reading)
    const number = row.text(h.number) ?? ''
    if (number === '') row.issue(h.number, '事業番号を書いてください')
    else if (ids.has(number)) row.issue(h.number, `事業番号「${number}」がほかの行と同じです`)
    if (!found) return []
    ids.set(number, found.id)
    return [found]
  })
}

function projectOf(row: HeadingRow, { base, newId, itemIds, unitId }: SheetReading): Project | undefined {
  const id = row.text(h.id)
  const old = id ? base.projects.find((one) => one.id === id) : undefined
  if (id && !old) {
    row.issue(h.id, `「${id}」という id の事務事業は、この計画にありません。新しい行は id を空けてください`)
    return undefined
  }
  const number = row.text(h.parent)?.normalize('NFKC')
  const parentId = number === undefined ? old?.parentId : itemIds.get(number)
  if (!parentId)
    row.issue(h.parent, number ? `番号「${number}」の項目がありません` : '上位の番号を書いてください')
  const title = row.text(h.title) ?? ''
  if (title === '') row.issue(h.title, '事業名を書いてください')
  const owner = row.text(h.owner)
  const ownerId = owner === undefined ? old?.ownerId : owner === '' ? null : unitId(owner)
  if (owner && !ownerId) row.issue(h.owner, `「${owner}」という課はありません。組織の画面で確かめてください`)
  if (!parentId) return undefined
  const before = old ?? projectSchema.parse({ id: newId('pj'), parentId, title })
  const priority = row.text(h.priority)
  const changed = {
    ...before,
    parentId,
    title,
    ...given({ ownerId, summary: row.text(h.summary), legalBasis: row.text(h.legalBasis) }),
    ...given({ category: row.text(h.category), period: periodOf(row) }),
    ...given({ priority: priority === undefined ? undefined : priority !== '' }),
  }
  return withChoices(changed, row)
}

/** An emptied choice is taken away. */
function withChoices(project: Project, row: HeadingRow): Project {
  const delivery = chosen(row, h.delivery, deliveries)
  const isNew = chosen(row, h.newOrContinued, newOrContinued)
  const { delivery: oldDelivery, newOrContinued: oldNew, ...rest } = project
  return {
    ...rest,
    ...given({ delivery: delivery === undefined ? oldDelivery : (delivery ?? undefined) }),
    ...given({ newOrContinued: isNew === undefined ? oldNew : (isNew ?? undefined) }),
  }
}

function periodOf(row: HeadingRow): Project['period'] | undefined {
  const [from, to] = [row.year(h.from), row.year(h.to)]
  if (from === undefined || to === undefined) return undefined
  if (from === null && to === null) return null
  if (from === null || to === null || to < from) {
    row.issue(h.to, '始めの年度と終わりの年度を、順に両方書いてください')
    return undefined
  }
  return [from, to]
}

function budgetsOf(table: HeadingTable, ids: ReadonlyMap<string, string>): Map<string, Budget[]> {
  const budgets = new Map<string, Budget[]>()
  for (const row of table.rows) {
    const number = row.text(b.project) ?? ''
    const id = ids.get(number)
    if (!id) {
      row.issue(b.project, `事業番号「${number}」の事務事業がありません`)
      continue
    }
    const line = budgetOf(row)
    if (line) budgets.set(id, [...(budgets.get(id) ?? []), line])
  }
  return budgets
}

const sources = ['national', 'prefectural', 'bond', 'other', 'general'] as const

function budgetOf(row: HeadingRow): Budget | undefined {
  const fiscalYear = row.year(b.fiscalYear)
  if (!fiscalYear) row.issue(b.fiscalYear, '年度を書いてください')
  const amount = (heading: string) => {
    const value = row.number(heading) ?? 0
    if (!Number.isInteger(value)) row.issue(heading, '千円の単位の整数で書いてください')
    return value
  }
  const parts = sources.map((source) => amount(b[source]))
  const sum = parts.reduce((all, part) => all + part, 0)
  const total = row.number(b.total) ?? sum
  if (total !== sum) row.issue(b.total, `合計${total}が、内訳の和${sum}と合いません`)
  if (!fiscalYear) return undefined
  const [national = 0, prefectural = 0, bond = 0, other = 0, general = 0] = parts
  const certainty = chosen(row, b.certainty, certainties) ?? 'estimate'
  return { fiscalYear, national, prefectural, bond, other, general, total, certainty }
}

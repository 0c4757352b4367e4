import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Project } from '#src/formats/plan-parts.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { numbersOf } from '../numbering.ts'
import { certainties, deliveries, newOrContinued } from './plan-words.ts'
import { mark, marks, type SheetColumn, textColumn, writeColumns, writeRows } from './sheet-column.ts'

export const projectSheetName = '事務事業'
export const budgetSheetName = '事業費'

export const projectHeaders = {
  id: 'id（変えない）',
  number: '事業番号',
  parent: '上位の番号',
  title: '事業名',
  summary: '概要',
  owner: '担当課',
  legalBasis: '根拠法令',
  category: '区分',
  delivery: '実施方法',
  from: '始めの年度',
  to: '終わりの年度',
  newOrContinued: '新規・継続',
  priority: '重点',
} as const

/** The parts of a budget row, in thousand yen, in the order of the sheet. */
export const budgetHeaders = {
  project: '事業番号',
  title: '事業名',
  fiscalYear: '年度',
  national: '国庫支出金（千円）',
  prefectural: '県支出金（千円）',
  bond: '地方債（千円）',
  other: 'その他（千円）',
  general: '一般財源（千円）',
  total: '合計（千円）',
  certainty: '確度',
} as const

type Row = { project: Project; number: string }

/** 事務事業 and their budget rows, a sheet each. */
export function projectSheets(plan: PlanDocument): WriteSheet[] {
  const rows = plan.projects.map((project, at) => ({ project, number: String(at + 1) }))
  const columns = projectColumns(plan)
  const budget = rows.flatMap((row) => row.project.budget.map((line) => ({ ...row, line })))
  return [
    {
      name: projectSheetName,
      title: `${plan.title}　事務事業`,
      guidance:
        '上位の番号は「体系」の番号です。新しい行は、idを空け、ほかと重ならない事業番号を書いてください。',
      columns: writeColumns(columns),
      rows: writeRows(columns, rows),
    },
    {
      name: budgetSheetName,
      title: `${plan.title}　事業費`,
      guidance: '単位は千円です。合計は、国庫支出金から一般財源までの和と同じになるように書いてください。',
      columns: writeColumns(budgetColumns),
      rows: writeRows(budgetColumns, budget),
    },
  ]
}

function projectColumns(plan: PlanDocument): SheetColumn<Row>[] {
  const h = projectHeaders
  const numbers = numbersOf(plan)
  const unitName = (id: string | null) => plan.units.find((unit) => unit.id === id)?.name ?? id ?? ''
  const year = { width: 12, format: 'year' } as const
  return [
    textColumn(h.id, ({ project }) => project.id, { width: 16, isReference: true }),
    textColumn(h.number, ({ number }) => number, { width: 10 }),
    textColumn(h.parent, ({ project }) => numbers.get(project.parentId) ?? '', { width: 10 }),
    textColumn(h.title, ({ project }) => project.title, { width: 30 }),
    textColumn(h.summary, ({ project }) => project.summary, { width: 50 }),
    textColumn(h.owner, ({ project }) => unitName(project.ownerId)),
    textColumn(h.legalBasis, ({ project }) => project.legalBasis),
    textColumn(h.category, ({ project }) => project.category),
    textColumn(h.delivery, ({ project }) => deliveries.wordOf(project.delivery), {
      choices: deliveries.choices,
    }),
    textColumn(h.from, ({ project }) => project.period?.[0] ?? null, year),
    textColumn(h.to, ({ project }) => project.period?.[1] ?? null, year),
    textColumn(h.newOrContinued, ({ project }) => newOrContinued.wordOf(project.newOrContinued), {
      width: 12,
      choices: newOrContinued.choices,
    }),
    textColumn(h.priority, ({ project }) => mark(project.priority), { width: 8, choices: marks }),
  ]
}

type BudgetRow = Row & { line: Project['budget'][number] }
const b = budgetHeaders
const amount = { width: 16, format: 'whole' } as const

const budgetColumns: SheetColumn<BudgetRow>[] = [
  textColumn(b.project, ({ number }) => number, { width: 10 }),
  textColumn(b.title, ({ project }) => project.title, { width: 30, isReference: true }),
  textColumn(b.fiscalYear, ({ line }) => line.fiscalYear, { width: 10, format: 'year' }),
  textColumn(b.national, ({ line }) => line.national, amount),
  textColumn(b.prefectural, ({ line }) => line.prefectural, amount),
  textColumn(b.bond, ({ line }) => line.bond, amount),
  textColumn(b.other, ({ line }) => line.other, amount),
  textColumn(b.general, ({ line }) => line.general, amount),
  textColumn(b.total, ({ line }) => line.total, amount),
  textColumn(b.certainty, ({ line }) => certainties.wordOf(line.certainty), {
    width: 10,
    choices: certainties.choices,
  }),
]

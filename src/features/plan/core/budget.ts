import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Project } from '#src/formats/plan-parts.ts'

export type BudgetRow = Project['budget'][number]

/** Where the money comes from, in the order of budget papers, with its name. */
export const moneySources = [
  ['national', '国庫支出金'],
  ['prefectural', '県支出金'],
  ['bond', '地方債'],
  ['other', 'その他'],
  ['general', '一般財源'],
] as const
export type MoneySource = (typeof moneySources)[number][0]

/** The fiscal years a plan's budgets are about: its period, and every year somebody has entered. */
export function budgetYears({ period, projects }: Pick<PlanDocument, 'period' | 'projects'>): number[] {
  const [first, last] = period.fiscalYears
  const planned = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  const entered = projects.flatMap(({ budget }) => budget.map(({ fiscalYear }) => fiscalYear))
  return [...new Set([...planned, ...entered])].sort((a, b) => a - b)
}

/** Thousand yen a year over some projects; undefined where none has a row. */
export function totalOf(projects: readonly Project[], fiscalYear: number): number | undefined {
  const rows = projects.flatMap(({ budget }) => budget.filter((row) => row.fiscalYear === fiscalYear))
  return rows.length === 0 ? undefined : rows.reduce((sum, { total }) => sum + total, 0)
}

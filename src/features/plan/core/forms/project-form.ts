import type { Project } from '#src/formats/plan-parts.ts'
import { optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { type BudgetRow, moneySources } from '../budget.ts'
import { type Entered, type Problems, textOf } from './entered.ts'

/** A project as fields of a form; `years` are those whose budget the form has. */
export function projectEntered(project: Project, years: readonly number[]): Entered {
  const fields: Record<string, string> = {
    title: project.title,
    parentId: project.parentId,
    summary: project.summary,
    ownerId: project.ownerId ?? '',
    legalBasis: project.legalBasis,
    category: project.category,
    delivery: project.delivery ?? '',
    from: String(project.period?.[0] ?? ''),
    to: String(project.period?.[1] ?? ''),
    newOrContinued: project.newOrContinued ?? '',
    priority: project.priority ? 'yes' : '',
  }
  for (const year of years) {
    const row = project.budget.find(({ fiscalYear }) => fiscalYear === year)
    for (const [source] of moneySources) fields[`${source}-${year}`] = row ? String(row[source]) : ''
    fields[`certainty-${year}`] = row?.certainty ?? 'estimate'
  }
  return fields
}

type Base = {
  project: Project
  years: readonly number[]
  parents: ReadonlySet<string>
  units: ReadonlySet<string>
}
type Read = { problems: Problems; project?: undefined } | { problems?: undefined; project: Project }

const amount = optionalWholeNumber('')

/** Reads the form back. A year without any amount has no row; the total is the sum of the sources. */
export function readProject(entered: Entered, { project, years, parents, units }: Base): Read {
  const problems: Problems = {}
  const { delivery: _, newOrContinued: __, ...kept } = project
  const title = textOf(entered, 'title')
  if (title === '') problems['title'] = '事業名を書いてください'
  const parentId = textOf(entered, 'parentId')
  if (!parents.has(parentId)) problems['parentId'] = '置く施策か基本事業を選んでください'
  const ownerId = textOf(entered, 'ownerId') || null
  if (ownerId && !units.has(ownerId)) problems['ownerId'] = '担当課を一覧から選んでください'
  const period = periodOf(entered, problems)
  const budget = years.flatMap((year) => budgetRow(entered, year, problems))
  const others = project.budget.filter(({ fiscalYear }) => !years.includes(fiscalYear))
  if (Object.keys(problems).length > 0) return { problems }
  return {
    project: {
      ...kept,
      title,
      parentId,
      ownerId,
      period,
      summary: textOf(entered, 'summary'),
      legalBasis: textOf(entered, 'legalBasis'),
      category: textOf(entered, 'category'),
      priority: entered['priority'] === 'yes',
      ...chosen('delivery', entered),
      ...chosen('newOrContinued', entered),
      budget: [...others, ...budget].sort((a, b) => a.fiscalYear - b.fiscalYear),
    } as Project,
  }
}

const chosen = (name: 'delivery' | 'newOrContinued', entered: Entered) =>
  textOf(entered, name) === '' ? {} : { [name]: textOf(entered, name) }

function periodOf(entered: Entered, problems: Problems): Project['period'] {
  const [from, to] = ['from', 'to'].map((name) => {
    const read = amount.safeParse(textOf(entered, name))
    const year = read.success ? read.data : Number.NaN
    if (year !== null && !(year >= 1950 && year <= 2200))
      problems[name] = '西暦の4けたで書いてください（例：2026）'
    return year
  })
  if (from === null && to === null) return null
  if (typeof from === 'number' && typeof to === 'number') {
    if (from > to) problems['to'] ??= '終わりの年度が、始めの年度より前です'
    return [from, to]
  }
  problems['to'] ??= '始めの年度と終わりの年度は、両方書いてください'
  return null
}

function budgetRow(entered: Entered, year: number, problems: Problems): BudgetRow[] {
  const typed = moneySources.map(([source, label]) => {
    const name = `${source}-${year}`
    const read = amount.safeParse(textOf(entered, name))
    if (read.success) return read.data
    problems[name] = `${year}年度の${label}は、千円の単位の整数で書いてください`
    return null
  })
  if (typed.every((value) => value === null)) return []
  const [national = 0, prefectural = 0, bond = 0, other = 0, general = 0] = typed.map((value) => value ?? 0)
  const total = national + prefectural + bond + other + general
  const certainty = (['settled', 'budget', 'estimate'] as const).find(
    (one) => one === entered[`certainty-${year}`],
  )
  return [
    {
      fiscalYear: year,
      national,
      prefectural,
      bond,
      other,
      general,
      total,
      certainty: certainty ?? 'estimate',
    },
  ]
}

import { dayAfter, dayBefore } from './neighbour-days.ts'
import { type Heir, predecessorsOf } from './succession.ts'
import { unitProblems } from './unit-rules.ts'
import { byId, hasEnded, isValidOn, type OrganizationUnit } from './units.ts'

/** A unit that takes over: one that is there already, or a new one. */
export type Taker = { scope: string } & (
  | { unitId: string }
  | Pick<OrganizationUnit, 'name' | 'kind' | 'parentId'>
)

/** 組織改編: units end, and from `firstDay` others take over. No takers: abolished. */
export type Reorganization = { unitIds: readonly string[]; firstDay: string; takers: readonly Taker[] }

/** Why a reorganization cannot be, by field of its form (takers are numbered from 1). The command refuses the same. */
export function reorganizationProblems(
  units: readonly OrganizationUnit[],
  { unitIds, firstDay, takers }: Reorganization,
): Record<string, string> {
  const problems: Record<string, string> = {}
  const lastDay = dayBefore(firstDay)
  const known = byId(units)
  if (unitIds.length === 0) problems['unit'] = 'なくなる組織を選んでください'
  if (unitIds.length > 1 && takers.length > 1) {
    problems['unit'] = '複数の組織を複数に引き継ぐときは、1つずつ分けて用意してください'
  }
  for (const id of unitIds) {
    const problem = whyItCannotEnd(known.get(id), lastDay)
    if (problem) problems['unit'] ??= problem
  }
  const after = units.map((unit) => (unitIds.includes(unit.id) ? { ...unit, validTo: lastDay } : unit))
  takers.forEach((taker, position) => {
    const [field, problem] = takerProblem(after, taker, firstDay) ?? []
    if (field && problem) problems[`${field}-${position + 1}`] = problem
  })
  const names = takers.flatMap((taker) => ('name' in taker ? [`${taker.name}\n${taker.parentId}`] : []))
  const existing = takers.flatMap((taker) => ('unitId' in taker ? [taker.unitId] : []))
  if (new Set(names).size < names.length || new Set(existing).size < existing.length) {
    problems[`name-${takers.length}`] ??= '引き継ぐ組織に、同じものが2回あります'
  }
  return problems
}

function whyItCannotEnd(unit: OrganizationUnit | undefined, lastDay: string): string | undefined {
  if (!unit) return '組織が見つかりません。選び直してください'
  if (unit.validTo) return `「${unit.name}」は、なくなる日がすでに決まっています`
  return isValidOn(unit, lastDay) ? undefined : `「${unit.name}」は、その日にはまだありません`
}

function takerProblem(
  after: readonly OrganizationUnit[],
  taker: Taker,
  firstDay: string,
): [field: string, problem: string] | undefined {
  if ('unitId' in taker) {
    const unit = after.find(({ id }) => id === taker.unitId)
    return unit && isValidOn(unit, firstDay) ? undefined : ['to', 'その日にある組織を選んでください']
  }
  const { name, kind, parentId } = taker
  const parent = after.find(({ id }) => id === parentId)
  if (parent && hasEnded(parent, firstDay)) return ['parent', `「${parent.name}」は、その日にはなくなります`]
  const content = { name, kind, parentId, validFrom: firstDay, validTo: undefined }
  const problems = unitProblems(after, content)
  if (problems['name']) return ['name', problems['name']]
  return problems['parentId'] ? ['parent', problems['parentId']] : undefined
}

export type ChangeKind = 'added' | 'renamed' | 'merged' | 'split' | 'regrouped' | 'abolished'

export const changeLabels: Record<ChangeKind, string> = {
  added: '新設',
  renamed: '改名・移管',
  merged: '統合',
  split: '分割',
  regrouped: '再編',
  abolished: '廃止',
}

/** One thing that changes on a day: which units end, and which take over or begin. */
export type UnitChange = { kind: ChangeKind; from: OrganizationUnit[]; to: Heir[] }

/** What changes on a day, from what was before: units that share a successor belong together. */
export function changesOn(units: readonly OrganizationUnit[], day: string): UnitChange[] {
  const known = byId(units)
  const groups: OrganizationUnit[][] = []
  for (const unit of units.filter(({ validTo }) => validTo === dayBefore(day))) {
    const heirs = new Set(unit.successors.map(({ unitId }) => unitId))
    const related = groups.filter((group) =>
      group.some(({ successors }) => successors.some(({ unitId }) => heirs.has(unitId))),
    )
    for (const group of related) groups.splice(groups.indexOf(group), 1)
    groups.push([...related.flat(), unit])
  }
  const changes = groups.map((from): UnitChange => {
    const scopes = new Map(from.flatMap(({ successors }) => successors.map((one) => [one.unitId, one.scope])))
    const to = [...scopes].flatMap(([id, scope]) => {
      const unit = known.get(id)
      return unit ? [{ unit, scope }] : []
    })
    return { kind: kindOf(from, to, day), from, to }
  })
  const added = units.filter(
    ({ id, validFrom }) => validFrom === day && predecessorsOf(units, id).length === 0,
  )
  return [
    ...changes,
    ...added.map((unit): UnitChange => ({ kind: 'added', from: [], to: [{ unit, scope: 'all' }] })),
  ]
}

function kindOf(from: readonly OrganizationUnit[], to: readonly Heir[], day: string): ChangeKind {
  const [heir] = to
  if (!heir) return 'abolished'
  if (from.length === 1 && to.length > 1) return 'split'
  if (to.length > 1) return 'regrouped'
  return from.length === 1 && heir.unit.validFrom === day ? 'renamed' : 'merged'
}

/** The days after a day on which something changes, in order. */
export function changeDays(units: readonly OrganizationUnit[], after: string): string[] {
  const days = units.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [dayAfter(validTo)] : [])])
  return [...new Set(days)].filter((day) => day > after).sort()
}

/** What taking a change back means: these units go on as before, those (begun that day by it) are no more. */
export const takenBack = ({ from, to }: UnitChange, day: string) => ({
  restored: from,
  removed: to.map(({ unit }) => unit).filter(({ validFrom }) => validFrom === day),
})

import { type Reorganization, reorganizationProblems, type Taker } from './reorganization.ts'
import { unitName } from './unit-rules.ts'
import { parentsOn } from './unit-tree.ts'
import { type OrganizationUnit, unitKinds } from './units.ts'

/** The ways of reorganizing that have a form of their own, with the number of rows for those who take over. */
export const reorganizationForms = {
  renamed: { label: '改名・移管', rows: 1 },
  merged: { label: '統合', rows: 1 },
  split: { label: '分割', rows: 4 },
  abolished: { label: '廃止', rows: 0 },
} as const

export type ReorganizationForm = keyof typeof reorganizationForms

type Entered = Readonly<Record<string, string>>
type Sent = { form: ReorganizationForm; firstDay: string; unitIds: readonly string[]; entered: Entered }
type Problems = Record<string, string>

/**
 * Reads the form of a reorganization: rows of `to-1` (a unit that is there), or `name-1`, `kind-1`, `parent-1` (a new
 * one), and `scope-1`. Rows left blank count for nothing.
 */
export function readReorganization(
  units: readonly OrganizationUnit[],
  { form, firstDay, unitIds, entered }: Sent,
): { reorganization: Reorganization; problems?: undefined } | { problems: Problems } {
  const problems: Problems = {}
  const rows = Array.from({ length: reorganizationForms[form].rows }, (_, position) => position + 1)
  const filled = rows.filter((row) => form === 'renamed' || isFilled(entered, row))
  for (const row of filled) Object.assign(problems, rowProblems(form, entered, row))
  const takers = filled.map((row) => takerOf(form, entered, row))
  const reorganization = { unitIds, firstDay, takers }
  for (const [field, problem] of Object.entries(reorganizationProblems(units, reorganization))) {
    const [name, number] = field.split('-')
    problems[number ? `${name}-${filled[Number(number) - 1]}` : field] ??= problem
  }
  Object.assign(problems, countProblems(form, unitIds, takers))
  if (form === 'renamed' && changesNothing(units, reorganization)) {
    problems['name-1'] ??= 'いまと同じです。名前、種類、上の組織のどれかを変えてください'
  }
  return Object.keys(problems).length > 0 ? { problems } : { reorganization }
}

/** A unit that would be followed by its like: the form was sent as it was opened. */
function changesNothing(
  units: readonly OrganizationUnit[],
  { unitIds, firstDay, takers }: Reorganization,
): boolean {
  const old = units.find(({ id }) => id === unitIds[0])
  const [taker] = takers
  if (!old || !taker || !('name' in taker)) return false
  const above = parentsOn(units, firstDay)(old)
  return taker.name === old.name && taker.kind === old.kind && taker.parentId === above
}

const cell = (entered: Entered, name: string) => (entered[name] ?? '').trim()

const isFilled = (entered: Entered, row: number) =>
  ['to', 'name', 'scope'].some((name) => cell(entered, `${name}-${row}`) !== '')

function takerOf(form: ReorganizationForm, entered: Entered, row: number): Taker {
  const scope = (form === 'split' && cell(entered, `scope-${row}`)) || 'all'
  const unitId = cell(entered, `to-${row}`)
  if (unitId) return { unitId, scope }
  const kind = unitKinds.find((one) => one === entered[`kind-${row}`]) ?? 'section'
  return { name: cell(entered, `name-${row}`), kind, parentId: cell(entered, `parent-${row}`) || null, scope }
}

function rowProblems(form: ReorganizationForm, entered: Entered, row: number): Problems {
  const problems: Problems = {}
  const name = cell(entered, `name-${row}`)
  const isExisting = cell(entered, `to-${row}`) !== ''
  if (isExisting && name) {
    problems[`name-${row}`] = 'いまある組織に引き継ぐときは、新しい名前は空にしてください'
  }
  if (!isExisting) {
    const read = unitName.safeParse(name)
    if (!read.success) problems[`name-${row}`] = read.error.issues[0]?.message ?? ''
  }
  const scope = cell(entered, `scope-${row}`)
  if (form === 'split' && !scope) problems[`scope-${row}`] = '引き継ぐ仕事を書いてください'
  if (scope.length > 200) problems[`scope-${row}`] = '引き継ぐ仕事は200字以内で書いてください'
  return problems
}

function countProblems(
  form: ReorganizationForm,
  unitIds: readonly string[],
  takers: readonly Taker[],
): Problems {
  const [first] = takers
  if (form === 'merged') {
    if (!first) return { 'name-1': '引き継ぐ組織を選ぶか、新しい名前を書いてください' }
    if ('name' in first && unitIds.length < 2) return { unit: '統合する組織を2つ以上選んでください' }
  }
  if (form === 'split' && takers.length < 2) {
    return { [`name-${takers.length + 1}`]: '分割では、引き継ぐ組織を2つ以上書いてください' }
  }
  return {}
}

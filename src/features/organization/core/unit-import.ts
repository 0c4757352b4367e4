import { type CsvFinding, type CsvLine, type CsvReport, readTable } from './csv-table.ts'
import { dayProblem, readDay } from './read-day.ts'
import { lookUpUnit, namedUnits, nameParts, writtenName } from './unit-names.ts'
import { type UnitContent, unitName, unitProblems } from './unit-rules.ts'
import { flattened, parentsOn, unitTree } from './unit-tree.ts'
import { byId, hasEnded, type OrganizationUnit, unitKindLabels, unitKinds } from './units.ts'

export const unitColumns = {
  required: ['名前', '種類', '上の組織', '設置の日'],
  optional: ['最後の日', 'ID'],
} as const

const mostUnits = 3000

/** A unit after the import. `id` of a new one is its line (`line:3`) until it gets its own; so may be its `parentId`. */
export type ImportedUnit = { id: string; isNew: boolean; content: UnitContent }

export type UnitImport = {
  reports: CsvReport[]
  units: ImportedUnit[]
  findings: CsvFinding[]
  ignored: string[]
}

/**
 * What a CSV of units would change, or what is wrong with it by line and column: a rehearsal, nothing is done.
 *
 * A line means a known unit by its ID, else by name with the unit above or the first day; otherwise it is a new one.
 * The unit above may stand anywhere in the file. Units that the file does not name stay as they are.
 */
export function planUnitImport(text: string, known: readonly OrganizationUnit[], today: string): UnitImport {
  const { lines, findings, ignored } = readTable(text, unitColumns)
  if (lines.length > mostUnits) {
    findings.push({
      line: mostUnits + 2,
      column: '',
      value: '',
      problem: `組織は一度に${mostUnits}行までです`,
    })
  }
  if (findings.length > 0) return { reports: [], units: [], findings, ignored }
  const drafts = lines.map((line) => draftOf(line, known, today, findings))
  const changed = new Map(drafts.map((draft) => [draft.id, draft]))
  const after = [...known.map((unit) => changed.get(unit.id) ?? unit), ...drafts.filter(({ isNew }) => isNew)]
  const named = [
    ...inForce(known, today).filter(({ id }) => !changed.has(id)),
    ...drafts.map(({ id, name, above }) => ({ id, name, above: nameParts(above).at(-1) ?? '' })),
  ]
  for (const draft of drafts) {
    if (!draft.above) continue
    const parent = lookUpUnit(named, draft.above)
    if (parent.problem === undefined) draft.parentId = storedParent(draft, parent.id, known, today)
    else findings.push({ line: draft.line, column: '上の組織', value: draft.above, problem: parent.problem })
  }
  if (findings.length === 0) findings.push(...ruleFindings(drafts, after))
  if (findings.length > 0) return { reports: [], units: [], findings: inOrder(findings), ignored }
  const cellsBefore = cellsOf(known, today)
  const cellsAfter = cellsOf(after, today)
  const changes = drafts.map((draft) => ({ draft, report: reportOf(draft, cellsBefore, cellsAfter) }))
  return {
    reports: changes.map(({ report }) => report),
    units: changes
      .filter(({ report }) => report.act !== 'same')
      .map(({ draft }) => ({ id: draft.id, isNew: draft.isNew, content: contentOf(draft) })),
    findings: [],
    ignored,
  }
}

/** The units that have not ended, as files name them. */
const inForce = (units: readonly OrganizationUnit[], day: string) => {
  const ended = new Set(units.filter((unit) => hasEnded(unit, day)).map(({ id }) => id))
  return namedUnits(units, day).filter(({ id }) => !ended.has(id))
}

/** A unit whose department was renamed keeps the old one as its parent: naming the new one changes nothing. */
function storedParent(draft: Draft, parentId: string, known: readonly OrganizationUnit[], today: string) {
  const before = known.find(({ id }) => id === draft.id)
  return before && parentsOn(known, today)(before) === parentId ? before.parentId : parentId
}

const inOrder = (findings: readonly CsvFinding[]) => [...findings].sort((a, b) => a.line - b.line)

type Draft = OrganizationUnit & { line: number; above: string; isNew: boolean }

function draftOf(
  line: CsvLine,
  known: readonly OrganizationUnit[],
  today: string,
  findings: CsvFinding[],
): Draft {
  const tell = (column: string, problem: string) =>
    findings.push({ line: line.line, column, value: line.cell(column), problem })
  const name = unitName.safeParse(line.cell('名前'))
  if (!name.success) tell('名前', name.error.issues[0]?.message ?? '')
  const kind = unitKinds.find((one) => unitKindLabels[one] === line.cell('種類'))
  if (!kind) tell('種類', `${Object.values(unitKindLabels).join('・')}のどれかを書いてください`)
  const validFrom = readDay(line.cell('設置の日'))
  if (!validFrom) tell('設置の日', dayProblem)
  const validTo = readDay(line.cell('最後の日'))
  if (line.cell('最後の日') && !validTo) tell('最後の日', dayProblem)
  const id = line.cell('ID')
  const before = id ? known.find((unit) => unit.id === id) : knownUnit(line, known, today)
  if (id && !before) tell('ID', 'この ID の組織はありません。新しい組織なら ID を空にしてください')
  return {
    id: before?.id ?? `line:${line.line}`,
    isNew: !before,
    line: line.line,
    name: name.data ?? '',
    above: line.cell('上の組織'),
    kind: kind ?? 'section',
    parentId: null,
    order: before?.order ?? 0,
    validFrom: validFrom ?? '',
    validTo: line.has('最後の日') ? validTo : before?.validTo,
    successors: before?.successors ?? [],
    revision: before?.revision ?? 0,
  }
}

/** The unit of this name that is meant: by the unit above, else by the first day. */
function knownUnit(line: CsvLine, known: readonly OrganizationUnit[], today: string) {
  const above = line.cell('上の組織') ? (nameParts(line.cell('上の組織')).at(-1) ?? '') : ''
  const validFrom = readDay(line.cell('設置の日'))
  const sameName = known.filter((unit) => unit.name === line.cell('名前') && !hasEnded(unit, today))
  const aboveOf = new Map(namedUnits(known, today).map((unit) => [unit.id, unit.above]))
  const sameAbove = sameName.filter(({ id }) => aboveOf.get(id) === above)
  const sameDay = sameName.filter((unit) => unit.validFrom === validFrom)
  for (const fitting of [sameAbove.filter((unit) => sameDay.includes(unit)), sameAbove, sameDay]) {
    if (fitting.length === 1) return fitting[0]
  }
  return undefined
}

const columnOf: Record<string, string> = { name: '名前', parentId: '上の組織', validTo: '最後の日' }

function ruleFindings(drafts: readonly Draft[], after: readonly OrganizationUnit[]): CsvFinding[] {
  return drafts.flatMap((draft) => {
    const isSecond = drafts.some(({ id, line }) => id === draft.id && line < draft.line)
    if (isSecond) {
      return [{ line: draft.line, column: '名前', value: draft.name, problem: '同じ組織が前の行にあります' }]
    }
    return Object.entries(unitProblems(after, contentOf(draft), draft.id)).map(([field, problem]) => {
      const column = columnOf[field] ?? '名前'
      return { line: draft.line, column, value: column === '名前' ? draft.name : draft.above, problem }
    })
  })
}

const contentOf = ({ name, kind, parentId, validFrom, validTo }: OrganizationUnit): UnitContent => ({
  name,
  kind,
  parentId,
  validFrom,
  validTo,
})

type Cells = (unitId: string) => Record<string, string> | undefined

function reportOf(draft: Draft, cellsBefore: Cells, cellsAfter: Cells): CsvReport {
  const subject = `${unitKindLabels[draft.kind]}「${draft.name}」`
  const before = cellsBefore(draft.id)
  const after = Object.entries(cellsAfter(draft.id) ?? {})
  if (!before) {
    const details = after.flatMap(([column, value]) => (value ? [`${column}：${value}`] : []))
    return { line: draft.line, act: 'add', subject, details }
  }
  const details = after.flatMap(([column, value]) =>
    value === before[column] ? [] : [`${column}：${before[column] || '（空）'} → ${value || '（空）'}`],
  )
  return { line: draft.line, act: details.length > 0 ? 'change' : 'same', subject, details }
}

/** The cells of a unit's row on a day, by column. */
function cellsOf(units: readonly OrganizationUnit[], day: string): Cells {
  const known = byId(units)
  const named = inForce(units, day)
  const parentOf = parentsOn(units, day)
  return (unitId) => {
    const unit = known.get(unitId)
    return (
      unit && {
        名前: unit.name,
        種類: unitKindLabels[unit.kind],
        上の組織: writtenName(named, parentOf(unit) ?? ''),
        設置の日: unit.validFrom,
        最後の日: unit.validTo ?? '',
      }
    )
  }
}

/** The units of a day as a table that the import reads again. */
export function unitTable(units: readonly OrganizationUnit[], day: string): string[][] {
  const columns = [...unitColumns.required, ...unitColumns.optional]
  const cells = cellsOf(units, day)
  const rows = flattened(unitTree(units, day)).map(({ unit }) => {
    const row: Record<string, string> = { ...cells(unit.id), ID: unit.id }
    return columns.map((column) => row[column] ?? '')
  })
  return [columns, ...rows]
}

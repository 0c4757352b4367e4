import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type Indicator, indicator as indicatorSchema, type YearValue } from '#src/formats/plan-indicator.ts'
import type { HeadingRow, HeadingTable } from '#src/lib/table/heading-rows.ts'
import { indicatorHeaders as h, visionNumber } from './indicator-sheet.ts'
import { accumulations, bases, directions, indicatorKinds, sourceKinds, targetKinds } from './plan-words.ts'
import { given } from './read-items.ts'
import type { SheetReading } from './sheet-reading.ts'

/** The indicators as the sheet has them, and those without a row. */
export function readIndicators(table: HeadingTable | undefined, reading: SheetReading): Indicator[] {
  const { base, notes } = reading
  if (!table) return base.indicators
  const seen = new Set<string>()
  const read = table.rows.flatMap((row) => {
    const found = indicatorOf(row, { table, reading })
    if (found && seen.has(found.id)) row.issue(h.id, 'この id の行がもう1つあります')
    if (found) seen.add(found.id)
    return found ?? []
  })
  const left = base.indicators.filter(({ id }) => !seen.has(id))
  if (left.length > 0) notes.push(`指標：シートに行がない${left.length}件は、そのまま残します`)
  return [...inRowOrder(read, left), ...left]
}

/** Rows give the order within a measure; where some have no row, those with one come behind them. */
function inRowOrder(read: readonly Indicator[], left: readonly Indicator[]): Indicator[] {
  const counts = new Map<string, number>()
  const kept = new Set(left.map(({ itemId }) => itemId))
  return read.map((one) => {
    if (kept.has(one.itemId)) return one
    const order = (counts.get(one.itemId) ?? 0) + 1
    counts.set(one.itemId, order)
    return { ...one, order }
  })
}

type Place = { table: HeadingTable; reading: SheetReading }

function indicatorOf(row: HeadingRow, { table, reading }: Place): Indicator | undefined {
  const { base, newId } = reading
  const id = row.text(h.id)
  const old = id ? base.indicators.find((one) => one.id === id) : undefined
  if (id && !old) {
    row.issue(h.id, `「${id}」という id の指標は、この計画にありません。新しい行は id を空けてください`)
    return undefined
  }
  const itemId = holderOf(row, reading)
  const name = row.text(h.name) ?? ''
  if (name === '') row.issue(h.name, '指標名を書いてください')
  if (!itemId) return undefined
  const before = old ?? freshIndicator({ id: newId('in'), itemId, name, plan: base })
  return {
    ...before,
    itemId,
    name,
    ...wordsOf(row, before),
    ...given({ ownerId: ownerOf(row, reading) }),
    ...valuesOf(row, before),
    interim: yearValues(row, { table, shape: interimShape, old: before.interim, make: (value) => value }),
    actuals: yearValues(row, { table, shape: actualShape, old: before.actuals, make: asActual }),
  }
}

const interimShape = /^中間値 ?(\d{4})年度$/
const actualShape = /^実績 ?(\d{4})年度$/
const asActual = (value: YearValue) => ({ ...value, provisional: false })

const freshIndicator = ({
  plan,
  ...known
}: {
  id: string
  itemId: string
  name: string
  plan: PlanDocument
}) =>
  indicatorSchema.parse({
    ...known,
    kind: 'outcome',
    unit: '',
    direction: null,
    accumulation: null,
    source: { kind: 'other', ref: '' },
    baseline: { fiscalYear: plan.period.fiscalYears[0] - 1, value: null },
    target: { fiscalYear: plan.period.fiscalYears[1], value: null },
  })

function holderOf(row: HeadingRow, { base, itemIds }: SheetReading): string | undefined {
  const number = (row.text(h.item) ?? '').normalize('NFKC')
  if (number === visionNumber || number === base.labels.vision) return base.concept.vision.id
  const id = itemIds.get(number)
  if (!id) row.issue(h.item, number ? `番号「${number}」の項目がありません` : '施策の番号を書いてください')
  return id
}

function ownerOf(row: HeadingRow, { unitId }: SheetReading): string | null | undefined {
  const name = row.text(h.owner)
  if (name === undefined || name === '') return name === '' ? null : undefined
  const id = unitId(name)
  if (!id) row.issue(h.owner, `「${name}」という課はありません。組織の画面で確かめてください`)
  return id
}

type List<Key extends string> = { choices: readonly string[]; keyOf: (word: string) => Key | undefined }

/** A word of a list; undefined when the column is absent or the cell is wrong, null when it is empty. */
export function chosen<Key extends string>(
  row: HeadingRow,
  heading: string,
  list: List<Key>,
): Key | null | undefined {
  const word = row.text(heading)
  if (word === undefined || word === '') return word === '' ? null : undefined
  const key = list.keyOf(word)
  if (!key) row.issue(heading, `「${word}」は選べません。「${list.choices.join('」「')}」から選んでください`)
  return key
}

function wordsOf(row: HeadingRow, before: Indicator): Partial<Indicator> {
  const headline = row.text(h.isHeadline)
  const basis = chosen(row, h.basis, bases)
  const rationale = row.text(h.rationale)
  const sourceKind = chosen(row, h.sourceKind, sourceKinds)
  const ref = row.text(h.source)
  return given({
    kind: chosen(row, h.kind, indicatorKinds) ?? undefined,
    unit: row.text(h.unit),
    definition: row.text(h.definition),
    direction: chosen(row, h.direction, directions),
    accumulation: chosen(row, h.accumulation, accumulations),
    source: { kind: sourceKind ?? before.source.kind, ref: ref ?? before.source.ref },
    frequency: row.text(h.frequency),
    availableFrom: row.text(h.availableFrom),
    rationale: {
      basis: basis === undefined ? before.rationale.basis : basis,
      text: rationale ?? before.rationale.text,
    },
    isHeadline: headline === undefined ? undefined : headline !== '',
  })
}

function valuesOf(row: HeadingRow, { baseline, target }: Indicator): Pick<Indicator, 'baseline' | 'target'> {
  const value = row.number(h.baseline)
  const reason = row.text(h.missingReason)
  return {
    baseline: {
      ...baseline,
      fiscalYear: row.year(h.baselineYear) ?? baseline.fiscalYear,
      value: value === undefined ? baseline.value : value,
      missingReason: reason ?? baseline.missingReason,
    },
    target: targetOf(row, target),
  }
}

/** An indicator without a target has an empty year and an empty value. */
function targetOf(row: HeadingRow, old: Indicator['target']): Indicator['target'] {
  const year = row.year(h.targetYear)
  const value = row.number(h.target)
  const kind = chosen(row, h.targetKind, targetKinds)
  if (year === undefined && value === undefined) return old
  const fiscalYear = year ?? (year === undefined ? old?.fiscalYear : undefined)
  if (fiscalYear === undefined) {
    if (value !== null && value !== undefined) row.issue(h.targetYear, '目標年度を書いてください')
    return null
  }
  const [low, high] = [row.number(h.low), row.number(h.high)]
  return {
    ...given({ low: old?.low, high: old?.high }),
    ...given({ low: low ?? undefined, high: high ?? undefined }),
    comment: old?.comment ?? '',
    fiscalYear,
    value: value === undefined ? (old?.value ?? null) : value,
    kind: kind ?? old?.kind ?? 'value',
  }
}

type Years<Value> = {
  table: HeadingTable
  shape: RegExp
  old: readonly Value[]
  make: (value: YearValue) => Value
}

/** A value for each column of a year that is filled; a year whose value stayed keeps its comment and its record. */
function yearValues<Value extends { fiscalYear: number; value: number | null }>(
  row: HeadingRow,
  { table, shape, old, make }: Years<Value>,
): Value[] {
  const columns = table.headings.flatMap((heading) => {
    const year = Number(shape.exec(heading.normalize('NFKC'))?.[1])
    return Number.isNaN(year) ? [] : [{ heading, year }]
  })
  const typed = new Map(columns.map(({ heading, year }) => [year, row.number(heading) ?? null]))
  const same = ({ fiscalYear, value }: Value, at: number) =>
    !typed.has(fiscalYear) ||
    old.findLastIndex((one) => one.fiscalYear === fiscalYear) !== at ||
    typed.get(fiscalYear) === value
  const kept = old.filter(same)
  const isNew = ([year, value]: [number, number | null]) =>
    value !== null && old.findLast(({ fiscalYear }) => fiscalYear === year)?.value !== value
  const fresh = [...typed]
    .filter(isNew)
    .map(([fiscalYear, value]) => make({ fiscalYear, value, comment: '' }))
  return [...kept, ...fresh].sort((a, b) => a.fiscalYear - b.fiscalYear)
}

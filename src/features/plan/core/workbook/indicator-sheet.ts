import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { numbersOf } from '../numbering.ts'
import { accumulations, bases, directions, indicatorKinds, sourceKinds, targetKinds } from './plan-words.ts'
import { mark, marks, type SheetColumn, textColumn, writeColumns, writeRows } from './sheet-column.ts'

export const indicatorSheetName = '指標'

export const indicatorHeaders = {
  id: 'id（変えない）',
  item: '施策の番号',
  name: '指標名',
  kind: '種類',
  unit: '単位',
  definition: '定義',
  direction: '方向性',
  accumulation: '累計・単年',
  sourceKind: '出典の種類',
  source: '出典',
  frequency: '把握頻度',
  availableFrom: '把握時期',
  baselineYear: '基準年度',
  baseline: '基準値',
  missingReason: '基準値がない理由',
  targetKind: '目標の種類',
  targetYear: '目標年度',
  target: '目標値',
  low: '目標の下限',
  high: '目標の上限',
  basis: '設定根拠の種類',
  rationale: '設定根拠',
  owner: '担当課',
  isHeadline: '主要指標',
} as const

export const interimHeader = (year: number) => `中間値 ${year}年度`
export const actualHeader = (year: number) => `実績 ${year}年度`

/** Where the overall goals of the vision (総括的な目標) stand in the column of numbers. */
export const visionNumber = '将来像'

/** The indicators as a sheet, one a row; a column for each year that has a value. */
export function indicatorSheet(plan: PlanDocument): WriteSheet {
  const numbers = numbersOf(plan).set(plan.concept.vision.id, visionNumber)
  const columns = indicatorColumns(plan, numbers)
  const placeOf = new Map([...numbers.keys()].map((id, place) => [id, place]))
  const at = ({ itemId }: Indicator) => placeOf.get(itemId) ?? placeOf.size
  const rows = [...plan.indicators].sort((a, b) => at(a) - at(b) || a.order - b.order)
  return {
    name: indicatorSheetName,
    title: `${plan.title}　指標`,
    guidance:
      '施策の番号は「体系」の番号です。総括的な目標は「将来像」と書きます。年度は西暦です。実績の年度は、列を右に足せます（例：実績 2025年度）。',
    columns: writeColumns(columns),
    rows: writeRows(columns, rows),
  }
}

function indicatorColumns(
  { indicators, units, period }: PlanDocument,
  numbers: ReadonlyMap<string, string>,
): SheetColumn<Indicator>[] {
  const h = indicatorHeaders
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? id ?? ''
  const year = { width: 10, format: 'year' } as const
  const number = { width: 12, format: 'decimal' } as const
  const years = yearsOf(indicators, ({ actuals }) => actuals)
  return [
    textColumn(h.id, ({ id }) => id, { width: 16, isReference: true }),
    textColumn(h.item, ({ itemId }) => numbers.get(itemId) ?? '', { width: 10 }),
    textColumn(h.name, ({ name }) => name, { width: 28 }),
    textColumn(h.kind, ({ kind }) => indicatorKinds.wordOf(kind), { choices: indicatorKinds.choices }),
    textColumn(h.unit, ({ unit }) => unit, { width: 8 }),
    textColumn(h.definition, ({ definition }) => definition, { width: 40 }),
    textColumn(h.direction, (one) => directions.wordOf(one.direction), {
      width: 10,
      choices: directions.choices,
    }),
    textColumn(h.accumulation, (one) => accumulations.wordOf(one.accumulation), {
      choices: accumulations.choices,
    }),
    textColumn(h.sourceKind, ({ source }) => sourceKinds.wordOf(source.kind), {
      choices: sourceKinds.choices,
    }),
    textColumn(h.source, ({ source }) => source.ref),
    textColumn(h.frequency, ({ frequency }) => frequency, { width: 10 }),
    textColumn(h.availableFrom, ({ availableFrom }) => availableFrom, { width: 12 }),
    textColumn(h.baselineYear, ({ baseline }) => baseline.fiscalYear, year),
    textColumn(h.baseline, ({ baseline }) => baseline.value, number),
    textColumn(h.missingReason, ({ baseline }) => baseline.missingReason),
    ...yearColumns(indicators, ({ interim }) => interim, interimHeader),
    textColumn(h.targetKind, ({ target }) => (target ? targetKinds.wordOf(target.kind) : ''), {
      width: 12,
      choices: targetKinds.choices,
    }),
    textColumn(h.targetYear, ({ target }) => target?.fiscalYear ?? null, year),
    textColumn(h.target, ({ target }) => target?.value ?? null, number),
    textColumn(h.low, ({ target }) => target?.low ?? null, number),
    textColumn(h.high, ({ target }) => target?.high ?? null, number),
    textColumn(h.basis, ({ rationale }) => bases.wordOf(rationale.basis), { choices: bases.choices }),
    textColumn(h.rationale, ({ rationale }) => rationale.text, { width: 40 }),
    textColumn(h.owner, ({ ownerId }) => unitName(ownerId)),
    textColumn(h.isHeadline, ({ isHeadline }) => mark(isHeadline), { width: 8, choices: marks }),
    ...(years.length > 0
      ? yearColumns(indicators, ({ actuals }) => actuals, actualHeader)
      : [textColumn<Indicator>(actualHeader(period.fiscalYears[0]), () => null, number)]),
  ]
}

type Values = (indicator: Indicator) => readonly { fiscalYear: number; value: number | null }[]

const yearsOf = (indicators: readonly Indicator[], valuesOf: Values): number[] =>
  [...new Set(indicators.flatMap((one) => valuesOf(one).map(({ fiscalYear }) => fiscalYear)))].sort(
    (a, b) => a - b,
  )

/** Of several values of one year the last one counts (the others were restated). */
const yearColumns = (
  indicators: readonly Indicator[],
  valuesOf: Values,
  headerOf: (year: number) => string,
) =>
  yearsOf(indicators, valuesOf).map((year) =>
    textColumn<Indicator>(
      headerOf(year),
      (one) => valuesOf(one).findLast(({ fiscalYear }) => fiscalYear === year)?.value ?? null,
      { width: 12, format: 'decimal' },
    ),
  )

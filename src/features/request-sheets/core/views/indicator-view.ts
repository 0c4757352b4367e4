import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { WriteValue } from '#src/lib/table/table.ts'
import { type SheetField, tableOf } from '../fields.ts'
import { indicatorFacts, indicatorsOf } from '../measure-facts.ts'
import { prefillLabels } from '../prefill-sheet.ts'
import type { RequestSheet } from '../sheets.ts'
import { planOnlyColumns } from './plan-indicator-columns.ts'
import {
  approvedIn,
  asNumber,
  fieldFor,
  numberColumn,
  type RoundView,
  saidIn,
  textColumn,
  type ViewGround,
  yearColumn,
} from './round-view.ts'

type Shape = { id: string; prefill: string; width: number; format?: 'number' | 'year'; inTable?: string }

/** The facts of an indicator in the order of the plan; `inTable` is its column in the table of further indicators. */
const shapes: readonly Shape[] = [
  { id: 'indicator', prefill: 'indicatorName', width: 24, inTable: '指標名' },
  { id: 'indicator-kind', prefill: 'indicatorKind', width: 10 },
  { id: 'unit', prefill: 'unit', width: 8, inTable: '単位' },
  { id: 'direction', prefill: 'direction', width: 10, inTable: '方向性' },
  { id: 'definition', prefill: 'definition', width: 36 },
  { id: 'source', prefill: 'source', width: 20 },
  { id: 'frequency', prefill: 'frequency', width: 12 },
  { id: 'available-from', prefill: 'availableFrom', width: 14 },
  { id: 'accumulation', prefill: 'accumulation', width: 10 },
  { id: 'baseline-year', prefill: 'baselineYear', width: 12, format: 'year' },
  { id: 'baseline', prefill: 'baseline', width: 12, format: 'number', inTable: '基準値' },
  { id: 'interim-year', prefill: 'interimYear', width: 12, format: 'year' },
  { id: 'interim', prefill: 'interim', width: 12, format: 'number' },
  { id: 'target-year', prefill: 'targetYear', width: 12, format: 'year' },
  { id: 'target', prefill: 'target', width: 12, format: 'number', inTable: '目標値' },
  { id: 'rationale', prefill: 'rationale', width: 36, inTable: '設定根拠' },
  { id: 'achieved', prefill: 'achieved', width: 30 },
]

/** A column of the sheet, or one the form has no field for and the plan fills. */
type Column = { shape: Shape; label: string; field: SheetField | undefined }
/** One indicator as the sheet says it, with the one of the plan it is about. */
type Line = { sheet: RequestSheet; said: string[]; known: Indicator | undefined }

const fromPlanHeader = '計画から補った項目'

/**
 * 指標一覧: one row an indicator, the first of a sheet from its own fields, the others from the table. What a sheet leaves blank
 * or has no field for stands as the plan has it, and is named: so much would stand in the plan if the sheet were taken over.
 */
export function indicatorView(ground: ViewGround): RoundView | undefined {
  const { round, plan } = ground
  const columns = shapes.flatMap((shape): Column[] => {
    const field = fieldFor(round.fields, shape.id, shape.prefill)
    return field || plan ? [{ shape, field, label: field?.label ?? prefillLabels[shape.prefill] ?? '' }] : []
  })
  if (!columns.some(({ shape, field }) => shape.id === 'indicator' && field)) return undefined
  const more = fieldFor(round.fields, 'more-indicators', 'moreIndicators')
  const lines = approvedIn(ground).flatMap((sheet) => linesOf(sheet, { columns, more, plan }))
  const extra = plan
    ? planOnlyColumns(
        plan,
        lines.map(({ known }) => known),
      )
    : []
  return {
    kind: 'indicators',
    note: plan
      ? '課長が承認した回答の指標を、1行に1つ示します。シートで空の項目と、シートにない項目は、いまの計画の値で補い、どれを補ったかを右端に示します。'
      : '課長が承認した回答の指標を、1行に1つ示します。ほかの指標の表にない項目は、空です。',
    none: '指標のある、課長が承認した回答が、まだありません。',
    advice: '担当課が指標名を書き、課長が承認すると、ここに並びます。',
    columns: [
      textColumn('施策', 24),
      textColumn('主管課', 16),
      ...columns.map(columnOf),
      ...extra.map(({ header, width }) => textColumn(header, width)),
      ...(plan ? [textColumn(fromPlanHeader, 30)] : []),
    ],
    rows: lines.map(({ sheet, said, known }) => {
      const facts = known ? indicatorFacts(known) : {}
      const values = columns.map(({ shape }, at) => said[at] || (facts[shape.prefill] ?? ''))
      const added = columns.filter((_, at) => !said[at] && values[at] !== '').map(({ label }) => label)
      const others = extra.map(({ wordsOf }) => (known ? wordsOf(known) : ''))
      return [
        sheet.subject,
        ground.nameOf(sheet.unitId),
        ...values.map((words, at): WriteValue => (columns[at]?.shape.format ? asNumber(words) : words)),
        ...others,
        ...(plan
          ? [[...added, ...extra.filter((_, at) => others[at]).map(({ header }) => header)].join('、')]
          : []),
      ]
    }),
  }
}

function columnOf({ shape, label }: Column) {
  if (shape.format === 'year') return yearColumn(label)
  return shape.format ? numberColumn(label, shape.width) : textColumn(label, shape.width)
}

type Asked = { columns: readonly Column[]; more: SheetField | undefined; plan: PlanDocument | undefined }

/** The indicators of a sheet, each with that of the plan the compilation would change: by its name, else by its place. */
function linesOf(sheet: RequestSheet, { columns, more, plan }: Asked): Line[] {
  const own = plan && sheet.subjectId ? indicatorsOf(plan, sheet.subjectId) : []
  const first = columns.map(({ field }) => (field && sheet.answers[field.id]) ?? '')
  const others = moreRows(sheet, columns, more).map((said, at): Line => {
    const name = said[0] ?? ''
    const known = own.slice(1).find((one) => one.name === name) ?? (name ? own[at + 1] : undefined)
    return { sheet, said, known }
  })
  return [{ sheet, said: first, known: own[0] }, ...others].filter(({ said }) =>
    said.some((words) => words !== ''),
  )
}

function moreRows(sheet: RequestSheet, columns: readonly Column[], more: SheetField | undefined): string[][] {
  if (!more?.columns) return []
  const place = new Map(more.columns.map(({ label }, at) => [label, at]))
  return tableOf(more, saidIn(sheet, more)).map((cells) =>
    columns.map(({ shape }) => cells[place.get(shape.inTable ?? '') ?? -1] ?? ''),
  )
}

import { answerWords } from '../answer-words.ts'
import { type SheetField, tableOf } from '../fields.ts'
import { type RequestSheet, sheetStateLabels } from '../sheets.ts'
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

const measureFields = [
  ['support', 'supportUnits', 20],
  ['desired-state', 'desiredState', 40],
  ['situation', 'situation', 40],
  ['issues', 'issues', 40],
  ['directions', 'directions', 40],
  ['programs', 'programs', 32],
] as const

/** 施策一覧: one row a measure with what was answered about it. */
export function measureView(ground: ViewGround): RoundView | undefined {
  const found = measureFields.flatMap(([id, prefill, width]) => {
    const field = fieldFor(ground.round.fields, id, prefill)
    return field ? [{ field, width }] : []
  })
  const isOfMeasures = ground.sheets.some(({ subjectId }) => subjectId !== undefined)
  if (found.length === 0 || !isOfMeasures) return undefined
  return {
    kind: 'measures',
    note: '課長が承認した回答を、施策ごとに1行で示します。',
    none: '課長が承認した回答が、まだありません。',
    advice: '担当課が答え、課長が承認すると、ここに並びます。',
    columns: [
      textColumn('施策', 24),
      textColumn('主管課', 16),
      textColumn('状態', 10),
      ...found.map(({ field, width }) => textColumn(field.label, width)),
    ],
    rows: approvedIn(ground)
      .filter(({ subjectId }) => subjectId !== undefined)
      .map((sheet) => [
        sheet.subject,
        ground.nameOf(sheet.unitId),
        sheetStateLabels[sheet.state],
        ...found.map(({ field }) => answerWords(field, sheet.answers[field.id] ?? '', ground.references)),
      ]),
  }
}

type Shape = { id: string; prefill: string; width: number; format?: 'number' | 'year'; inTable?: string }

/** The facts of an indicator in the order of the plan; `inTable` is its column in the table of further indicators. */
const indicatorShapes: readonly Shape[] = [
  { id: 'indicator', prefill: 'indicatorName', width: 24, inTable: '指標名' },
  { id: 'indicator-kind', prefill: 'indicatorKind', width: 10 },
  { id: 'unit', prefill: 'unit', width: 8, inTable: '単位' },
  { id: 'direction', prefill: 'direction', width: 10, inTable: '方向性' },
  { id: 'definition', prefill: 'definition', width: 36 },
  { id: 'source', prefill: 'source', width: 20 },
  { id: 'frequency', prefill: 'frequency', width: 12 },
  { id: 'accumulation', prefill: 'accumulation', width: 10 },
  { id: 'baseline-year', prefill: 'baselineYear', width: 12, format: 'year' },
  { id: 'baseline', prefill: 'baseline', width: 12, format: 'number', inTable: '基準値' },
  { id: 'target-year', prefill: 'targetYear', width: 12, format: 'year' },
  { id: 'target', prefill: 'target', width: 12, format: 'number', inTable: '目標値' },
  { id: 'rationale', prefill: 'rationale', width: 36, inTable: '設定根拠' },
  { id: 'achieved', prefill: 'achieved', width: 30 },
]

type Found = { shape: Shape; field: SheetField }

/** 指標一覧: one row an indicator, the first of a sheet from its own fields, the others from the table. */
export function indicatorView(ground: ViewGround): RoundView | undefined {
  const { fields } = ground.round
  const found = indicatorShapes.flatMap((shape): Found[] => {
    const field = fieldFor(fields, shape.id, shape.prefill)
    return field ? [{ shape, field }] : []
  })
  if (!found.some(({ shape }) => shape.id === 'indicator')) return undefined
  const more = fieldFor(fields, 'more-indicators', 'moreIndicators')
  return {
    kind: 'indicators',
    note: '課長が承認した回答の指標を、1行に1つ示します。ほかの指標の表にない項目は、空です。',
    none: '指標のある、課長が承認した回答が、まだありません。',
    advice: '担当課が指標名を書き、課長が承認すると、ここに並びます。',
    columns: [textColumn('施策', 24), textColumn('主管課', 16), ...found.map(columnOf)],
    rows: approvedIn(ground).flatMap((sheet) =>
      [firstRow(sheet, found), ...moreRows(sheet, found, more)]
        .filter((row) => row.some((value) => value !== ''))
        .map((row) => [sheet.subject, ground.nameOf(sheet.unitId), ...row]),
    ),
  }
}

function columnOf({ shape, field }: Found) {
  if (shape.format === 'year') return yearColumn(field.label)
  return shape.format ? numberColumn(field.label, shape.width) : textColumn(field.label, shape.width)
}

const cellOf = ({ format }: Shape, words: string) => (format ? asNumber(words) : words)

const firstRow = ({ answers }: RequestSheet, found: readonly Found[]) =>
  found.map(({ shape, field }) => cellOf(shape, answers[field.id] ?? ''))

function moreRows(sheet: RequestSheet, found: readonly Found[], more: SheetField | undefined) {
  if (!more?.columns) return []
  const place = new Map(more.columns.map(({ label }, at) => [label, at]))
  return tableOf(more, saidIn(sheet, more)).map((cells) =>
    found.map(({ shape }) => cellOf(shape, cells[place.get(shape.inTable ?? '') ?? -1] ?? '')),
  )
}

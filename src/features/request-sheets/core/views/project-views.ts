import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { type SheetField, tableOf } from '../fields.ts'
import { costColumns } from '../sheet-templates.ts'
import type { RequestSheet } from '../sheets.ts'
import { approvedIn, type RoundView, saidIn, textColumn, type ViewGround, wholeColumn } from './round-view.ts'

const changes = ['新規', '廃止']

/** 新規・廃止事業一覧: the rows of a table of projects whose choice says that one begins or ends. */
export function changesView(ground: ViewGround): RoundView | undefined {
  const asked = ground.round.fields.flatMap((field) => {
    const at = (field.columns ?? []).findIndex(({ choices }) => changes.some((one) => choices?.includes(one)))
    return at < 0 ? [] : [{ field, at }]
  })
  if (asked.length === 0) return undefined
  const rows = approvedIn(ground).flatMap((sheet) =>
    asked.flatMap(({ field, at }) =>
      filledRows(field, sheet)
        .filter((cells) => changes.includes(cells[at] ?? ''))
        .map((cells) => [
          cells[at] ?? '',
          ground.nameOf(sheet.unitId),
          cells.find((_, place) => place !== at) ?? '',
          cells
            .filter((_, place) => place !== at)
            .slice(1)
            .filter(Boolean)
            .join('｜'),
        ]),
    ),
  )
  return {
    kind: 'changes',
    note: `${asked.map(({ field }) => `「${field.label}」`).join('')}で、新規か廃止とされた事業です。`,
    none: '新規か廃止とされた事業は、ありません。',
    advice: '担当課が表で「新規」か「廃止」を選び、課長が承認すると、ここに並びます。',
    columns: [
      textColumn('新規・廃止', 12),
      textColumn('課', 18),
      textColumn('事業', 32),
      textColumn('理由など', 44),
    ],
    rows: changes.flatMap((change) => rows.filter(([kind]) => kind === change)),
  }
}

type CostLine = { unitId: string; project: string; year: string; cost: string; rest: string }

/** 概算費の合計 by fiscal year, and 概算費の内訳 with every line it comes from or leaves out. */
export function costViews(ground: ViewGround): RoundView[] {
  const asked = ground.round.fields.flatMap(costTable)
  if (asked.length === 0) return []
  const lines = approvedIn(ground).flatMap((sheet) => asked.flatMap((table) => costLines(sheet, table)))
  const counted = lines.filter(isCounted)
  const left = lines.length - counted.length
  const none = '年度と概算費のある行が、まだありません。'
  const advice = '担当課が表に年度（西暦）と概算費（千円）を書き、課長が承認すると、ここで合計します。'
  return [
    {
      kind: 'costs',
      note: `課が書いた概算費を、年度ごとに合計します（千円）。${left > 0 ? `年度か概算費が読めない${left}行は、入っていません（「概算費の内訳」に示します）。` : ''}`,
      none,
      advice,
      columns: [textColumn('年度', 16), wholeColumn('行', 8), wholeColumn('概算費の合計（千円）', 22)],
      rows: counted.length > 0 ? [...totals(counted), ['合計', counted.length, sumOf(counted)]] : [],
    },
    {
      kind: 'cost-lines',
      note: '概算費の合計のもとになった行です。',
      none,
      advice,
      columns: [
        textColumn('課', 18),
        textColumn('事業', 32),
        textColumn('年度', 14),
        wholeColumn('概算費（千円）', 16),
        textColumn('財源など', 30),
        textColumn('合計', 12),
      ],
      rows: lines.map((line) => [
        ground.nameOf(line.unitId),
        line.project,
        isYear(line.year) ? fiscalYearLabel(Number(line.year)) : line.year,
        isCost(line.cost) ? Number(line.cost) : line.cost,
        line.rest,
        isCounted(line) ? '入る' : '入らない',
      ]),
    },
  ]
}

const isYear = (words: string) => /^(19|20|21)\d\d$/.test(words)
const isCost = (words: string) => words !== '' && Number.isFinite(Number(words))
const isCounted = ({ year, cost }: CostLine) => isYear(year) && isCost(cost)
const sumOf = (lines: readonly CostLine[]) => lines.reduce((sum, { cost }) => sum + Number(cost), 0)

const totals = (lines: readonly CostLine[]) =>
  [...Map.groupBy(lines, ({ year }) => year)]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([year, own]) => [fiscalYearLabel(Number(year)), own.length, sumOf(own)])

type CostTable = { field: SheetField; yearAt: number; costAt: number }

/** A table that asks for a year and a cost, by the headings of the preset form. */
function costTable(field: SheetField): CostTable[] {
  const headings = (field.columns ?? []).map(({ label }) => label)
  const [yearAt, costAt] = [headings.indexOf(costColumns.year), headings.indexOf(costColumns.cost)]
  return yearAt < 0 || costAt < 0 ? [] : [{ field, yearAt, costAt }]
}

function costLines(sheet: RequestSheet, { field, yearAt, costAt }: CostTable): CostLine[] {
  return filledRows(field, sheet).map((cells) => {
    const others = cells.filter((_, at) => at !== yearAt && at !== costAt)
    return {
      unitId: sheet.unitId,
      project: others[0] ?? '',
      year: cells[yearAt] ?? '',
      cost: cells[costAt] ?? '',
      rest: others.slice(1).filter(Boolean).join('｜'),
    }
  })
}

const filledRows = (field: SheetField, sheet: RequestSheet) =>
  tableOf(field, saidIn(sheet, field)).filter((cells) => cells.some((cell) => cell !== ''))

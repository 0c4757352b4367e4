import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Measure, PlanItem } from '#src/formats/plan-item.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { numbersOf } from '../numbering.ts'
import { type PlanNode, treeOf } from '../plan-tree.ts'
import { mark, marks, type SheetColumn, textColumn, writeColumns, writeRows } from './sheet-column.ts'

export const itemSheetName = '体系'

/** The headings by which the sheet is read again. */
export const itemHeaders = {
  id: 'id（変えない）',
  kind: '種別',
  number: '番号',
  parent: '上位の番号',
  title: '名前',
  titleKana: 'よみ',
  summary: '概要',
  desiredState: 'めざす姿',
  situation: '現状',
  issues: '課題',
  directions: '施策の方向',
  text: '本文',
  lead: '主管課',
  support: '関係課',
  districts: '対象地区',
  sdgs: 'SDGs（ゴール）',
  priority: '重点',
  tags: 'タグ',
  easyText: 'やさしい日本語',
  childText: 'こども版',
} as const

/** Several values in one cell. */
export const joined = (values: readonly (string | number)[]) => values.join('、')

/** Paragraphs in one cell: a blank line between them. */
const paragraphs = (list: readonly { text: string }[]) => list.map(({ text }) => text).join('\n\n')

/** 施策の方向 in one cell: 【見出し】 on the line before its text. */
const directions = (list: Measure['directions']) =>
  list.map(({ heading, text }) => (heading ? `【${heading}】\n${text}` : text)).join('\n\n')

type Row = { item: PlanItem; parentNumber: string; number: string }

/** The tree as a sheet, an item a row, in reading order. */
export function itemSheet(plan: PlanDocument): WriteSheet {
  const columns = itemColumns(plan)
  return {
    name: itemSheetName,
    title: `${plan.title}　施策体系`,
    guidance:
      '行の順が並びの順になります。新しい行は、idを空け、番号と上位の番号を書いてください。段落は、空の行で分けます。',
    columns: writeColumns(columns),
    rows: writeRows(columns, rowsOf(plan)),
  }
}

function rowsOf(plan: PlanDocument): Row[] {
  const numbers = numbersOf(plan)
  const below = (nodes: readonly PlanNode[], parentNumber: string): Row[] =>
    nodes.flatMap(({ item, children }) => {
      const number = numbers.get(item.id) ?? ''
      return [{ item, parentNumber, number }, ...below(children, number)]
    })
  return below(treeOf(plan), '')
}

function itemColumns({ labels, units }: PlanDocument): SheetColumn<Row>[] {
  const h = itemHeaders
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? id ?? ''
  const kinds = { policy: labels.policy, measure: labels.measure, program: labels.program }
  const ofMeasure = (write: (measure: Measure) => string) => (row: Row) =>
    row.item.kind === 'measure' ? write(row.item) : ''
  const wide = { width: 50 }
  return [
    textColumn(h.id, ({ item }) => item.id, { width: 16, isReference: true }),
    textColumn(h.kind, ({ item }) => kinds[item.kind], { width: 10, choices: Object.values(kinds) }),
    textColumn(h.number, ({ number }) => number, { width: 10 }),
    textColumn(h.parent, ({ parentNumber }) => parentNumber, { width: 10 }),
    textColumn(h.title, ({ item }) => item.title, { width: 28 }),
    textColumn(h.titleKana, ({ item }) => item.titleKana),
    textColumn(h.summary, ({ item }) => item.summary, wide),
    textColumn(h.desiredState, ({ item }) => (item.kind === 'program' ? '' : item.desiredState), wide),
    textColumn(
      h.situation,
      ofMeasure(({ situation }) => paragraphs(situation)),
      wide,
    ),
    textColumn(
      h.issues,
      ofMeasure(({ issues }) => paragraphs(issues)),
      wide,
    ),
    textColumn(
      h.directions,
      ofMeasure((measure) => directions(measure.directions)),
      wide,
    ),
    textColumn(h.text, ({ item }) => (item.kind === 'program' ? paragraphs(item.text) : ''), wide),
    textColumn(h.lead, ({ item }) => unitName(item.lead)),
    textColumn(h.support, ({ item }) => joined(item.support.map(unitName))),
    textColumn(
      h.districts,
      ofMeasure(({ districts }) => joined(districts)),
    ),
    textColumn(
      h.sdgs,
      ofMeasure(({ sdgs }) => joined([...new Set(sdgs.map(({ goal }) => goal))])),
      { width: 14 },
    ),
    textColumn(
      h.priority,
      ofMeasure(({ priority }) => mark(priority.flagged)),
      { width: 8, choices: marks },
    ),
    textColumn(h.tags, ({ item }) => joined(item.tags)),
    textColumn(h.easyText, ({ item }) => item.easyText, wide),
    textColumn(h.childText, ({ item }) => item.childText, wide),
  ]
}

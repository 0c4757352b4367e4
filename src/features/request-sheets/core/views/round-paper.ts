import { z } from 'zod'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { heading, paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteSheet, WriteValue } from '#src/lib/table/table.ts'
import { words } from '../form-words.ts'
import { approvedIn, type RoundView, roundViewLabels, type ViewGround } from './round-view.ts'
import { roundViews } from './round-views.ts'
import { isOfNumbers, shownValue, viewSheet } from './view-files.ts'

export const paperFormats = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' } as const
export type PaperFormat = keyof typeof paperFormats

/** 会議体の資料: for whom, under which number, of which day, as what. */
export const roundPaperForm = z.object({
  bodyId: z.string('会議体を選んでください').min(1, '会議体を選んでください'),
  number: words('資料番号', 30).pipe(z.string().min(1, '資料番号を書いてください')),
  datedOn: dayField('資料の日付'),
  format: z.enum(Object.keys(paperFormats) as [PaperFormat], '保存する形を選んでください'),
})

/** 専門部会資料・策定委員会資料: the views of a round for one body. */
export type RoundPaper = {
  ground: ViewGround
  number: string
  bodyName: string
  /** Only the sheets of the field of the subcommittee are in it. */
  isOfField: boolean
  datedOn: string
  city: string
  isInvented: boolean
}

export const paperTitle = ({ ground }: RoundPaper) => `${ground.round.title}　取りまとめ`

/** The lines below the title: number, body, city, day, whether it is made up. */
const paperLines = ({ number, bodyName, city, datedOn, isInvented }: RoundPaper) =>
  [number, bodyName, city, eraDay(datedOn), isInvented ? '見本（架空）' : ''].filter(Boolean)

/** What the paper rests on, and who is missing in it: nobody is left out in silence. */
export function basisOf({ ground, isOfField }: RoundPaper): string[] {
  const approved = approvedIn(ground)
  const answered = new Set(approved.map(({ unitId }) => unitId))
  const silent = [...new Set(ground.sheets.map(({ unitId }) => unitId))].filter((id) => !answered.has(id))
  return [
    `${isOfField ? 'この部会が受け持つ政策と組織の' : ''}シート${ground.sheets.length}枚のうち、課長が承認した回答${approved.length}枚から作りました。`,
    ...(silent.length > 0
      ? [`承認された回答がまだない課（${silent.length}）：${silent.map(ground.nameOf).join('、')}`]
      : []),
  ]
}

/** The paper as a document for Word and PDF: every view as a table, one with many columns as a card a row. */
export function roundPaperDocument(paper: RoundPaper): TextDocument {
  const title = paperTitle(paper)
  return {
    title,
    subtitle: paperLines(paper),
    author: paper.city || '標',
    date: paper.datedOn,
    header: [...paperLines(paper), title].join('　'),
    hasContents: false,
    isLandscape: true,
    blocks: [
      ...basisOf(paper).map((line) => paragraph(line)),
      ...roundViews(paper.ground).flatMap(viewBlocks),
    ],
  }
}

/** The same as a workbook, a sheet a view; the first says what it is. */
export function roundPaperSheets(paper: RoundPaper): WriteSheet[] {
  const views = roundViews(paper.ground)
  const front: WriteSheet = {
    name: '資料について',
    title: `${paper.number}　${paperTitle(paper)}`,
    guidance: paperLines(paper).slice(1).join('　'),
    columns: [
      { header: '一覧', width: 26, format: 'text' },
      { header: '件数', width: 10, format: 'whole' },
      { header: '説明', width: 90, format: 'text' },
    ],
    rows: [
      ...views.map(({ kind, rows, note }) => [roundViewLabels[kind], rows.length, note]),
      ...basisOf(paper).map((line) => ['もとにしたシート', null, line]),
    ],
  }
  return [front, ...views.map((view) => viewSheet(view, paperLines(paper).join('　')))]
}

/** So many columns stand side by side on A4 across. */
const mostColumns = 9

function viewBlocks(view: RoundView): TextBlock[] {
  const label = roundViewLabels[view.kind]
  const note: TextBlock = { kind: 'paragraph', runs: [view.note], look: 'note' }
  if (view.rows.length === 0) return [heading(1, label), note, paragraph(view.none)]
  const tables =
    view.columns.length > mostColumns ? view.rows.map((row) => cardOf(view, row)) : [wholeTable(view)]
  return [heading(1, label), note, ...tables]
}

function wholeTable({ kind, columns, rows }: RoundView): TextBlock {
  const sum = columns.reduce((all, { width }) => all + width, 0)
  return {
    kind: 'table',
    caption: roundViewLabels[kind],
    widths: columns.map(({ width }) => (100 * width) / sum),
    head: columns.map(({ header }) => header),
    numeric: columns.flatMap(({ format }, at) => (isOfNumbers(format) ? [at] : [])),
    rows: rows.map((row) => row.map((value, at) => runsOf(shownValue(value, columns[at]?.format)))),
  }
}

/** One row of a wide view, set down: what is blank is left out. */
function cardOf({ columns }: RoundView, row: readonly WriteValue[]): TextBlock {
  const [subject, unit, name] = row
  return {
    kind: 'table',
    caption: `${subject}（${unit}）　${name}`,
    widths: [25, 75],
    head: ['項目', '回答'],
    rows: columns
      .flatMap(({ header, format }, at) => {
        const text = shownValue(row[at] ?? '', format)
        return text ? [[[header], runsOf(text)]] : []
      })
      .slice(2),
  }
}

const runsOf = (text: string) =>
  text === ''
    ? ['―']
    : text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [{ break: true as const }, line]))

import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  TextRun as WordRun,
} from 'docx'
import type { TextBlock, TextDrawing, TextRun, TextTable } from '#src/lib/document/text-document.ts'
import { pictureOf } from './svg-picture.ts'

/** `across` is the width of the text in twentieths of a point; `level` how deep in a list. */
type Place = { across: number; level: number }

export const blocksOf = (blocks: readonly TextBlock[], place: Place): FileChild[] =>
  blocks.flatMap((block) => blockOf(block, place))

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const
const looks = { lead: 'Lead', note: 'Note', right: 'RightLine', centre: 'CentreLine' } as const

function blockOf(block: TextBlock, place: Place): FileChild[] {
  switch (block.kind) {
    case 'heading': {
      const heading = headings[block.level - 1] ?? HeadingLevel.HEADING_4
      return [new Paragraph({ heading, pageBreakBefore: block.level === 1, text: block.text })]
    }
    case 'paragraph':
      return [
        new Paragraph({ ...(block.look ? { style: looks[block.look] } : {}), children: runsOf(block.runs) }),
      ]
    case 'list':
      return block.items.flatMap((item) => listItem(item, { ...place, isOrdered: block.isOrdered }))
    case 'table':
      return tableOf(block, place.across)
    case 'drawing':
      return [drawingOf(block, place.across)]
  }
}

/** The drawing itself for programs that know SVG, its picture for the others. */
function drawingOf({ svg, alternative, percent }: TextDrawing, across: number): Paragraph {
  const { png, width, height } = pictureOf(svg)
  // Twentieths of a point are 1/15 px of 96 a inch.
  const shown = (across * percent) / 100 / 15
  const transformation = { width: Math.round(shown), height: Math.round((shown * height) / width) }
  const words = { name: '図', title: alternative, description: alternative }
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: Buffer.from(png) },
        transformation,
        altText: words,
      }),
    ],
  })
}

function listItem(
  item: readonly TextBlock[],
  { isOrdered, ...place }: Place & { isOrdered: boolean },
): FileChild[] {
  const [first, ...rest] = item
  const numbering = { reference: isOrdered ? 'numbers' : 'bullets', level: Math.min(place.level, 2) }
  const children = first?.kind === 'paragraph' ? runsOf(first.runs) : []
  const below = first && first.kind !== 'paragraph' ? item : rest
  return [new Paragraph({ numbering, children }), ...blocksOf(below, { ...place, level: place.level + 1 })]
}

type Look = { bold?: boolean; italics?: boolean; style?: string }

const runsOf = (runs: readonly TextRun[], look: Look = {}): ParagraphChild[] =>
  runs.flatMap((run) => runOf(run, look))

function runOf(run: TextRun, look: Look): ParagraphChild[] {
  if (typeof run === 'string') return [new WordRun({ ...look, text: run })]
  if ('strong' in run) return runsOf(run.strong, { ...look, bold: true })
  if ('emphasis' in run) return runsOf(run.emphasis, { ...look, italics: true })
  if ('break' in run) return [new WordRun({ break: 1 })]
  if ('ruby' in run) return [new WordRun({ ...look, text: `${run.ruby}（${run.reading}）` })]
  if ('link' in run) {
    const children = runsOf(run.words, { ...look, style: 'Hyperlink' })
    return [new ExternalHyperlink({ link: run.link, children })]
  }
  if ('added' in run) return [new WordRun({ ...look, text: run.added, underline: {}, bold: true })]
  return [new WordRun({ ...look, text: run.removed, strike: true })]
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '949494' }
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

function tableOf({ caption, head, rows, widths, numeric = [] }: TextTable, across: number): FileChild[] {
  const columnWidths = widths.map((share) => Math.round((across * share) / 100))
  const cellOf = (runs: readonly TextRun[], column: number, isHead: boolean) =>
    new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8F1FE', color: 'auto' } } : {}),
      children: [
        new Paragraph({
          style: 'Cell',
          ...(numeric.includes(column) ? { alignment: AlignmentType.RIGHT } : {}),
          children: runsOf(runs, isHead ? { bold: true } : {}),
        }),
      ],
    })
  const rowOf = (cells: readonly (readonly TextRun[])[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((runs, column) => cellOf(runs, column, isHead)),
    })
  return [
    new Paragraph({ style: 'Caption', text: caption }),
    new Table({
      width: { size: across, type: WidthType.DXA },
      columnWidths,
      layout: TableLayoutType.FIXED,
      borders,
      rows: [
        rowOf(
          head.map((text) => [text]),
          true,
        ),
        ...rows.map((cells) => rowOf(cells, false)),
      ],
    }),
    new Paragraph({ style: 'Note', text: '' }),
  ]
}

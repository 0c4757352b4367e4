import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextTable,
} from '#src/lib/document/text-document.ts'
import type { BookContent } from './book-content.ts'
import { indicatorTable } from './book-document-indicators.ts'
import { measureBlocks } from './book-document-measure.ts'
import { textBlocks } from './book-document-text.ts'
import type { BookField } from './book-field.ts'

/** The plan book as running text for a word processor or one HTML file: the same content as the PDF, in its order. */
export function bookDocument(book: BookContent): TextDocument {
  const { imprint } = book
  const name = [imprint.title, imprint.subtitle].filter(Boolean).join('　')
  const invented = imprint.isInvented ? '見本（架空）：この計画の内容は、つくったものです。' : ''
  return {
    title: name,
    subtitle: [
      imprint.city,
      `計画期間　${book.period}`,
      `${imprint.version}　${imprint.dayWords}`,
      invented,
    ].filter(Boolean),
    author: imprint.city || '標',
    date: imprint.day,
    header: [name, imprint.version, imprint.isInvented ? '見本（架空）' : ''].filter(Boolean).join('　'),
    hasContents: true,
    isLandscape: false,
    blocks: [
      ...prefaceBlocks(book),
      ...conceptBlocks(book),
      ...book.fields.flatMap((field) => fieldBlocks(field, book)),
      ...backBlocks(book),
    ],
  }
}

const prefaceBlocks = ({ preface }: BookContent): TextBlock[] =>
  preface
    ? [heading(1, preface.title), ...preface.paragraphs.flatMap(textBlocks), paragraph(preface.author)]
    : []

function conceptBlocks({ concept, words }: BookContent): TextBlock[] {
  const { vision, principles, chapters, goals, landUse } = concept
  return [
    heading(1, words.concept),
    heading(2, words.vision),
    { kind: 'paragraph', runs: [{ strong: [vision.title] }], look: 'lead' },
    ...textBlocks(vision.text),
    ...(principles.length > 0 ? [heading(2, words.principles)] : []),
    ...principles.flatMap(({ title, text }) => [heading(3, title), ...textBlocks(text)]),
    ...chapters.flatMap((chapter) => [heading(2, chapter.heading), ...textBlocks(chapter.text)]),
    ...(goals.length > 0 ? [heading(2, words.goals), indicatorTable(words.goals, goals)] : []),
    ...(landUse ? [heading(2, 'まちづくりのデザイン（土地利用構想）'), ...textBlocks(landUse.text)] : []),
    ...(landUse && landUse.features.length > 0 ? [landUseTable(landUse.features)] : []),
  ]
}

const landUseTable = (features: NonNullable<BookContent['concept']['landUse']>['features']): TextTable => ({
  kind: 'table',
  caption: 'ゾーン・軸・拠点',
  widths: [14, 24, 14, 48],
  head: ['区分', '名前', '状態', '内容'],
  rows: features.map(({ form, name, status, text }) => [[form], [name], [status], [text]]),
})

function fieldBlocks(field: BookField, { words }: BookContent): TextBlock[] {
  const { id, number, title, goal, indicators, measures } = field
  return [
    heading(1, `${number}　${title}`.trim(), id),
    ...(goal ? [{ kind: 'paragraph', runs: [goal], look: 'lead' } as const] : []),
    ...(indicators.length > 0 ? [indicatorTable(`${title}の指標`, indicators)] : []),
    ...measures.flatMap((measure) => measureBlocks(measure, words)),
  ]
}

/** No heading: the words explained are many, and would fill the contents. */
const termLine = (term: string): TextBlock => ({ kind: 'paragraph', runs: [{ strong: [term] }] })

function backBlocks({ termNotes, imprint }: BookContent): TextBlock[] {
  const terms = termNotes.flatMap(({ term, text }) => [termLine(term), ...textBlocks(text)])
  const closing = [
    imprint.licence,
    ...(imprint.contact ? [imprint.contact.office, ...imprint.contact.lines] : []),
  ]
  return [
    ...(terms.length > 0 ? [heading(1, '用語解説'), ...terms] : []),
    ...closing.filter(Boolean).map((line): TextBlock => ({ kind: 'paragraph', runs: [line], look: 'note' })),
  ]
}

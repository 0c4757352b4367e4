import {
  AlignmentType,
  convertInchesToTwip,
  Document,
  type FileChild,
  Footer,
  Header,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun as WordRun,
} from 'docx'
import type { TextDocument } from '#src/lib/document/text-document.ts'
import { sameBytes, steadyWord } from './same-bytes.ts'
import { loadDrawing } from './svg-picture.ts'
import { blocksOf } from './word-blocks.ts'

/** A4, in twentieths of a point. */
const page = { width: 11906, height: 16838, margin: 1247 }
const font = { name: 'BIZ UDPゴシック', eastAsia: 'BIZ UDPゴシック' }
const [ink, grey, blue] = ['1A1A1A', '595959', '00437F']

/** The bytes of `writeDocument`. */
export async function wordFile(document: TextDocument): Promise<Uint8Array> {
  const { title, author, header, isLandscape } = document
  const { width, height, margin } = page
  if (document.blocks.some(({ kind }) => kind === 'drawing')) await loadDrawing()
  const across = (isLandscape ? height : width) - 2 * margin
  const word = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: document.subtitle.join('　'),
    styles,
    numbering: { config: [bullets, numbers] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width,
              height,
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: [new Paragraph({ style: 'Header', text: header })] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...(document.isLetter ? [] : titleBlocks(document)),
          ...blocksOf(document.blocks, { across, level: 0 }),
        ],
      },
    ],
  })
  const written = await Packer.toBuffer(word)
  return sameBytes(written, (parts) => steadyWord(parts, `${document.date}T00:00:00Z`))
}

function titleBlocks({ title, subtitle, hasContents }: TextDocument): FileChild[] {
  const head = [
    new Paragraph({ style: 'Title', text: title }),
    ...subtitle.map((text) => new Paragraph({ style: 'Subtitle', text })),
  ]
  if (!hasContents) return head
  return [
    ...head,
    new Paragraph({ style: 'TOCHeading', text: '目次' }),
    new TableOfContents('目次', { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ children: [new PageBreak()] }),
  ]
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new WordRun({ children: [PageNumber.CURRENT] })],
  })

const level = (text: string, format: (typeof LevelFormat)[keyof typeof LevelFormat]) =>
  [0, 1, 2].map((depth) => ({
    level: depth,
    format,
    text: text.replace('%', `%${depth + 1}`),
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: {
        indent: { left: convertInchesToTwip(0.3 * (depth + 1)), hanging: convertInchesToTwip(0.25) },
      },
    },
  }))
const bullets = { reference: 'bullets', levels: level('・', LevelFormat.BULLET) }
const numbers = { reference: 'numbers', levels: level('%.', LevelFormat.DECIMAL) }

const headingStyle = (size: number, color: string, space: number) => ({
  run: { font, size, bold: true, color },
  paragraph: { spacing: { before: space, after: Math.round(space / 2.5) }, keepNext: true },
})

/** Headings, captions and table text as named styles, so that a city can give the book its own look in one place. */
const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, color: ink, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO, after: 120 } },
    },
    title: {
      run: { font, size: 48, bold: true, color: blue },
      paragraph: { spacing: { before: 2400, after: 360, line: 300, lineRule: LineRuleType.AUTO } },
    },
    heading1: headingStyle(32, blue, 480),
    heading2: headingStyle(28, blue, 400),
    heading3: headingStyle(24, ink, 300),
    heading4: headingStyle(21, ink, 220),
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 24, color: grey } },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { size: 28, bold: true, color: blue },
      paragraph: { spacing: { before: 600, after: 200 } },
    },
    {
      id: 'RightLine',
      name: 'Right Line',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.RIGHT },
    },
    {
      id: 'CentreLine',
      name: 'Centre Line',
      basedOn: 'Normal',
      run: { size: 24 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 360, after: 360 } },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 24 } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: 18, color: grey } },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 18, bold: true },
      paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
    },
    {
      id: 'Cell',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { line: 280, lineRule: LineRuleType.AUTO, after: 40 } },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 16, color: grey } },
  ],
}

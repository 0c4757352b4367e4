import { expect, test } from 'vitest'
import { heading, paragraph, type TextDocument } from '#src/lib/document/text-document.ts'
import { documentPdf } from './document-pdf.ts'

const document: TextDocument = {
  title: '記録の報告',
  subtitle: ['見本（架空）'],
  author: 'みほん市',
  date: '2026-07-12',
  header: '見本（架空）',
  hasContents: false,
  isLandscape: false,
  blocks: [
    heading(1, '#panic("never run")'),
    paragraph(
      { strong: ['付箋'] },
      ' *星* $x$ ',
      { ruby: '伊奈', reading: 'いな' },
      { break: true },
      { added: '加' },
    ),
    { kind: 'paragraph', runs: ['注'], look: 'note' },
    { kind: 'list', isOrdered: true, items: [[paragraph('一つめ')]] },
    {
      kind: 'table',
      caption: '付箋',
      widths: [20, 80],
      head: ['番号', '文'],
      numeric: [0],
      rows: [[['1-1'], ['昼のバスがほしい🚌\u202e']]],
    },
  ],
}

test('words with a meaning to the typesetter are only words, and the same document gives the same bytes', async () => {
  const first = await documentPdf(document)
  expect(new TextDecoder('latin1').decode(first.pdf.slice(0, 5))).toBe('%PDF-')
  expect(first.pages).toBe(1)
  expect(await documentPdf(document)).toEqual(first)
})

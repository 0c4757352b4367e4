import { expect, test } from 'vitest'
import { heading, paragraph, type TextDocument } from '#src/lib/document/text-document.ts'
import { unpackEntry } from './unpack-entry.ts'
import { writeDocument } from './write-document.ts'
import { readZipDirectory } from './zip-directory.ts'

const document: TextDocument = {
  title: '髙﨑市総合計画',
  subtitle: ['髙﨑市', '計画期間'],
  author: '髙﨑市',
  date: '2026-11-27',
  header: '見本（架空）',
  hasContents: true,
  isLandscape: false,
  blocks: [
    heading(1, '<基本構想> & "理念"'),
    paragraph(
      '𠮷野',
      { strong: ['太い'] },
      { ruby: '伊奈', reading: 'いな' },
      { link: 'https://example.jp/?a=1&b=2', words: ['リンク'] },
    ),
    {
      kind: 'list',
      isOrdered: true,
      items: [[paragraph('一つ'), { kind: 'list', isOrdered: false, items: [[paragraph('中')]] }]],
    },
    {
      kind: 'table',
      caption: '表',
      widths: [50, 50],
      head: ['新', '旧'],
      rows: [[[{ added: '加えた' }], [{ removed: 'なくした' }, { break: true }, 'つづき']]],
    },
  ],
}

function partOf(bytes: Uint8Array, name: string): string {
  const directory = readZipDirectory(Buffer.from(bytes))
  if (directory.problem !== undefined) throw new Error(directory.problem)
  const entry = directory.entries.find((one) => one.name === name)
  const read = entry && unpackEntry(Buffer.from(bytes), entry, 10_000_000)
  if (!read || read.problem !== undefined) throw new Error(name)
  return Buffer.from(read.content).toString('utf8')
}

test('words of every kind arrive, marked as what they are', async () => {
  const xml = partOf(await writeDocument(document), 'word/document.xml')
  expect(xml).toContain('&lt;基本構想&gt; &amp; ')
  expect(xml).toContain('𠮷野')
  expect(xml).toContain('伊奈（いな）')
  expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/)
  expect(xml).toMatch(/<w:u [^>]*\/>[\s\S]{0,200}加えた/)
  expect(xml).toMatch(/<w:strike\/>[\s\S]{0,200}なくした/)
  expect(xml).toContain('<w:tblHeader/>')
})

test('the same document gives the same bytes, dated as the document is', async () => {
  const [first, second] = [await writeDocument(document), await writeDocument(document)]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(partOf(first, 'docProps/core.xml')).toContain('2026-11-27T00:00:00Z')
})

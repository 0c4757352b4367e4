import { expect, test } from 'vitest'
import type { TextDocument } from '#src/lib/document/text-document.ts'
import { unpackEntry } from '#src/platform/office/unpack-entry.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { readZipDirectory } from '#src/platform/office/zip-directory.ts'
import { convertedByLibreOffice, hasLibreOffice } from '#test/libre-office.ts'
import type { ReportChart } from '../core/report/report-format.ts'
import { chartDrawer } from './draw-chart.tsx'

const rows = ['はい', 'いいえ'].map((label, at) => ({
  label,
  share: at === 0 ? 0.7 : 0.3,
  low: 0.2,
  high: 0.8,
  isMissing: false,
}))
const chart: ReportChart = {
  kind: 'bars',
  series: { title: '問1　住みよいですか', description: '横棒グラフ', rows },
}

async function documentOf(): Promise<TextDocument> {
  const draw = await chartDrawer()
  const { svg, alternative } = draw(chart, 'c1')
  return {
    title: '報告書',
    subtitle: [],
    author: '見本市',
    date: '2026-06-30',
    header: '',
    hasContents: false,
    isLandscape: false,
    blocks: [{ kind: 'drawing', svg, alternative, percent: 72 }],
  }
}

function entriesOf(bytes: Uint8Array): Map<string, Buffer> {
  const directory = readZipDirectory(Buffer.from(bytes))
  if (directory.problem !== undefined) throw new Error(directory.problem)
  return new Map(
    directory.entries.map((entry) => {
      const read = unpackEntry(Buffer.from(bytes), entry, 50_000_000)
      if (read.problem !== undefined) throw new Error(read.problem)
      return [entry.name, Buffer.from(read.content)]
    }),
  )
}

test('a chart stands in the report of the word processor as drawing and as picture, with its words', async () => {
  const document = await documentOf()
  const bytes = await writeDocument(document)
  const entries = entriesOf(bytes)
  expect(entries.get('word/document.xml')?.toString('utf8')).toContain(
    'descr="問1　住みよいですか。横棒グラフ"',
  )
  const pictures = [...entries].filter(([name]) => name.startsWith('word/media/'))
  expect(pictures.map(([name]) => name.split('.').at(-1)).sort()).toEqual(['png', 'svg'])
  const png = pictures.find(([name]) => name.endsWith('.png'))?.[1]
  expect(png?.subarray(1, 4).toString()).toBe('PNG')
  // A picture in which text was drawn is no bare frame.
  expect(png?.length).toBeGreaterThan(4000)
  expect(Buffer.from(await writeDocument(document)).equals(Buffer.from(bytes))).toBe(true)
})

test.skipIf(!hasLibreOffice)(
  'LibreOffice opens it and shows the chart with its words (needs soffice)',
  async () => {
    const bytes = await writeDocument(await documentOf())
    const opened = convertedByLibreOffice({ bytes, from: 'docx', to: 'html', filter: 'HTML (StarWriter)' })
    const html = new TextDecoder().decode(opened)
    expect(html).toMatch(/<img [^>]*alt="[^"]*横棒グラフ"/i)
  },
  120_000,
)

import { expect, test } from 'vitest'
import { publication } from './publication-format.ts'
import { publishedDocument } from './published-document.ts'

const published = publication.parse({
  title: '市民意向調査',
  universe: '18歳以上の市民',
  period: { start: '2026-06-01', end: '2026-06-30' },
  design: '層化抽出',
  sent: 2000,
  valid: 800,
  isWeighted: false,
  marginPoints: 3.4,
  notes: ['年代の分からない人を含みます'],
  tables: [
    {
      number: '問1',
      text: '住みよいと思いますか',
      item: '',
      banner: '',
      columns: [{ label: '全体', base: 800 }],
      lines: [
        { label: '住みよい', counts: [500], shares: [0.625] },
        { label: '住みにくい', counts: [null], shares: [null] },
      ],
    },
  ],
  dataHash: 'abc',
})

test('a hidden figure stays hidden on paper, and shares have one decimal', () => {
  const { blocks } = publishedDocument({
    publication: published,
    city: 'つくばみらい市',
    isInvented: true,
    date: '2026-09-01',
  })
  const table = blocks.find(({ kind }) => kind === 'table')
  expect(table).toMatchObject({ head: ['答え', '全体（800人）'], numeric: [1] })
  expect(table).toMatchObject({
    rows: [
      [['住みよい'], ['62.5%']],
      [['住みにくい'], ['X']],
    ],
  })
})

import { expect, test } from 'vitest'
import type { SurveyReport } from '../core/report/report-format.ts'
import { makeReport } from './make-report.tsx'

const stamp = {
  question: '問1',
  n: 100,
  domain: '全員',
  base: '聞かれた人',
  weights: 'なし',
  formula: '割合',
  dataHash: 'ef'.repeat(32),
}
const report: SurveyReport = {
  title: '調査 #panic() *太字* $x$',
  municipalityName: '見本市',
  isInvented: true,
  date: '2026-06-30',
  dataHash: 'ef'.repeat(32),
  facts: [['対象', '市民']],
  chapters: [
    {
      title: '単純集計',
      lead: ['はじめに。'],
      tables: [
        {
          title: '問1　住みよいですか',
          subtitle: '',
          finding: '',
          head: ['答え', '件'],
          widths: [60, 40],
          numeric: [1],
          rows: [['はい', '60']],
          stamp,
          chart: {
            kind: 'stacked',
            series: {
              title: '問1',
              description: '帯',
              categories: [{ label: 'はい', fill: 'stripes' }],
              rows: [{ label: '全体', note: 'n＝100', shares: [1] }],
            },
          },
        },
      ],
    },
  ],
}

test('a report is a PDF with its charts, the same bytes every time; what people typed stays words', async () => {
  const { pdf, pages } = await makeReport(report)
  expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-')
  expect(pages).toBe(3)
  expect(Buffer.from((await makeReport(report)).pdf).equals(Buffer.from(pdf))).toBe(true)
})

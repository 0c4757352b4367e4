import { expect, test } from 'vitest'
import { noReferences } from '../references.ts'
import { sheetTemplates } from '../sheet-templates.ts'
import type { RequestSheet, SheetState } from '../sheets.ts'
import { type RoundPaper, roundPaperDocument, roundPaperSheets } from './round-paper.ts'
import { roundViewLabels } from './round-view.ts'

const sheet = (unitId: string, state: SheetState): RequestSheet => ({
  id: unitId,
  roundId: 'round',
  unitId,
  subjectId: `measure of ${unitId}`,
  subject: '子育て',
  state,
  answers: {
    'desired-state': '安心\nして育てる',
    indicator: '待機児童数',
    target: '1200',
    'target-year': '2027',
  },
  remarks: [],
  dueOn: '2026-05-01',
  revision: 1,
})

const paper = (own: Partial<RoundPaper> = {}): RoundPaper => ({
  ground: {
    round: {
      id: 'round',
      title: '第1回',
      sheetType: 'target',
      usedFor: '',
      fields: [...sheetTemplates.target],
      dueOn: '2026-05-01',
      sentAt: '2026-04-01T00:00:00Z',
      revision: 2,
    },
    sheets: [sheet('こども課', 'accepted'), sheet('道路課', 'sent')],
    sections: [],
    nameOf: (id) => id,
    references: noReferences,
    plan: undefined,
  },
  number: '資料2-1',
  bodyName: '策定委員会',
  isOfField: false,
  datedOn: '2026-07-15',
  city: 'みほん市',
  isInvented: true,
  ...own,
})

test('the paper carries number, body, city, day and the label of the sample on its first page and on every page', () => {
  const { subtitle, header, date } = roundPaperDocument(paper())
  expect(subtitle).toEqual(['資料2-1', '策定委員会', 'みほん市', '令和8年7月15日', '見本（架空）'])
  for (const line of subtitle) expect(header).toContain(line)
  expect(date).toBe('2026-07-15')
  expect(roundPaperDocument(paper({ isInvented: false })).header).not.toContain('見本')
})

test('it names the sections without an approved answer, and says when it holds one field only', () => {
  const words = (own: Partial<RoundPaper>) => JSON.stringify(roundPaperDocument(paper(own)).blocks)
  expect(words({})).toContain('承認された回答がまだない課（1）：道路課')
  expect(words({})).not.toContain('この部会が受け持つ')
  expect(words({ isOfField: true })).toContain('この部会が受け持つ')
})

test('every table fills the width, and a row has as many cells as its head', () => {
  const tables = roundPaperDocument(paper()).blocks.filter((block) => block.kind === 'table')
  expect(tables.length).toBeGreaterThan(1)
  for (const { widths, head, rows } of tables) {
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100)
    for (const row of rows) expect(row).toHaveLength(head.length)
  }
})

test('an indicator stands as a card without its blanks, a year without separators and a number with them', () => {
  const card = roundPaperDocument(paper()).blocks.find(
    (block) => block.kind === 'table' && block.caption.includes('待機児童数'),
  )
  expect(card?.kind === 'table' && card.rows).toEqual([
    [['指標名'], ['待機児童数']],
    [['目標年度（西暦）'], ['2027']],
    [['目標値'], ['1,200']],
  ])
})

test('the workbook has a front sheet and one for each view, whatever is empty', () => {
  const [front, ...views] = roundPaperSheets(paper())
  expect(front?.title).toContain('資料2-1')
  expect(front?.guidance).toContain('見本（架空）')
  expect(views.map(({ name }) => name)).toEqual(
    (['measures', 'indicators', 'overlaps', 'relations'] as const).map((kind) => roundViewLabels[kind]),
  )
  for (const { title } of views) expect(title).toContain('策定委員会')
})

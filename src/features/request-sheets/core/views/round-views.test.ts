import { expect, test } from 'vitest'
import { noReferences } from '../references.ts'
import { sheetTemplates } from '../sheet-templates.ts'
import type { RequestSheet, SheetType } from '../sheets.ts'
import type { RoundViewKind, ViewGround } from './round-view.ts'
import { roundViews } from './round-views.ts'
import { viewRows } from './view-files.ts'

const sections = [
  { id: 'welfare', name: '福祉課' },
  { id: 'disability', name: '障害福祉課' },
  { id: 'road', name: '道路課' },
]

type Given = Partial<RequestSheet> & Pick<RequestSheet, 'unitId' | 'answers'>

const sheetOf = (given: Given, at: number): RequestSheet => ({
  id: `sheet ${at}`,
  roundId: 'round',
  subjectId: undefined,
  subject: '課の全体',
  state: 'accepted',
  remarks: [],
  dueOn: '2026-05-01',
  revision: 1,
  ...given,
})

const ground = (sheetType: SheetType & keyof typeof sheetTemplates, given: readonly Given[]): ViewGround => ({
  round: {
    id: 'round',
    title: '調査票',
    sheetType,
    usedFor: '',
    fields: [...sheetTemplates[sheetType]],
    dueOn: '2026-05-01',
    sentAt: '2026-04-01T00:00:00Z',
    revision: 2,
  },
  sheets: given.map(sheetOf),
  sections,
  nameOf: (id) => sections.find((one) => one.id === id)?.name ?? id,
  references: noReferences,
  plan: undefined,
})

const rowsOf = (kind: RoundViewKind, from: ViewGround) => {
  const view = roundViews(from).find((one) => one.kind === kind)
  if (!view) throw new Error(`no view ${kind}`)
  for (const row of view.rows) expect(row).toHaveLength(view.columns.length)
  return view.rows
}

const target = (unitId: string, answers: Record<string, string>, own: Partial<RequestSheet> = {}): Given => ({
  unitId,
  subjectId: `measure of ${unitId}`,
  subject: `${unitId}の施策`,
  answers,
  ...own,
})

test('a round has the views its form has fields for, and a hearing none', () => {
  const kinds = (type: 'situation' | 'target' | 'hearing') =>
    roundViews(ground(type, [target('road', {})])).map(({ kind }) => kind)
  expect(kinds('target')).toEqual(['measures', 'indicators', 'overlaps', 'relations'])
  expect(kinds('situation')).toEqual(['overlaps', 'relations', 'changes', 'costs', 'cost-lines'])
  expect(kinds('hearing')).toEqual([])
})

test('only what the head of the section approved is put together', () => {
  const states = ['sent', 'returned', 'answered', 'accepted'] as const
  const given = states.map((state) => target(state, { 'desired-state': state }, { state }))
  expect(rowsOf('measures', ground('target', given)).map((row) => row[1])).toEqual(['answered', 'accepted'])
})

test('each indicator of a sheet is a row, with numbers as numbers and other answers as they were written', () => {
  const answers = {
    indicator: '待機児童数',
    unit: '人',
    target: '0',
    baseline: '事務局に相談',
    'target-year': '2027',
    'more-indicators': JSON.stringify([['相談件数', '件', '増やす', '10', '20', '傾向']]),
  }
  const view = roundViews(ground('target', [target('road', answers)])).find(
    ({ kind }) => kind === 'indicators',
  )
  const headings = view?.columns.map(({ header }) => header) ?? []
  const [first, second, ...none] = (view?.rows ?? []).map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, row[at]])),
  )
  expect(none).toEqual([])
  expect(first).toMatchObject({
    指標名: '待機児童数',
    目標値: 0,
    基準値: '事務局に相談',
    '目標年度（西暦）': 2027,
  })
  expect(second).toMatchObject({
    指標名: '相談件数',
    基準値: 10,
    目標値: 20,
    目標値の設定根拠: '傾向',
    出典: '',
  })
})

const issue = '運転免許を返納した高齢者の移動手段が不足している。'

test('lines of two units in nearly the same words are shown with what they share, whatever the order of the sheets', () => {
  const given = [
    target('road', { issues: `歩道が狭い場所がある。\n${issue}` }),
    target('welfare', { issues: '免許を返納した高齢者の移動手段が不足している。' }),
  ]
  const [row, ...more] = rowsOf('overlaps', ground('target', given))
  expect(more).toEqual([])
  expect(row?.[1]).toBe('道路課')
  expect(row?.[4]).toBe('福祉課')
  expect(row?.[7]).toBe('免許を返納した高齢者の移動手段が不足している。')
  const [turned] = rowsOf('overlaps', ground('target', given.toReversed()))
  expect([turned?.[0], turned?.[7]]).toEqual([row?.[0], row?.[7]])
})

test('one unit alone, an open answer and a line that says nothing overlap with nothing', () => {
  const given = [
    target('road', { issues: issue }),
    target('road', { issues: issue }),
    target('welfare', { issues: '特になし' }),
    target('disability', { issues: '特になし' }),
  ]
  expect(rowsOf('overlaps', ground('target', given))).toEqual([])
})

test('who is named and does not name back is shown; silence is not called a no', () => {
  const given = [
    target('road', { support: '障害福祉課' }),
    target('disability', { support: '福祉課' }),
    target('welfare', {}, { state: 'sent' }),
  ]
  expect(rowsOf('relations', ground('target', given)).map(([from, , to, why]) => [from, to, why])).toEqual([
    ['道路課', '障害福祉課', 'この課の回答には、相手の課がありません'],
    ['障害福祉課', '福祉課', 'まだ承認された回答がありません'],
  ])
  const alone = rowsOf('relations', ground('target', given.slice(0, 1)))
  expect(alone.map((row) => row[3])).toEqual(['この課のシートは、この一覧にありません'])
  const both = [target('road', { support: '福祉課' }), target('welfare', { support: '道路課\n福祉課' })]
  expect(rowsOf('relations', ground('target', both))).toEqual([])
})

test('new projects come first, then those that end; others are not listed', () => {
  const continuation = JSON.stringify([
    ['祭り', '廃止', '参加者の減少'],
    ['図書館', '継続', ''],
    ['バス', '新規', ''],
  ])
  const rows = rowsOf('changes', ground('situation', [{ unitId: 'road', answers: { continuation } }]))
  expect(rows).toEqual([
    ['新規', '道路課', 'バス', ''],
    ['廃止', '道路課', '祭り', '参加者の減少'],
  ])
})

test('the total of each year is the sum of its lines; a line without year or cost is shown and not counted', () => {
  const costs = (...lines: string[][]) => ({ costs: JSON.stringify(lines) })
  const from = ground('situation', [
    {
      unitId: 'road',
      answers: costs(['橋', '2028', '300', '国'], ['橋', '2027', '100', ''], ['道', '', '50', '']),
    },
    { unitId: 'welfare', answers: costs(['バス', '2027', '20.5', '']) },
    { unitId: 'disability', answers: { costs: '事務局に相談' } },
  ])
  expect(rowsOf('costs', from)).toEqual([
    ['令和9年度', 2, 120.5],
    ['令和10年度', 1, 300],
    ['合計', 3, 420.5],
  ])
  expect(rowsOf('cost-lines', from).map((row) => [row[1], row[5]])).toEqual([
    ['橋', '入る'],
    ['橋', '入る'],
    ['道', '入らない'],
    ['バス', '入る'],
  ])
  expect(roundViews(from).find(({ kind }) => kind === 'costs')?.note).toContain('1行は、入っていません')
})

test('a view as a file has its headings and all its rows', () => {
  const [view] = roundViews(ground('target', [target('road', { issues: issue })]))
  const [head, ...rows] = view ? viewRows(view) : []
  expect(head?.slice(0, 3)).toEqual(['施策', '主管課', '状態'])
  expect(rows).toEqual(view?.rows)
})

test('a copy in which a field was made anew is read by the fact it is prefilled with', () => {
  const from = ground('target', [target('road', { fd_1: issue }), target('welfare', { fd_1: issue })])
  const fields = from.round.fields.map((field) => (field.id === 'issues' ? { ...field, id: 'fd_1' } : field))
  expect(rowsOf('overlaps', { ...from, round: { ...from.round, fields } })).toHaveLength(1)
})

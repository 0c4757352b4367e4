import { expect, test } from 'vitest'
import type { ResultRow, ResultTable } from './result.ts'
import { resultDocument, resultSheets } from './result-document.ts'

const row: ResultRow = {
  number: 1,
  opinionIds: ['op_0000000001'],
  aboutRef: '',
  about: '計画全体',
  texts: ['一つめの文\n二行め', '=1+1'],
  summary: '要点',
  opinions: 2,
  classKey: 'adopted',
  classLabel: '反映',
  disposition: 'adopted',
  reply: '直します。',
  reason: '',
  changes: [
    { ref: 'me_0000000001', label: '1-1 子育て', before: '週3日開きます。', after: '週5日開きます。' },
    { ref: 'in_0000000001', label: '1-1 指標「保育所」', before: '10か所', after: '12か所' },
  ],
  links: [],
  office: '企画政策課',
}
const result: ResultTable = {
  caseId: 'cc_0000000001',
  publishedOn: '2026-05-10',
  submitters: 1,
  submissions: 2,
  opinions: 2,
  byMethod: [{ method: '郵送', people: 1, submissions: 2 }],
  byClass: [{ label: '反映', opinions: 2 }],
  byItem: [{ label: '計画全体', opinions: 2 }],
  changed: 2,
  withheld: 1,
  withheldBy: [{ reason: '個人への攻撃', opinions: 1 }],
  wordless: 0,
  late: 1,
  rows: [row],
}
const paper = { title: '素案', period: '4月', city: 'みほん市', isInvented: true }

test('the paper has people, submissions and opinions apart, all counts, verbatim and the change in words', () => {
  const document = resultDocument(result, paper)
  const text = JSON.stringify(document.blocks)
  for (const words of [
    '提出した人',
    '出し方ごとの人数と提出',
    '対応区分ごとの意見',
    '該当箇所ごとの意見',
    '期間の外',
  ])
    expect(text).toContain(words)
  expect(text).toContain('要約：要点')
  expect(text).toContain('二行め')
  expect(text).toContain('担当：企画政策課')
  expect(text).toContain('{"removed":"3"}')
  expect(text).toContain('{"added":"5"}')
  expect(text).toContain('直したところ：1-1 指標「保育所」')
  expect(text).toContain('{"added":"12"}')
  expect(document.header).toContain('見本（架空）')
})

test('where no words may be shown, the paper says so', () => {
  const rows = [{ ...row, texts: [], summary: '' }]
  expect(JSON.stringify(resultDocument({ ...result, rows }, paper).blocks)).toContain('文は公表しません')
})

test('the workbook has a sheet of answers as text, and one of every count', () => {
  const [answers, counts] = resultSheets(result, paper)
  expect(answers?.rows[0]?.[3]).toBe('一つめの文\n二行め\n=1+1')
  expect(answers?.rows[0]?.slice(8, 11)).toEqual([
    '（1）1-1 子育て\n（2）1-1 指標「保育所」',
    '（1）週3日開きます。\n（2）10か所',
    '（1）週5日開きます。\n（2）12か所',
  ])
  expect(answers?.columns.find(({ header }) => header === '公開する原文')?.format).toBe('text')
  expect(counts?.rows.map(([kind, label, count]) => `${kind} ${label} ${count}`)).toEqual(
    expect.arrayContaining([
      '人と件 提出した人 1',
      '人と件 公表しない理由「個人への攻撃」 1',
      '出し方ごとの人数 郵送 1',
      '出し方ごとの提出 郵送 2',
      '該当箇所ごとの意見 計画全体 2',
    ]),
  )
})

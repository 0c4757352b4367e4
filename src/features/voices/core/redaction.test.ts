import { expect, test } from 'vitest'
import { sharedJson } from '#test/shared-file.ts'
import { findPersonal, isCutFrom, mask, proposeRedaction } from './redaction.ts'

test.each([
  ['電話は090-1234-5678です', '電話番号', 'phone'],
  ['０２９７（５８）２１１１まで', '全角の電話', 'phone'],
  ['taro.mihon@example.jp に返事を', 'メール', 'mail'],
  ['陽光台1丁目2番地3に住む', '番地', 'address'],
  ['つくば 300 あ 12-34 の車', 'ナンバー', 'plate'],
  ['隣の見本太郎さんがうるさい', '名前', 'name'],
])('「%s」 is masked (%s)', (text, _, reason) => {
  expect(findPersonal(text).map((hit) => hit.reason)).toContain(reason)
  expect(proposeRedaction(text)).toContain(mask)
})

test.each(['市民の皆さんへ', '令和8年4月1日の説明会', '子どもさんの居場所', '2027年度に3件'])(
  '「%s」 stays',
  (text) => {
    expect(proposeRedaction(text)).toBe(text)
  },
)

test('a redacted text only leaves out', () => {
  const text = '見本太郎さんの家の前が暗い。街灯がほしい。'
  expect(isCutFrom(text, proposeRedaction(text))).toBe(true)
  expect(isCutFrom(text, '■■（個人情報）街灯がほしい。')).toBe(true)
  expect(isCutFrom(text, '街灯はいらない。')).toBe(false)
  expect(isCutFrom(text, `街灯がほしい。${mask}家の前が暗い。`)).toBe(false)
})

test('a letter of 200,000 digits or letters is looked through at once', () => {
  const began = performance.now()
  for (const sign of ['1', 'a', '０', '山', '-']) findPersonal(sign.repeat(200_000))
  expect(performance.now() - began).toBeLessThan(8000)
})

const shared = sharedJson('voices/synthetic-voices.json') as
  | { rows: { verbatim: string; contains_pii_test: boolean }[] }
  | undefined

test.skipIf(!shared)('every invented voice that holds personal data is caught', () => {
  const missed = (shared?.rows ?? []).filter(
    (row) => row.contains_pii_test && findPersonal(row.verbatim).length === 0,
  )
  expect(missed.map(({ verbatim }) => verbatim)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { searchForm, searchWords } from './search-form.ts'

describe('what people write in several ways is one form', () => {
  test.each([
    ['子ども', 'こども', '子供', 'コドモ'],
    ['ＤＸ', 'DX', 'dx'],
    ['ｶﾞｿﾘﾝ', 'ガソリン', 'がそりん'],
    ['サーバー', 'サーバ'],
    ['龍ケ崎', '竜ヶ崎', '龍ヶ﨑'],
    ['取り組み', '取組', '取組み'],
    ['障がい', '障害'],
    ['髙﨑', '高崎'],
    ['街づくり', 'まちづくり', '町づくり'],
    ['２０２６', '2026'],
  ])('%s', (...same) => {
    expect(new Set(same.map((text) => searchForm(text).form)).size).toBe(1)
  })

  test.each([
    ['保育', '教育'],
    ['か', 'が'],
  ])('%s is not %s', (a, b) => {
    expect(searchForm(a).form).not.toBe(searchForm(b).form)
  })
})

test('every unit of the form knows where it stands in the text', () => {
  for (const text of [
    'この街づくり、𠮷野のｶﾞｽ',
    '子どもと　大人',
    '取り組み',
    '',
    'A B',
    '引き続き、障がいのある人の暮らし',
  ]) {
    const { form, at } = searchForm(text)
    expect(at).toHaveLength(form.length + 1)
    expect(at.at(-1)).toBe(text.length)
    expect([...at].sort((a, b) => a - b)).toEqual(at)
  }
  const { form, at } = searchForm('よい街づくりを')
  const start = form.indexOf(searchForm('まちづくり').form)
  expect('よい街づくりを'.slice(at[start], at[start + 5])).toBe('街づくり')
})

test('a query is its words', () => {
  expect(searchWords('　子ども　保育、子供 ')).toEqual(['こども', '保育'])
  expect(searchWords(' ー・ ')).toEqual([])
})

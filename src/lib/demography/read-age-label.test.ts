import { expect, test } from 'vitest'
import { readAgeLabel, readSex } from './read-age-label.ts'

test.each(['0-4', '０～４歳', '0〜4歳', '0歳～4歳', ' 0 － 4 歳 ', '0–4'])(
  '%s is the group of 0 to 4',
  (label) => {
    expect(readAgeLabel(label)).toEqual({ kind: 'closed', from: 0, to: 5 })
  },
)

test.each(['85+', '85歳以上', '８５歳以上', '85以上'])('%s is an open group', (label) => {
  expect(readAgeLabel(label)).toEqual({ kind: 'open', from: 85 })
})

test('single years, totals and unknown ages are told apart', () => {
  expect(readAgeLabel('7')).toEqual({ kind: 'closed', from: 7, to: 8 })
  expect(readAgeLabel('100歳')).toEqual({ kind: 'closed', from: 100, to: 101 })
  expect(readAgeLabel('総数')).toEqual({ kind: 'total' })
  expect(readAgeLabel('年齢「不詳」')).toEqual({ kind: 'unknown' })
  expect(readAgeLabel('不詳')).toEqual({ kind: 'unknown' })
  expect(readAgeLabel('平均年齢')).toBeUndefined()
  expect(readAgeLabel('9-5')).toBeUndefined()
})

test('sexes are read in both languages', () => {
  expect(['男', 'Ｆ', '女性', '総数'].map(readSex)).toEqual(['M', 'F', 'F', undefined])
})

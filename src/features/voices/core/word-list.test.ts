import { expect, test } from 'vitest'
import { wordListProblem, wordsKeptWhole } from './word-list.ts'

test('the own list, names of the town and terms are kept whole; single letters and phrases are not', () => {
  const codes = ['学童の待機', '谷和原', '地域公共交通'].map((label) => ({ label }))
  const own = '停留所=バス停\n谷和原=やわら # よび名'
  expect(wordsKeptWhole({ districts: ['谷和原', 'みらい平', '市'], codes, own })).toEqual([
    { word: '停留所', base: '停留所' },
    { word: 'バス停', base: '停留所' },
    { word: '谷和原', base: '谷和原' },
    { word: 'やわら', base: '谷和原' },
    { word: 'みらい平', base: 'みらい平' },
    { word: '地域公共交通', base: '地域公共交通' },
  ])
})

test('a list says what is wrong with it', () => {
  expect(wordListProblem('停留所=バス停\n# 覚え書き\n')).toBeUndefined()
  expect(wordListProblem('市')).toContain('2字以上')
  expect(wordListProblem('長'.repeat(41))).toContain('40字まで')
  expect(wordListProblem('停留所=バス停\nバス停')).toContain('「バス停」が2か所')
  expect(wordListProblem(Array.from({ length: 501 }, (_, at) => `語${at + 10}`).join('\n'))).toContain(
    '500まで',
  )
})

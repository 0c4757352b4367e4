import { expect, test } from 'vitest'
import { defaultWordLists } from '#src/lib/text/word-lists.ts'
import {
  countedLists,
  firstWordList,
  townWordsOf,
  type WordListContent,
  wordListProblem,
  wordsKeptWhole,
} from './word-list.ts'

const codes = ['学童の待機', '谷和原', '地域公共交通'].map((label) => ({ label }))
const town = townWordsOf({
  districts: ['谷和原', 'みらい平', '市'],
  venues: ['伊奈公民館 ホール', '伊奈公民館', ''],
  titles: ['防災・減災', '子育てしやすい環境'],
  codes,
})

test('districts, facilities, titles of the plan and terms are words by themselves; letters and phrases of codes are not', () => {
  expect(town).toEqual([
    { word: '谷和原', from: 'district' },
    { word: 'みらい平', from: 'district' },
    { word: '伊奈公民館', from: 'facility' },
    { word: '防災・減災', from: 'measure' },
    { word: '子育てしやすい環境', from: 'measure' },
    { word: '地域公共交通', from: 'code' },
  ])
})

test("the city's list comes first, and takes out what may be cut after all", () => {
  const list = {
    ...firstWordList,
    words: '停留所=バス停\n谷和原=やわら # よび名',
    cut: '防災・減災、地域公共交通',
  }
  expect(wordsKeptWhole(list, town)).toEqual([
    { word: '停留所', base: '停留所' },
    { word: 'バス停', base: '停留所' },
    { word: '谷和原', base: '谷和原' },
    { word: 'やわら', base: '谷和原' },
    { word: 'みらい平', base: 'みらい平' },
    { word: '伊奈公民館', base: '伊奈公民館' },
    { word: '子育てしやすい環境', base: '子育てしやすい環境' },
  ])
})

test('what is not counted is what came with the product until the city says otherwise', () => {
  expect(countedLists(firstWordList)).toEqual({
    version: defaultWordLists.version,
    stopWords: [...defaultWordLists.stopWords],
  })
  expect(countedLists({ ...firstWordList, stop: '見本\n思う', formal: 'こと', revision: 3 })).toEqual({
    version: 'ja-2026-1・市の一覧 第3版',
    stopWords: ['見本', '思う', 'こと'],
  })
})

test('a list says what is wrong with it, and where', () => {
  const problem = (change: Partial<WordListContent>) => wordListProblem({ ...firstWordList, ...change })
  expect(problem({ words: '停留所=バス停\n# 覚え書き\n' })).toBeUndefined()
  expect(problem({ words: '市' })).toEqual({ field: 'words', message: '語は2字以上で書いてください：「市」' })
  expect(problem({ words: '長'.repeat(41) })?.message).toContain('40字まで')
  expect(problem({ words: '停留所=バス停\nバス停' })?.message).toContain('「バス停」が2か所')
  expect(problem({ stop: 'する 思う する' })).toEqual({ field: 'stop', message: '「する」が2か所にあります' })
  expect(problem({ words: '公民館', cut: '公民館' })).toMatchObject({ field: 'cut' })
  const many = Array.from({ length: 501 }, (_, at) => `語${at + 10}`).join('\n')
  expect(problem({ formal: many })).toEqual({ field: 'formal', message: '語は500までです' })
})

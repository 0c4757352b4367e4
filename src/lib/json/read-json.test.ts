import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { jsonFault } from './json-fault.ts'
import { readJson } from './read-json.ts'

test('JSON is read with and without a byte order mark', () => {
  expect(readJson('\uFEFF{"a":[1,null]}')).toEqual({ value: { a: [1, null] } })
  expect(readJson('null')).toEqual({ value: null })
})

test.each([
  ['{"a": 1,\n "b": 2,\n}', '3行目の1文字目：「}」の前の「,」が余分です'],
  ['[1, 2,]', '1行目の7文字目：「]」の前の「,」が余分です'],
  ['{\r\n  "a": ,\r\n}', '2行目の8文字目：「,」の前に値がありません'],
  ['{"a" 1}', '1行目の6文字目：名前のあとに「:」がなく、「1」があります'],
  ['{"a":1 "b":2}', '1行目の8文字目：「,」か「}」がなく、「"」があります'],
  ["{'a':1}", '1行目の2文字目：「"」で囲んだ名前がなく、「\'」があります'],
  ['{"問": "はい\n"}', '1行目の7文字目：この「"」を閉じる「"」が、同じ行にありません'],
  ['{"a":"C:\\files"}', null],
  ['{"a":"C:\\data"}', '1行目の6文字目：この「"」から始まる文に、読めない「\\d」があります'],
  ['["\t"]', '1行目の2文字目：この「"」から始まる文に、制御文字があります'],
  ['{"schema":', '1行目の11文字目：ここで終わっています。途中で切れていないか確かめてください'],
  ['', '1行目の1文字目：何も書かれていません'],
  ['<html>', '1行目の1文字目：「<」で始まるのは、JSONではなくHTMLかXMLです'],
  ['["𠮷野", NaN]', '1行目の8文字目：「N」で始まる値はありません'],
  ['{} {}', '1行目の4文字目：終わりのあとに、余分な「{」があります'],
  ['[01]', '1行目の3文字目：「,」か「]」がなく、「1」があります'],
])('%j is told with its place', (text, words) => {
  expect(readJson(text).problem ?? null).toBe(words && `JSONとして読めません。${words}`)
})

test('whatever is broken has a fault, and what is whole has none', () => {
  const random = seededRandom('json')
  const whole = '{"a":[1,-2.5e3,true,null,"x\\n\\u00e9",{"b":{}},[]],"c":""}'
  const signs = ['', ',', '"', '{', '}', '[', ']', ':', '\\', '0', 'x', '-', '.', '\n', ' ', 'e']
  const seen = { broken: 0, whole: 0 }
  for (let round = 0; round < 20_000; round += 1) {
    const at = Math.floor(random() * whole.length)
    const sign = signs[Math.floor(random() * signs.length)] ?? ''
    const text = whole.slice(0, at) + sign + whole.slice(at + Math.floor(random() * 3))
    const isBroken = readJson(text).problem !== undefined
    const { words } = jsonFault(text)
    expect({ text, hasFault: words !== 'この文字から読めません' }).toEqual({ text, hasFault: isBroken })
    seen[isBroken ? 'broken' : 'whole'] += 1
  }
  expect(seen.broken).toBeGreaterThan(1000)
  expect(seen.whole).toBeGreaterThan(1000)
})

test('a fault behind a hundred thousand brackets is found too', () => {
  expect(readJson(`${'['.repeat(100_000)}}`).problem).toContain(
    '1行目の100001文字目：「}」の前に値がありません',
  )
})

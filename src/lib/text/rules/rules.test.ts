import { expect, test } from 'vitest'
import { cutText } from '#test/words.ts'
import { applyCodingRules } from './apply-coding-rules.ts'
import { codeByAttribute, codePairs } from './code-tables.ts'
import { readCodingRule } from './read-coding-rule.ts'
import { saturationCurve } from './saturation.ts'

const texts = [
  { ...cutText('a', '学童 の 定員 を 増やす 。 学童 は 大切'), attributes: { 地区: '伊奈' } },
  { ...cutText('b', '免許 を 返納 し/する て バス に 乗る'), attributes: { 地区: '谷和原' } },
  { ...cutText('c', 'バス の 定員 と 学童'), attributes: { 地区: '谷和原' } },
]

function coded(rule: string) {
  const { results, problems } = applyCodingRules(texts, [{ code: 'x', rule }])
  if (problems) throw new Error(JSON.stringify(problems))
  return results[0]?.matches.map(({ id }) => id).join('')
}

test.each([
  ['学童', 'ac'],
  ['学童 and バス', 'c'],
  ['免許 or 学童', 'abc'],
  ['not 学童', 'b'],
  ['バス and not (免許 or 返納)', 'c'],
  ['免許 or 学童 and バス', 'bc'],
  ['“返納して”', 'b'],
  ['「の定員」', 'ac'],
  ['near(学童-定員)', 'ac'],
  ['near(学童-定員)[1]', ''],
  ['seq(学童-定員)[2]', 'a'],
  ['seq(定員-学童)', 'ac'],
  ['seq(学童-定員-学童)[3]', 'a'],
  ['count(学童)>=2', 'a'],
  ['地区=谷和原 and バス', 'bc'],
  ['ｎｏｔ　バス', 'a'],
])('%s is true of %s', (rule, ids) => {
  expect(coded(rule)).toBe(ids)
})

test('a match says by which words it is one', () => {
  const { results } = applyCodingRules(texts, [{ code: '学童', rule: 'near(学童-定員)[2]' }])
  expect(results?.[0]?.matches[0]).toEqual({
    id: 'a',
    because: [
      { start: 0, end: 2, words: '学童' },
      { start: 3, end: 5, words: '定員' },
    ],
  })
  expect(results?.[0]?.others).toEqual(['b'])
  expect(results?.[0]?.share).toBeCloseTo(2 / 3, 12)
})

test('rules may build on others, in any order', () => {
  const { results } = applyCodingRules(texts, [
    { code: '足', rule: '<車> and バス' },
    { code: '車', rule: '免許' },
  ])
  expect(results?.map(({ matches }) => matches.map(({ id }) => id))).toEqual([['b'], ['b']])
})

test('a circle, an unknown code and a rule written twice are told, and nothing is coded', () => {
  const problemsOf = (...rules: [string, string][]) =>
    applyCodingRules(
      texts,
      rules.map(([code, rule]) => ({ code, rule })),
    ).problems?.map(({ message }) => message)
  expect(problemsOf(['a', '<b>'], ['b', 'not <a>'])).toEqual([
    '規則が、めぐって自分自身を指しています。',
    '規則が、めぐって自分自身を指しています。',
  ])
  expect(problemsOf(['a', '<c>'])).toEqual(['分類「c」の規則がありません。'])
  expect(problemsOf(['a', '学童'], ['a', '定員'])).toEqual(['分類「a」の規則が2つあります。'])
})

test.each([
  ['', '規則が空です。'],
  ['学童 定員', '「定員」の前に and か or が必要です。'],
  ['(学童 or 定員', 'かっこが閉じていません。'],
  ['学童 and', '規則が途中で終わっています。'],
  ['and 学童', '「and」の場所には語が必要です。'],
  ['close(学童-定員)', '「close(」は使えません。near、seq、count のどれかです。'],
  ['near(学童)', 'near には語を2つ以上、- でつないで書きます。'],
  ['near(学童-定員)[x]', '「x」は1以上の数ではありません。'],
  ['near(学童-定員)[3', '[ が閉じていません。'],
  ['count(学童)', 'count(語) の後には >= と数が必要です。'],
  ['地区=', '語が必要なところに語がありません。'],
  ['""', '引用符や < > の中が空です。'],
  ['('.repeat(5000), 'かっこや not の重なりが深すぎます。'],
  ['not '.repeat(5000), 'かっこや not の重なりが深すぎます。'],
])('%s cannot be used: %s', (rule, problem) => {
  expect(readCodingRule(rule)).toEqual({ problem })
})

test('codes are compared by the voices both have', () => {
  const { results = [] } = applyCodingRules(texts, [
    { code: '学童', rule: '学童' },
    { code: 'バス', rule: 'バス' },
    { code: '図書', rule: '図書' },
    { code: '本', rule: '本' },
  ])
  expect(codePairs(results)[0]).toEqual({ codes: ['学童', 'バス'], both: 1, jaccard: 1 / 3 })
  expect(codePairs(results).at(-1)).toEqual({ codes: ['図書', '本'], both: 0, jaccard: 0 })
})

test('a code by district: χ², degrees and V as scipy 1.17.1 gives for [[12, 7, 3], [8, 13, 17]]', () => {
  const counts = { 伊奈: [12, 8], 谷和原: [7, 13], みらい平: [3, 17] } as const
  const ids = Object.entries(counts).flatMap(([district, [coded, not]]) => [
    ...Array.from({ length: coded }, (_, at) => ({ id: `${district}-y${at}`, isCoded: true })),
    ...Array.from({ length: not }, (_, at) => ({ id: `${district}-n${at}`, isCoded: false })),
  ])
  const result = {
    code: 'x',
    share: 0,
    matches: ids.filter(({ isCoded }) => isCoded).map(({ id }) => ({ id, because: [] })),
    others: ids.filter(({ isCoded }) => !isCoded).map(({ id }) => id),
  }
  const table = codeByAttribute(result, (id) => id.split('-')[0])
  expect(table.chiSquare).toBeCloseTo(8.75598086124402, 12)
  expect(table.degreesOfFreedom).toBe(2)
  expect(table.cramersV).toBeCloseTo(0.38201179871054636, 12)
  expect(table.leastExpected).toBeCloseTo(7.333333333333333, 12)
})

test('χ² is not given where a margin is empty', () => {
  const result = { code: 'x', share: 1, matches: [{ id: 'a', because: [] }], others: [] }
  expect(codeByAttribute(result, () => '伊奈').chiSquare).toBeUndefined()
  expect(codeByAttribute({ ...result, matches: [] }, () => undefined).values).toEqual([])
})

test('the curve of saturation is the mean number of codes over all choices of voices', () => {
  const { results = [] } = applyCodingRules(texts, [
    { code: '学童', rule: '学童' },
    { code: 'バス', rule: 'バス' },
    { code: '免許', rule: '免許' },
    { code: '本', rule: '本' },
  ])
  // a: 学童; b: バス, 免許; c: 学童, バス. One voice: (1 + 2 + 2) / 3; two: (3 + 2 + 3) / 3; all: 3.
  const curve = saturationCurve(results)
  for (const [at, expected] of [5 / 3, 8 / 3, 3].entries()) expect(curve[at]).toBeCloseTo(expected, 12)
  expect(saturationCurve([])).toEqual([])
})

test('a kept word hides none of the words in it, and counts as itself', () => {
  const kept = { surface: '学童保育', base: '学童保育', kind: 'forced' as const, start: 0, end: 4 }
  const parts = [
    { surface: '学童', base: '学童', kind: 'noun' as const, start: 0, end: 2 },
    { surface: '保育', base: '保育', kind: 'noun' as const, start: 2, end: 4 },
  ]
  const rest = { surface: '所', base: '所', kind: 'dependent' as const, start: 4, end: 5 }
  const text = { id: 'a', text: '学童保育所', tokens: [{ ...kept, parts }, rest] }
  const found = (rule: string) =>
    applyCodingRules([text], [{ code: 'x', rule }]).results?.[0]?.matches[0]?.because.map(
      ({ words }) => words,
    )
  expect(found('学童')).toEqual(['学童'])
  expect(found('学童保育')).toEqual(['学童保育'])
  expect(found('near(学童-保育)[1]')).toEqual(['学童', '保育'])
  expect(found('count(学童保育)>=2')).toBeUndefined()
  expect(found('保育所')).toEqual(['保育所'])
})

test('single letters out of a kept word are no words', () => {
  const part = (surface: string, start: number) => ({
    ...{ surface, base: surface, kind: 'noun' as const },
    ...{ start, end: start + surface.length },
  })
  const parts = [part('市', 0), part('民会館', 1)]
  const kept = { surface: '市民会館', base: '市民会館', kind: 'forced' as const, start: 0, end: 4, parts }
  const rule = (words: string) =>
    applyCodingRules([{ id: 'a', text: '市民会館', tokens: [kept] }], [{ code: 'x', rule: words }]).results
  expect(rule('市')?.[0]?.matches).toEqual([])
  expect(rule('民会館')?.[0]?.matches).toHaveLength(1)
})

import { expect, test } from 'vitest'
import type { Token } from '#src/lib/text/token.ts'
import { type Saying, tryRule } from './rule-trial.ts'

/** Words with blanks between, each a token: the dictionary has its own tests. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: surface, index: start }) => ({
    surface,
    base: surface,
    kind: 'noun',
    start,
    end: start + surface.length,
  }))
}

const saying = (id: string, verbatim: string, district = '伊奈'): Saying => ({
  id,
  submissionId: `vs_${id}`,
  verbatim,
  district,
  ageBand: '',
  channel: 'workshop',
})
const sayings = [saying('c', '学童 定員'), saying('a', 'バス 本数', '谷和原'), saying('b', '学童 送迎')]
const tokens = new Map(sayings.map(({ verbatim }) => [verbatim, tokensOf(verbatim)]))
const trying = (rule: string, others = [{ code: '交通', rule: 'バス' }]) =>
  tryRule({ sayings, tokens, tried: { code: '学童', rule }, others })

test('a trial shows what the rule meets, by which words, and all it does not, in the order of the opinions', () => {
  const { met, others } = trying('学童') as { met: { saying: Saying; because: object[] }[]; others: Saying[] }
  expect(met.map((one) => [one.saying.id, one.because])).toEqual([
    ['c', [{ start: 0, end: 2, words: '学童' }]],
    ['b', [{ start: 0, end: 2, words: '学童' }]],
  ])
  expect(others.map(({ id }) => id)).toEqual(['a'])
})

test('a rule may ask for the district, the channel and another rule', () => {
  expect(trying('地区=谷和原 and 経路=ワークショップ').met?.map((one) => one.saying.id)).toEqual(['a'])
  expect(trying('<交通> or 定員').met?.map((one) => one.saying.id)).toEqual(['c', 'a'])
})

test('a mistake is told; one in a rule it does not build on is none of its business', () => {
  expect(trying('学童 and (').problem).toBe('規則が途中で終わっています。')
  expect(trying('<学童>').problem).toBe('規則が、めぐって自分自身を指しています。')
  expect(trying('<道>').problem).toBe('分類「道」の規則がありません。')
  const broken = [{ code: '交通', rule: 'バス and (' }]
  expect(trying('学童', broken).met).toHaveLength(2)
  expect(trying('学童 or <交通>', broken).problem).toBe('分類「交通」：規則が途中で終わっています。')
})

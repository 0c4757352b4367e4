import { describe, expect, test } from 'vitest'
import { publicPlan } from '#src/features/plan/core/public-plan.ts'
import { planWithMeasure } from '#test/plan-fixture.ts'
import { type Piece, searchPlan } from './search.ts'

const shown = publicPlan(
  planWithMeasure({
    titleKana: 'こそだてかんきょうのじゅうじつ',
    situation: [
      {
        id: 'me_0000000001/situation/p1',
        text: '**街づくり**の中で、待機児童は{{in_0000000001:baseline|int}}人です。',
      },
    ],
  }),
  { publishedOn: '2026-11-27', hash: '' },
)
const found = (query: string) =>
  searchPlan(shown, query).hits.map(({ href, title }) => `${href} ${textOf(title)}`)
const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
const marked = (pieces: readonly Piece[]) => pieces.filter(({ isFound }) => isFound).map(({ text }) => text)

describe('search in the public plan', () => {
  test('finds other spellings, readings and bound numbers; the title weighs most', () => {
    expect(found('子供')[0]).toMatch(/こども・教育|子育て/)
    expect(found('こそだてかんきょう')).toEqual(['/plan/items/me_0000000001 子育て環境の充実'])
    expect(found('まちづくり 待機児童')).toContain('/plan/items/me_0000000001 子育て環境の充実')
    expect(found('18人')).toEqual(['/plan/items/me_0000000001 子育て環境の充実'])
    expect(found('待機児童')[0]).toBe('/indicators/in_0000000001 保育所等の待機児童数')
  })

  test('all words must be there; nothing typed finds nothing', () => {
    expect(found('待機児童 宇宙')).toEqual([])
    expect(found('　・ ')).toEqual([])
    expect(searchPlan(shown, 'あ'.repeat(100_000)).total).toBe(0)
  })

  test('a program leads to the page of its measure', () => {
    expect(found('保育の受け入れ')[0]).toBe('/plan/items/me_0000000001 保育の受入れ拡大')
  })

  test('the snippet marks the words as they stand in the text', () => {
    const [hit] = searchPlan(shown, 'まちづくり').hits
    expect(marked(hit?.snippet ?? [])).toEqual(['街づくり'])
    expect(textOf(hit?.snippet ?? [])).not.toContain('**')
  })

  test('notes for staff are not found', () => {
    expect(found('庁内だけのメモ')).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { inventedVoices } from '#test/invented-voices.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { TextUnit } from '../text-unit.ts'
import { groupWordings } from './group-wordings.ts'

const unit = (id: string, text: string, more: Partial<TextUnit> = {}): TextUnit => ({
  id,
  text,
  words: text.match(/[\p{sc=Han}ァ-ー]+/gu) ?? [],
  ...more,
})
const units = inventedVoices(300).map(({ id, verbatim, submission }) => unit(id, verbatim, { submission }))
const card = '新しい道路の計画に反対します。静かな暮らしと通学路の安全を守り、計画を白紙に戻してください。'

test('every voice is in exactly one group', () => {
  const ids = groupWordings(units).groups.flatMap(({ members }) => members.map(({ id }) => id))
  expect([...ids].sort()).toEqual(units.map(({ id }) => id).sort())
})

test.each(['a', 'b', 'c'])('the order of the voices does not matter (%s)', (seed) => {
  expect(groupWordings(shuffled(units, seededRandom(seed)))).toEqual(groupWordings(units))
})

test('a group is named after its smallest member', () => {
  for (const { id, members } of groupWordings(units).groups) expect(id).toBe(members[0]?.id)
})

test('all members are as alike to the medoid as the bound asks', () => {
  for (const { members } of groupWordings(units).groups) {
    for (const { similarity } of members) expect(similarity).toBeGreaterThanOrEqual(0.8)
  }
})

test('sixty post cards are a flood, what two of them add is shown, one voice stands alone', () => {
  const cards = Array.from({ length: 60 }, (_, at) =>
    unit(`c${String(at).padStart(2, '0')}`, at < 2 ? `${card}鳥も。` : card, { submitter: `p${at % 50}` }),
  )
  const other = unit('z', '道路は早くつくってほしい。', { submitter: 'p9' })
  const { groups } = groupWordings([...cards, other])
  expect(groups).toHaveLength(2)
  const [flood, single] = groups
  expect(flood).toMatchObject({ isFlood: true, medoidId: 'c02' })
  expect(flood?.counts).toEqual({ opinions: 60, submissions: 60, submitters: 50 })
  expect(flood?.members.filter(({ ownSentences }) => ownSentences.length > 0)).toEqual([
    { id: 'c00', similarity: expect.any(Number), ownSentences: ['鳥も。'] },
    { id: 'c01', similarity: expect.any(Number), ownSentences: ['鳥も。'] },
  ])
  expect(single?.members).toHaveLength(1)
})

test('a chain of neighbours is cut where it leads away from the medoid', () => {
  const letters = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
  const chain = [0, 5, 10, 15, 20].map((from) => unit(`k${from}`, letters.slice(from, from + 40)))
  const { groups, proposals } = groupWordings(chain, { sameFrom: 0.7 })
  expect(groups.length).toBeGreaterThan(1)
  expect(proposals.length).toBeGreaterThan(0)
})

test('the same words in another order are proposed, not joined', () => {
  const words = ['学童', '定員', '待機', '不安', '仕事']
  const { groups, proposals } = groupWordings([
    unit('a', '学童の定員を。待機が不安で仕事が。', { words }),
    unit('b', '仕事が不安で待機。定員を、学童の。', { words: [...words].reverse() }),
  ])
  expect(groups).toHaveLength(2)
  expect(proposals).toEqual([
    {
      groupIds: ['a', 'b'],
      textSimilarity: expect.any(Number),
      wordSimilarity: 1,
      sharedWords: [...words].sort(),
    },
  ])
})

test('answers that say nothing are one group and no flood', () => {
  const blank = Array.from({ length: 20 }, (_, at) => unit(`n${at}`, '特になし', { words: [] }))
  expect(groupWordings(blank).groups).toMatchObject([{ isFlood: false }])
})

test('an id that occurs twice is refused', () => {
  expect(() => groupWordings([unit('a', 'x'), unit('a', 'y')])).toThrow(RangeError)
})

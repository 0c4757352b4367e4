import { expect, test } from 'vitest'
import { inventedVoices } from '#test/invented-voices.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { TextUnit } from '../text-unit.ts'
import { findWordings, groupWordings } from '../wording/group-wordings.ts'
import { groupTopics, type TopicOptions } from './group-topics.ts'

const unit = (id: string, text: string): TextUnit => ({
  id,
  text,
  words: text.match(/[\p{sc=Han}ァ-ー]+/gu) ?? [],
})
const units = inventedVoices(250).map(({ id, verbatim }) => unit(id, verbatim))
const topicsOf = (some: readonly TextUnit[], options?: TopicOptions) =>
  groupTopics(some, groupWordings(some).groups, options)

test('every voice is in exactly one topic', () => {
  const some = [...units, unit('n1', 'とくになし'), unit('n2', 'ない'), unit('x', '孤独言')]
  const ids = topicsOf(some).topics.flatMap(({ members }) => members.map(({ id }) => id))
  expect([...ids].sort()).toEqual(some.map(({ id }) => id).sort())
})

test.each(['a', 'b'])('the order of the voices does not matter (%s)', (seed) => {
  expect(topicsOf(shuffled(units, seededRandom(seed)))).toEqual(topicsOf(units))
})

test('voices about two matters become two topics, told by their words, with a voice as quote', () => {
  const some = [
    unit('a1', '学童の定員が足りない'),
    unit('a2', '学童の定員を増やして'),
    unit('a3', '学童と定員と待機'),
    unit('b1', '街灯が暗い道路'),
    unit('b2', '道路の街灯を直して'),
    unit('b3', '街灯と道路と夜'),
  ]
  const { topics } = topicsOf(some, { topics: 2 })
  expect(topics.map(({ members }) => members.map(({ id }) => id))).toEqual([
    ['a1', 'a2', 'a3'],
    ['b1', 'b2', 'b3'],
  ])
  expect(topics[0]?.tellingWords.slice(0, 2).map(({ word }) => word)).toEqual(['学童', '定員'])
  expect(topics[0]?.tellingWords[0]).toMatchObject({ inside: 3, outside: 0 })
  expect(some.map(({ text }) => text)).toContain(topics[0]?.quote)
  expect(topics[0]?.members[0]?.because).toContain('学童')
})

test('a voice that shares no word stands alone, those that say nothing stand together', () => {
  const { topics } = topicsOf([...units, unit('n1', 'とくになし'), unit('n2', 'いいえ'), unit('x', '孤独言')])
  expect(topics.slice(-2)).toMatchObject([
    { id: 'x', kind: 'alone', members: [{ id: 'x' }] },
    { id: 'n1', kind: 'wordless', members: [{ id: 'n1' }, { id: 'n2' }] },
  ])
})

test('a flood of one text weighs as much as one voice, and its members follow it', () => {
  const flood = Array.from({ length: 40 }, (_, at) => unit(`f${at}`, '道路の計画に反対'))
  const { topics } = topicsOf([...units, ...flood])
  const home = topics.find(({ members }) => members.some(({ id }) => id === 'f0'))
  expect(home?.members.filter(({ id }) => id.startsWith('f'))).toHaveLength(40)
})

test('the number of topics is what a person chose; each choice shows its silhouette', () => {
  const { topics, choices } = topicsOf(units, { topics: 7 })
  expect(topics.filter(({ kind }) => kind === 'topic')).toHaveLength(7)
  expect(choices.map(({ topics: count }) => count)).toContain(7)
  for (const { silhouette } of choices) expect(Math.abs(silhouette)).toBeLessThanOrEqual(1)
})

test('no voices, one voice and a number that is none', () => {
  expect(topicsOf([]).topics).toEqual([])
  expect(topicsOf([unit('a', '学童')]).topics).toMatchObject([{ id: 'a', kind: 'alone' }])
  expect(() => topicsOf(units, { topics: 0 })).toThrow(RangeError)
})

test('above five thousand wordings, too, nothing is lost and the order does not matter', () => {
  const many = inventedVoices(5700).map(({ id, verbatim }) => unit(id, verbatim))
  const groupsOf = (some: readonly TextUnit[]) => groupTopics(some, findWordings(some), { topics: 12 })
  const result = groupsOf(many)
  expect(result.method).toBe('k-means')
  expect(result.topics.flatMap(({ members }) => members)).toHaveLength(5700)
  expect(groupsOf(shuffled(many, seededRandom('a')))).toEqual(result)
}, 60_000)

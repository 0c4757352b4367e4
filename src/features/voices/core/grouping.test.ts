import { expect, test } from 'vitest'
import { groupProposals, representativesOf } from './grouping.ts'

const proposals = groupProposals.parse({
  wordings: [],
  topics: [{ id: 'a', words: ['学童'], medoidId: 'b', extremeIds: ['a', 'c'], members: [] }],
  alone: [],
  tokeniser: '辞書、語の一覧 第2版',
  hash: 'sha256-0123456789abcdef0123456789',
  engine: 'voices-1',
  seed: 'shirube',
})

test('a confirmed topic keeps its middle and its edges of those a person chose, and with what they were found', () => {
  expect(representativesOf(proposals, 'a', ['a', 'b'])).toEqual({
    middleId: 'b',
    edgeIds: ['a'],
    madeWith: 'voices-1、辞書、語の一覧 第2版、種 shirube、照合のための値 sha256-0123456789abcdef',
  })
  expect(representativesOf(proposals, 'a', ['c'])).toMatchObject({ middleId: '', edgeIds: ['c'] })
  expect(representativesOf(proposals, 'x', ['a'])).toBeUndefined()
})

import { expect, test } from 'vitest'
import { ballotLines, latestBallots, readBallots, type Statement, type VoteSheet } from './ballots.ts'
import { isHidden, publicVotes, voteResult } from './statement-votes.ts'

const statements: Statement[] = ['バスを増やす', '橋をかける', '公園を増やす'].map((text, at) => ({
  id: `hv_${at}`,
  sessionId: 'ho_0000000001',
  number: at + 1,
  text,
  revision: 1,
}))
const sheet = (turn: number, lines: string): VoteSheet => {
  const { ballots, problem } = readBallots(lines, 3)
  if (!ballots) throw new Error(problem)
  return { sessionId: 'ho_0000000001', turn, ballots, revision: 1 }
}

test('ballots are read as they are keyed in, in any width, and come back as they were', () => {
  const typed = '2 ○×・\n\n１２　o x △\n3：賛反'
  const { ballots = [] } = readBallots(typed, 3)
  expect(ballots).toEqual([
    { voter: 2, marks: ['agree', 'disagree', undefined] },
    { voter: 3, marks: ['agree', 'disagree', undefined] },
    { voter: 12, marks: ['agree', 'disagree', 'pass'] },
  ])
  expect(readBallots(ballotLines(ballots), 3)).toEqual({ ballots })
})

test('a line that cannot be read is told by its number', () => {
  expect(readBallots('1 ○\n○×', 3).problem).toContain('2行目')
  expect(readBallots('1 ○★', 3).problem).toContain('「★」')
  expect(readBallots('1 ○○○○', 3).problem).toContain('考えは3')
  expect(readBallots('1 ○\n1 ×', 3).problem).toContain('1番の用紙が2つ')
  expect(readBallots('0 ○', 3).problem).toContain('1から')
})

test('the latest answer of a voter counts, statement by statement; a blank takes nothing back', () => {
  const sheets = [sheet(2, '1 ×・○'), sheet(1, '1 ○○・\n2 ×××')]
  expect(latestBallots(sheets)).toEqual([
    { voter: 1, marks: ['disagree', 'agree', 'agree'] },
    { voter: 2, marks: ['disagree', 'disagree', 'disagree'] },
  ])
  const [first] = voteResult(statements, sheets).statements
  expect(first?.tallies.latest).toEqual({ agree: 0, disagree: 2, pass: 0, n: 2, blank: 0 })
  expect(first?.tallies.all).toEqual({ agree: 1, disagree: 2, pass: 0, n: 3, blank: 0 })
})

const twelve = [
  ...[1, 2, 3, 4, 5, 6].map((voter) => `${voter} ○×○`),
  ...[7, 8, 9, 10, 11, 12].map((voter) => `${voter} ×○○`),
]

test('two groups: what each supports more than the other, and what all of them share', () => {
  const { groups, sharedByAll, inNoGroup } = voteResult(statements, [sheet(1, twelve.join('\n'))])
  expect(groups.map(({ size, supportsMore }) => [size, supportsMore])).toEqual([
    [6, [1]],
    [6, [2]],
  ])
  expect(sharedByAll).toEqual([3])
  expect(inNoGroup).toBe(0)
})

test('a lead that may be chance is not told: 5 of 6 against 3 of 6 (z = 1.22)', () => {
  const lines = [
    ...['○○×', '○○×', '○○×', '○○×', '○○×', '×○×'],
    ...['○×○', '○×○', '○×○', '××○', '××○', '××○'],
  ].map((marks, at) => `${at + 1} ${marks}`)
  const { groups } = voteResult(statements, [sheet(1, lines.join('\n'))])
  expect(groups.flatMap(({ supportsMore }) => supportsMore).sort()).toEqual([2, 3])
})

test('to everybody nothing is told of fewer than five, nor what could be had by subtracting', () => {
  const few = voteResult(statements, [sheet(1, twelve.slice(0, 4).join('\n'))])
  expect(publicVotes(few)).toBeUndefined()
  const few2 = publicVotes(voteResult(statements, [sheet(1, twelve.join('\n')), sheet(2, '1 ×××')]))
  expect(few2?.statements.every(({ tallies }) => isHidden(tallies.all))).toBe(true)
  expect(few2?.statements.some(({ tallies }) => isHidden(tallies.latest))).toBe(false)
  const silent = publicVotes(voteResult(statements, [sheet(1, [...twelve, '13 ○'].join('\n'))]))
  expect([silent?.groups, silent?.sharedByAll]).toEqual([[], []])
  const lines = [...twelve.slice(0, 4), ...['5 ○×', '6 ○×', '7 ×○', '8 ×○', '9 ×○', '10 ×○', '11 ×○']]
  const thin = publicVotes(voteResult(statements, [sheet(1, lines.join('\n'))]))
  expect(thin?.statements.map(({ tallies }) => isHidden(tallies.latest))).toEqual([false, false, true])
})

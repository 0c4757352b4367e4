import { z } from 'zod'
import type { Mark } from '#src/lib/text/vote-groups/group-votes.ts'
import { cleanLetter } from './letter.ts'

/** 考え: a sentence of a session that people agree or disagree with. */
export type Statement = { id: string; sessionId: string; number: number; text: string; revision: number }

/** They are written together, so they have one revision; 0 while there are none. */
export const statementsRevision = (statements: readonly Statement[]) => statements[0]?.revision ?? 0

/** 投票用紙: what one voter marked, by the number on the paper and never by a name; marks in the order of the statements. */
export type Ballot = { voter: number; marks: Mark[] }

/** What was handed in at one go of a session (回). Who votes again after the talk keeps the number. */
export type VoteSheet = { sessionId: string; turn: number; ballots: Ballot[]; revision: number }

export const mostStatements = 40
export const mostVoters = 500
export const turns = [1, 2, 3] as const

const longestStatement = 120

/** Statements as they are typed: one a line. */
export const statementsForm = z.object({
  statements: z
    .string()
    .default('')
    .transform((typed) =>
      cleanLetter(typed)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .pipe(
      z
        .array(z.string().max(longestStatement, `1つの考えは${longestStatement}字以内で書いてください`))
        .max(mostStatements, `考えは${mostStatements}までです`)
        .refine((texts) => new Set(texts).size === texts.length, '同じ考えが2つあります'),
    ),
})

const signs: Readonly<Record<string, Mark | 'blank'>> = {
  ...signsOf('agree', '○〇◯oO0賛'),
  ...signsOf('disagree', '×✕✖xX反'),
  ...signsOf('pass', '△▲pP?'),
  ...signsOf('blank', '・-―－ー_'),
}

function signsOf<Of extends string>(mark: Of, letters: string): Record<string, Of> {
  return Object.fromEntries([...letters].map((letter) => [letter, mark]))
}

type ReadBallots = { ballots: Ballot[]; problem?: undefined } | { problem: string; ballots?: undefined }

/**
 * Ballots as they are keyed in: one voter a line, the number of the paper and then a sign a statement, ○ × △ or ・ for
 * none (`12 ○×△○`). A line may be shorter than there are statements, never longer.
 */
export function readBallots(typed: string, statements: number): ReadBallots {
  const ballots: Ballot[] = []
  for (const [at, line] of typed.split('\n').entries()) {
    const clean = line.trim()
    if (clean === '') continue
    const where = `${at + 1}行目`
    const parts = /^([0-9０-９]{1,4})[\s　:：.．、,]+(.+)$/u.exec(clean)
    if (!parts) return { problem: `${where}：用紙の番号、空白、しるしの順に書いてください（例：12 ○×△○）` }
    const voter = Number((parts[1] ?? '').normalize('NFKC'))
    if (voter === 0) return { problem: `${where}：用紙の番号は1からです` }
    const letters = [...(parts[2] ?? '').replaceAll(/[\s　,、]/gu, '')]
    const unknown = letters.find((letter) => signs[letter] === undefined)
    if (unknown) return { problem: `${where}：「${unknown}」は使えません。○ × △ ・ で書いてください` }
    if (letters.length > statements)
      return { problem: `${where}：しるしが${letters.length}あります。考えは${statements}です` }
    if (ballots.some((one) => one.voter === voter))
      return { problem: `${where}：${voter}番の用紙が2つあります` }
    const marks = Array.from({ length: statements }, (_, place): Mark => {
      const sign = signs[letters[place] ?? '・']
      return sign === 'blank' ? undefined : sign
    })
    ballots.push({ voter, marks })
  }
  if (ballots.length > mostVoters) return { problem: `一度に${mostVoters}人までです` }
  return { ballots: ballots.sort((a, b) => a.voter - b.voter) }
}

const shown: Readonly<Record<NonNullable<Mark>, string>> = { agree: '○', disagree: '×', pass: '△' }

/** Ballots as lines that `readBallots` reads. */
export const ballotLines = (ballots: readonly Ballot[]): string =>
  ballots
    .map(({ voter, marks }) => `${voter} ${marks.map((mark) => (mark ? shown[mark] : '・')).join('')}`)
    .join('\n')

/** 数え方: all that was handed in, or the latest answer of each voter. They give different totals. */
export const countingRules = ['latest', 'all'] as const
export type CountingRule = (typeof countingRules)[number]
export const countingRuleLabels: Readonly<Record<CountingRule, string>> = {
  latest: '1人の最後の答えだけを数える',
  all: 'すべての回の答えを数える',
}

/** The latest answer of each voter to each statement. */
export function latestBallots(sheets: readonly VoteSheet[]): Ballot[] {
  const latest = new Map<number, Mark[]>()
  for (const { ballots } of [...sheets].sort((a, b) => a.turn - b.turn))
    for (const { voter, marks } of ballots) {
      const before = latest.get(voter) ?? []
      const width = Math.max(before.length, marks.length)
      latest.set(
        voter,
        Array.from({ length: width }, (_, at) => marks[at] ?? before[at]),
      )
    }
  return [...latest].map(([voter, marks]) => ({ voter, marks })).sort((a, b) => a.voter - b.voter)
}

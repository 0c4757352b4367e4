import { groupVotes, type Mark } from '#src/lib/text/vote-groups/group-votes.ts'
import { type Ballot, type CountingRule, latestBallots, type Statement, type VoteSheet } from './ballots.ts'

/** How a statement was answered. `n` agreed, disagreed or passed; who left it blank is counted apart. */
export type Tally = { agree: number; disagree: number; pass: number; n: number; blank: number }

export type StatementResult = {
  number: number
  text: string
  /** By both ways of counting, which give different totals. */
  tallies: Readonly<Record<CountingRule, Tally>>
}

/** A group of people who answered alike, and what it says of each statement (by the latest answers). */
export type VoteGroup = {
  name: string
  size: number
  tallies: Tally[]
  /** Numbers of the statements it supports more than the others do. */
  supportsMore: number[]
}

export type VoteResult = {
  /** How many handed in a ballot at each go. */
  sizes: number[]
  voters: number
  statements: StatementResult[]
  /** None where fewer than five would be in one of them. */
  groups: VoteGroup[]
  inNoGroup: number
  choices: { groups: number; silhouette: number }[]
  explained: number
  /** Numbers of the statements that more than half of every group agree with, the surest first. */
  sharedByAll: number[]
}

/** Groups smaller than this could show who said what. */
export const leastInGroup = 5
const mostGroups = 5

/** What was voted at a session. The same ballots give the same result: the session is the seed. */
export function voteResult(statements: readonly Statement[], sheets: readonly VoteSheet[]): VoteResult {
  const latest = latestBallots(sheets)
  const all = sheets.flatMap(({ ballots }) => ballots)
  const seed = statements[0]?.sessionId ?? ''
  const found = groupVotes(
    latest.map(({ voter, marks }) => ({ id: idOf(voter), marks: statements.map((_, at) => marks[at]) })),
    { seed, least: leastInGroup, most: mostGroups },
  )
  const byId = new Map(latest.map((ballot) => [idOf(ballot.voter), ballot]))
  const members = (found?.groups ?? []).map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
  const tallies = members.map((own) => statements.map((_, at) => tallyOf(own, at)))
  return {
    sizes: sheets.map(({ ballots }) => ballots.length).filter((size) => size > 0),
    voters: latest.length,
    statements: statements.map(({ number, text }, at) => ({
      number,
      text,
      tallies: { latest: tallyOf(latest, at), all: tallyOf(all, at) },
    })),
    groups: members.map((own, group) => ({
      name: `グループ${'ABCDE'.charAt(group)}`,
      size: own.length,
      tallies: tallies[group] ?? [],
      supportsMore: statements.flatMap(({ number }, at) => {
        const others = members.filter((_, other) => other !== group).flat()
        return supportsMore(tallyOf(own, at), tallyOf(others, at)) ? [number] : []
      }),
    })),
    inNoGroup: found?.left.length ?? 0,
    choices: found?.choices ?? [],
    explained: found?.explained ?? 0,
    sharedByAll: sharedByAll(statements, tallies),
  }
}

/** Of one length, so that their order is that of the numbers. */
const idOf = (voter: number) => String(voter).padStart(4, '0')

function tallyOf(ballots: readonly Ballot[], at: number): Tally {
  const count = (mark: Mark) => ballots.filter(({ marks }) => marks[at] === mark).length
  const [agree, disagree, pass] = [count('agree'), count('disagree'), count('pass')]
  return { agree, disagree, pass, n: agree + disagree + pass, blank: count(undefined) }
}

/** Share of those who answered, 0–1; 0 where nobody did. */
export const agreeShare = ({ agree, n }: Pick<Tally, 'agree' | 'n'>) => (n > 0 ? agree / n : 0)

/** One-sided, 5 %. */
const surely = 1.645

/** Half of the group agree at least, and more than of the others by the two-proportion z test with the pooled share. */
function supportsMore(own: Tally, others: Tally): boolean {
  if (own.n === 0 || others.n === 0 || agreeShare(own) < 0.5) return false
  const pooled = (own.agree + others.agree) / (own.n + others.n)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / own.n + 1 / others.n))
  return spread > 0 && (agreeShare(own) - agreeShare(others)) / spread >= surely
}

function sharedByAll(statements: readonly Statement[], groups: readonly (readonly Tally[])[]): number[] {
  if (groups.length === 0) return []
  return statements
    .map(({ number }, at) => ({
      number,
      least: Math.min(...groups.map((tallies) => agreeShare(tallies[at] ?? { agree: 0, n: 0 }))),
    }))
    .filter(({ least }) => least > 0.5)
    .sort((a, b) => b.least - a.least || a.number - b.number)
    .map(({ number }) => number)
}

/** Whether a count may be told to everybody: not of fewer than five. */
export const isShown = ({ n }: Pick<Tally, 'n'>) => n === 0 || n >= leastInGroup

const hidden: Tally = { agree: 0, disagree: 0, pass: 0, n: -1, blank: 0 }
export const isHidden = ({ n }: Pick<Tally, 'n'>) => n < 0
const shownOnly = (tally: Tally): Tally => (isShown(tally) ? tally : hidden)

/**
 * The result as everybody may see it, or undefined while fewer than five voted. What fewer than five said is hidden, also
 * where it could be had by subtracting: the other way of counting where few voted at a go, the groups where few are in none.
 */
export function publicVotes(result: VoteResult): VoteResult | undefined {
  if (result.voters < leastInGroup) return undefined
  const isSafe = result.inNoGroup === 0 || result.inNoGroup >= leastInGroup
  const hasFewAtOnce = result.sizes.some((size) => size < leastInGroup)
  return {
    ...result,
    statements: result.statements.map(({ tallies, ...statement }) => ({
      ...statement,
      tallies: {
        latest: shownOnly(tallies.latest),
        all: hasFewAtOnce ? hidden : shownOnly(tallies.all),
      },
    })),
    groups: isSafe ? result.groups.map((group) => ({ ...group, tallies: group.tallies.map(shownOnly) })) : [],
    sharedByAll: isSafe ? result.sharedByAll : [],
  }
}

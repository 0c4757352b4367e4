import type { DecisionRule, Membership, QuorumRule } from './bodies.ts'
import { type Attendance, countsForQuorum } from './meetings.ts'

/** How many of the members in office must be present. Half of 7 is 4; more than half of 8 is 5. */
export function quorumFor(rule: QuorumRule, memberCount: number): number {
  if (rule === 'half') return Math.ceil(memberCount / 2)
  if (rule === 'majority') return Math.floor(memberCount / 2) + 1
  return 0
}

export type QuorumCheck = { members: number; present: number; needed: number; isMet: boolean }

/** 定足数の確認. A body without members in office has no quorum, whatever its rule. */
export function checkQuorum(rule: QuorumRule, memberCount: number, presentCount: number): QuorumCheck {
  const needed = quorumFor(rule, memberCount)
  const isMet = memberCount > 0 && presentCount >= needed
  return { members: memberCount, present: presentCount, needed, isMet }
}

export type Votes = { for: number; against: number; chairCasts?: 'for' | 'against' | undefined }

export const voteLabels = { carried: '可決', rejected: '否決', tie: '可否同数' } as const
export type VoteOutcome = keyof typeof voteLabels

/**
 * What a counted vote decides by the body's rule.
 *
 * The base is those who are present, not those who voted: an abstention counts against. On a tie the chair decides, who did
 * not vote before; without the chair's word the question stays open.
 */
export function countVotes(rule: DecisionRule, present: number, votes: Votes): VoteOutcome {
  if (votes.for + votes.against > present) throw new RangeError('more votes than members present')
  if (rule === 'two-thirds') return votes.for * 3 >= present * 2 ? 'carried' : 'rejected'
  if (votes.for === votes.against && votes.for + votes.against > 0) {
    if (votes.chairCasts === undefined) return 'tie'
    return votes.chairCasts === 'for' ? 'carried' : 'rejected'
  }
  return votes.for * 2 > present ? 'carried' : 'rejected'
}

type CountedDecision = {
  kind: string
  votesFor: number | undefined
  votesAgainst: number | undefined
  chairCasts?: 'for' | 'against' | undefined
}

/**
 * Why the votes do not carry what is recorded, by the body's rule; undefined where they do, where none were counted, and
 * where the body decides by talking (協議) or leaves the question open.
 */
export function decisionProblem(
  rule: DecisionRule,
  present: number,
  { kind, votesFor, votesAgainst, chairCasts }: CountedDecision,
): string | undefined {
  if (rule === 'consensus' || (votesFor === undefined && votesAgainst === undefined)) return undefined
  const isApproval = kind === 'approved' || kind === 'approved-with-changes'
  if (!isApproval && kind !== 'rejected') return undefined
  const outcome = countVotes(rule, present, { for: votesFor ?? 0, against: votesAgainst ?? 0, chairCasts })
  if (outcome === 'tie') return '可否同数です。議長がどちらに決めたかを選んでください'
  if (isApproval === (outcome === 'carried')) return undefined
  return isApproval
    ? `この会議体の議決の方法では、出席${present}人に対して賛成が足りず、可決になりません`
    : `この会議体の議決の方法では、出席${present}人に対して賛成が足りていて、否決になりません`
}

/** 流会になりました（委員7人中3人が出席、定足数4人） */
export const shortfallWords = ({ members, present, needed }: QuorumCheck) =>
  `定足数に足りず、流会になりました（委員${members}人中${present}人が出席、定足数${needed}人）`

type Presiding = {
  members: readonly Pick<Membership, 'id' | 'name' | 'office'>[]
  attendance: readonly Attendance[]
}

/** 議長: the chair, in their absence a deputy; undefined where neither came. */
export function presiding({ members, attendance }: Presiding): Presiding['members'][number] | undefined {
  const came = new Set(attendance.filter(countsForQuorum).map(({ membershipId }) => membershipId))
  const officers = members.filter(({ id, office }) => office !== '' && came.has(id))
  return officers.find(({ office }) => !office.startsWith('副')) ?? officers[0]
}

/** A casting vote needs somebody who presides: not where the body has a chair, and neither chair nor deputy came. */
export function castingProblem(file: Presiding, { chairCasts }: Pick<CountedDecision, 'chairCasts'>) {
  const hasChair = file.members.some(({ office }) => office !== '')
  if (chairCasts === undefined || !hasChair || presiding(file)) return undefined
  return '会長も副会長も出席していないため、可否同数のときの決定はできません。「継続審議」を記録してください'
}

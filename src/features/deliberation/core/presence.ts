import type { Body } from './bodies.ts'
import { type AgendaItem, type Attendance, countsForQuorum } from './meetings.ts'
import { checkQuorum, type QuorumCheck } from './rules-of-order.ts'

/** 途中の出入り and 除斥 of one member, by agenda item. */
export const presenceKindLabels = {
  late: '途中から出席した（この議題から）',
  early: '途中で帰った（この議題まで）',
  excluded: '除斥（この議題だけ）',
} as const
export type PresenceKind = keyof typeof presenceKindLabels
export const presenceKinds = Object.keys(presenceKindLabels) as [PresenceKind]
export type PresenceChange = {
  id: string
  membershipId: string
  kind: PresenceKind
  agendaItemId: string
  note: string
}

export const voteChoiceLabels = { for: '賛成', against: '反対', abstain: 'どちらともいえない' } as const
export type VoteChoice = keyof typeof voteChoiceLabels
export const voteChoices = Object.keys(voteChoiceLabels) as [VoteChoice]

/** 書面での回答 of one member on one item. `isTakenDown`: it came on paper, and the secretariat wrote it down. */
export type WrittenAnswer = {
  membershipId: string
  agendaItemId: string
  vote: VoteChoice
  words: string
  isTakenDown: boolean
}

type Held = {
  body: Pick<Body, 'quorum'>
  members: readonly { id: string }[]
  agenda: readonly Pick<AgendaItem, 'id' | 'order'>[]
  attendance: readonly Attendance[]
  changes: readonly PresenceChange[]
}

/**
 * 定足数 of a meeting as recorded, or at one of its items: who came later or had left does not count there, and a member
 * excluded from it (除斥) is neither present nor among those the quorum is reckoned from.
 */
export function quorumAt(
  { body, members, agenda, attendance, changes }: Held,
  agendaItemId?: string,
): QuorumCheck {
  const orderOf = new Map(agenda.map(({ id, order }) => [id, order]))
  const now = agendaItemId === undefined ? undefined : orderOf.get(agendaItemId)
  const own = (membershipId: string) => changes.filter((change) => change.membershipId === membershipId)
  const isExcluded = (membershipId: string) =>
    own(membershipId).some((change) => change.kind === 'excluded' && change.agendaItemId === agendaItemId)
  const isThere = (membershipId: string) =>
    now === undefined ||
    own(membershipId).every(({ kind, agendaItemId: at }) => {
      const then = orderOf.get(at) ?? 0
      if (kind === 'late') return now >= then
      return kind === 'early' ? now <= then : true
    })
  const base = members.filter(({ id }) => !isExcluded(id))
  const present = attendance
    .filter(countsForQuorum)
    .filter(({ membershipId }) => !isExcluded(membershipId) && isThere(membershipId))
  return checkQuorum(body.quorum, base.length, present.length)
}

/** How the members voted in writing on an item. */
export function countWritten(answers: readonly WrittenAnswer[], agendaItemId: string) {
  const own = answers.filter((answer) => answer.agendaItemId === agendaItemId)
  const count = (vote: VoteChoice) => own.filter((answer) => answer.vote === vote).length
  return { for: count('for'), against: count('against'), abstain: count('abstain') }
}

/** Attendance of a written meeting: whoever answered on any item took part. */
export const writtenAttendance = (
  members: readonly { id: string }[],
  answers: readonly WrittenAnswer[],
): Attendance[] =>
  members.map(({ id }) => ({
    membershipId: id,
    way: answers.some(({ membershipId }) => membershipId === id) ? 'written' : 'absent',
    note: '',
  }))

/** Whether answers can still be given: from the call until the end of the day of the meeting. */
export const mayAnswerInWriting = (
  meeting: { isWritten: boolean; state: string; heldOn: string },
  today: string,
) => meeting.isWritten && meeting.state === 'called' && today <= meeting.heldOn

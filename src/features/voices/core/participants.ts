import type { Channel } from './labels.ts'
import { channelOf, type Session } from './session.ts'

type Came = Pick<Session, 'participants' | 'cameOnline' | 'cameInWriting' | 'spoke'>

/** 「参加 22人（会場 20人、オンライン 2人）、うち話した・書いた人 18人」, or nothing while nobody has counted. */
export const participantWords = (came: Came): string => {
  const counts = participantCounts(came)
  return counts && `参加 ${counts}`
}

/** How many took part in a session by the way they did, and how many of them spoke or wrote. */
export function participantCounts(came: Came): string {
  const { participants, cameOnline = 0, cameInWriting = 0, spoke } = came
  if (participants === undefined) return ''
  const ways = [
    ['会場', participants - cameOnline - cameInWriting],
    ['オンライン', cameOnline],
    ['書面', cameInWriting],
  ] as const
  const known = came.cameOnline !== undefined || came.cameInWriting !== undefined
  const parts = ways.filter(([, count]) => count > 0).map(([way, count]) => `${way} ${count}人`)
  return [
    `${participants}人${known && parts.length > 0 ? `（${parts.join('、')}）` : ''}`,
    spoke === undefined ? '' : `うち話した・書いた人 ${spoke}人`,
  ]
    .filter(Boolean)
    .join('、')
}

/** Why numbers of participants cannot be right, by field. */
export function participantProblems({
  participants,
  cameOnline,
  cameInWriting,
  spoke,
}: Came): Record<string, string> {
  const isGiven = cameOnline !== undefined || cameInWriting !== undefined || spoke !== undefined
  if (participants === undefined)
    return isGiven ? { participants: '内訳を書くときは、参加した人の数も書いてください' } : {}
  if ((cameOnline ?? 0) + (cameInWriting ?? 0) > participants)
    return { cameOnline: 'オンラインと書面の人が、参加した人の数より多くなっています' }
  return spoke !== undefined && spoke > participants
    ? { spoke: '話した・書いた人が、参加した人の数より多くなっています' }
    : {}
}

/** Sessions behind the voices of a channel: how often, how many took part, how many spoke (where it is known of all). */
export type ChannelParticipants = { sessions: number; people: number; spoke: number | undefined }

type HeldSession = Pick<Session, 'kind' | 'cancelledAt'> & Came

/** Sessions whose participants nobody has written down are not among them. */
export function participantsByChannel(sessions: readonly HeldSession[]): Map<Channel, ChannelParticipants> {
  const held = sessions.filter(
    ({ participants, cancelledAt }) => participants !== undefined && cancelledAt === undefined,
  )
  const byChannel = Map.groupBy(held, ({ kind }) => channelOf[kind])
  return new Map(
    [...byChannel].map(([channel, own]) => [
      channel,
      {
        sessions: own.length,
        people: sum(own.map(({ participants }) => participants ?? 0)),
        spoke: own.some(({ spoke }) => spoke === undefined)
          ? undefined
          : sum(own.map(({ spoke }) => spoke ?? 0)),
      },
    ]),
  )
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

/** 「2回、のべ55人（話した・書いた人 48人）」 */
export const channelParticipantWords = (one: ChannelParticipants | undefined): string =>
  one
    ? `${one.sessions}回、のべ${one.people}人${one.spoke === undefined ? '' : `（話した・書いた人 ${one.spoke}人）`}`
    : ''

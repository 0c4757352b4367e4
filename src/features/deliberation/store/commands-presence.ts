import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../core/permissions.ts'
import {
  mayAnswerInWriting,
  type PresenceKind,
  type VoteChoice,
  writtenAttendance,
} from '../core/presence.ts'
import { meetingAt, setMeeting } from './commands.ts'
import { getMeeting, type MeetingFile, todayOf } from './queries.ts'
import { getOwnMeeting, ownSeat } from './queries-members.ts'
import { tables } from './tables.ts'

type Step = { meetingId: string; revision: number }
type NewChange = Step & { membershipId: string; kind: PresenceKind; agendaItemId: string; note: string }

/** 途中の出入り・除斥を記録する: from which item a member was there, until which, or from which they were excluded. */
export const recordPresence = command(permissions, 'record-meeting', async (context, given: NewChange) => {
  const { meetingId, revision, ...change } = given
  const file = await meetingAt(context, { meetingId, revision }, ['held'])
  knownIn(file, change)
  await tables(context)
    .insertInto('presenceChanges')
    .values({ ...change, id: context.newId('px'), meetingId })
    .execute()
  await setMeeting(context, meetingId, { revision })
})

/** Takes such a record away, where it was a mistake. */
export const dropPresence = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, changeId }: Step & { changeId: string }) => {
    const { changes } = await meetingAt(context, { meetingId, revision }, ['held'])
    found(
      changes.find(({ id }) => id === changeId),
      '記録',
    )
    await tables(context).deleteFrom('presenceChanges').where('id', '=', changeId).execute()
    await setMeeting(context, meetingId, { revision })
  },
)

function knownIn({ members, agenda }: MeetingFile, given: { membershipId: string; agendaItemId: string }) {
  found(
    members.find(({ id }) => id === given.membershipId),
    '委員',
  )
  found(
    agenda.find(({ id }) => id === given.agendaItemId),
    '議題',
  )
}

type Answer = { agendaItemId: string; vote: VoteChoice; words: string }

/** 書面で答える: a member, on items of a written meeting of the own body, until its day. Anew until then. */
export const answerInWriting = command(
  permissions,
  'answer-in-writing',
  async (context, { meetingId, answers }: { meetingId: string; answers: readonly Answer[] }) => {
    const { member } = await ownSeat(context)
    const file = await getOwnMeeting(context, meetingId)
    await keepAnswers(context, file, { membershipId: member.id, answers, takenDownBy: null })
  },
)

type TakenDown = { meetingId: string; membershipId: string; answers: readonly Answer[] }

/** 紙の回答を書き写す: what came by post, by the secretariat; who wrote it down stands with it. */
export const takeDownAnswers = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, membershipId, answers }: TakenDown) => {
    const file = await getMeeting(context, meetingId)
    await keepAnswers(context, file, { membershipId, answers, takenDownBy: context.actor.id })
  },
)

type Kept = { membershipId: string; answers: readonly Answer[]; takenDownBy: string | null }

async function keepAnswers(
  context: Context,
  file: MeetingFile,
  { membershipId, answers, takenDownBy }: Kept,
) {
  const { id: meetingId } = file.meeting
  if (!mayAnswerInWriting(file.meeting, todayOf(context)))
    throw new Refusal('conflict', '書面で答える期間ではありません')
  for (const { agendaItemId, vote, words } of answers) {
    knownIn(file, { membershipId, agendaItemId })
    await tables(context)
      .deleteFrom('writtenAnswers')
      .where('meetingId', '=', meetingId)
      .where('membershipId', '=', membershipId)
      .where('agendaItemId', '=', agendaItemId)
      .execute()
    const answeredAt = context.now.toISOString()
    await tables(context)
      .insertInto('writtenAnswers')
      .values({ meetingId, membershipId, agendaItemId, vote, words, takenDownBy, answeredAt })
      .execute()
  }
}

/** 書面の回答を締め切る: after the day, or once all have answered; who answered counts for the quorum. */
export const closeWritten = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision }: Step) => {
    const file = await meetingAt(context, { meetingId, revision }, ['called'])
    const { meeting, members, answers } = file
    if (!meeting.isWritten) throw new Refusal('conflict', '書面開催の会議ではありません')
    const attendance = writtenAttendance(members, answers)
    const isComplete = attendance.every(({ way }) => way === 'written')
    if (!isComplete && todayOf(context) <= meeting.heldOn)
      throw new Refusal('conflict', '締切の日が過ぎるか、全員が答えてから締め切ります')
    await tables(context).deleteFrom('attendances').where('meetingId', '=', meetingId).execute()
    for (const one of attendance)
      await tables(context)
        .insertInto('attendances')
        .values({ ...one, meetingId })
        .execute()
    await setMeeting(context, meetingId, { state: 'held', revision })
  },
)

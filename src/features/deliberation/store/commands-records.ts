import { listFollowUps } from '#src/features/planning-process/store/queries.ts'
import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { type Attendance, type Decision, followedWords } from '../core/meetings.ts'
import { mayPublishMinutes, permissions } from '../core/permissions.ts'
import { quorumAt } from '../core/presence.ts'
import { castingProblem, decisionProblem, shortfallWords } from '../core/rules-of-order.ts'
import { meetingAt, setMeeting } from './commands.ts'
import { confirmerOf } from './queries.ts'
import { tables } from './tables.ts'

type Step = { meetingId: string; revision: number }

type AttendanceRecord = Step & { attendance: readonly Attendance[]; observerCount: number | undefined }

/** 出欠を記録する: the meeting counts as held from the first record on. */
export const recordAttendance = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, attendance, observerCount }: AttendanceRecord) => {
    const { members, meeting } = await meetingAt(context, { meetingId, revision }, ['called', 'held'])
    if (meeting.isWritten) throw new Refusal('conflict', '書面開催では、回答から出欠が決まります')
    const known = new Set(members.map(({ id }) => id))
    if (attendance.some(({ membershipId }) => !known.has(membershipId)))
      throw new Refusal('conflict', 'この日の委員でない人が入っています')
    await tables(context).deleteFrom('attendances').where('meetingId', '=', meetingId).execute()
    for (const one of attendance)
      await tables(context)
        .insertInto('attendances')
        .values({ ...one, meetingId })
        .execute()
    const gathering = 'gathered' as const
    await setMeeting(context, meetingId, {
      state: 'held',
      gathering,
      observerCount: observerCount ?? null,
      revision,
    })
  },
)

type Shortfall = Step & { outcome: 'adjourned' | 'talk' }

/** 流会・懇談: too few members came. The meeting is called off, or those who came talk without deciding anything. */
export const recordShortfall = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, outcome }: Shortfall) => {
    const file = await meetingAt(context, { meetingId, revision }, ['held'])
    const check = quorumAt(file)
    if (file.attendance.length === 0 || check.isMet || file.meeting.isWritten)
      throw new Refusal('conflict', '流会・懇談は、集まった委員が定足数に足りないときに記録します')
    if (file.decisions.some(({ kind }) => kind !== 'reported'))
      throw new Refusal('conflict', 'すでに決定が記録されています')
    const cancelReason = shortfallWords(check)
    if (outcome === 'talk') await setMeeting(context, meetingId, { gathering: 'talk', revision })
    else await setMeeting(context, meetingId, { state: 'cancelled', cancelReason, revision })
  },
)

type NewDecision = Step & Omit<Decision, 'id' | 'meetingId'>

/** 決定を記録する. Without a quorum nothing can be decided, only reported. */
export const recordDecision = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, subjects, ...decision }: NewDecision) => {
    const file = await meetingAt(context, { meetingId, revision }, ['held'])
    const { agendaItemId, votesFor, votesAgainst } = decision
    const check = quorumAt(file, agendaItemId)
    if (decision.kind !== 'reported' && !check.isMet)
      throw new Refusal('conflict', '定足数に足りないため、決定はできません。報告だけを記録できます')
    if (agendaItemId !== undefined && !file.agenda.some(({ id }) => id === agendaItemId))
      throw new Refusal('not-found', '議題が見つかりません')
    if ((votesFor ?? 0) + (votesAgainst ?? 0) > check.present)
      throw new Refusal('conflict', '賛否の数が、出席した委員の数を超えています')
    const problem =
      decisionProblem(file.body.decisionRule, check.present, decision) ?? castingProblem(file, decision)
    if (problem) throw new Refusal('conflict', problem)
    const id = context.newId('de')
    const row = {
      ...decision,
      id,
      meetingId,
      agendaItemId: agendaItemId ?? null,
      votesFor: votesFor ?? null,
      votesAgainst: votesAgainst ?? null,
      chairCasts: decision.chairCasts ?? null,
      subjects: JSON.stringify(subjects),
    }
    await tables(context).insertInto('meetingDecisions').values(row).execute()
    await setMeeting(context, meetingId, { revision })
    return id
  },
)

/** 決定を取り消す: one that was recorded by mistake, before the minutes are confirmed and as long as no task follows from it. */
export const dropDecision = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, decisionId }: Step & { decisionId: string }) => {
    const { decisions } = await meetingAt(context, { meetingId, revision }, ['held'])
    found(
      decisions.find(({ id }) => id === decisionId),
      '決定',
    )
    if ((await listFollowUps(context, [decisionId])).length > 0) throw new Refusal('conflict', followedWords)
    await tables(context).deleteFrom('meetingDecisions').where('id', '=', decisionId).execute()
    await setMeeting(context, meetingId, { revision })
  },
)

type MinutesRecord = Step & { minutes: readonly { agendaItemId: string; text: string }[] }

/** 会議録の案を書く, item by item. */
export const writeMinutes = command(
  permissions,
  'record-meeting',
  async (context, { meetingId, revision, minutes }: MinutesRecord) => {
    const { agenda } = await meetingAt(context, { meetingId, revision }, ['held'])
    for (const { agendaItemId, text } of minutes) {
      found(
        agenda.find(({ id }) => id === agendaItemId),
        '議題',
      )
      await tables(context)
        .updateTable('agendaItems')
        .set({ minutes: text })
        .where('id', '=', agendaItemId)
        .execute()
    }
    await setMeeting(context, meetingId, { revision })
  },
)

type Confirmation = Step & { confirmedBy: string; confirmedOn: string }

/** 会議録の確定を記録する: who of the body confirmed it (会長, 署名人) and when. */
export const confirmMinutes = command(
  permissions,
  'confirm-minutes',
  async (context, { meetingId, revision, confirmedBy, confirmedOn }: Confirmation) => {
    const { agenda, meeting } = await meetingAt(context, { meetingId, revision }, ['held'])
    if (agenda.every(({ minutes }) => minutes === ''))
      throw new Refusal('conflict', '会議録がまだ書かれていません')
    if (confirmedOn < meeting.heldOn)
      throw new Refusal('conflict', '確定の日が、開催の日より前になっています')
    const confirmedById = context.actor.id
    await setMeeting(context, meetingId, {
      state: 'confirmed',
      confirmedBy,
      confirmedById,
      confirmedOn,
      revision,
    })
  },
)

/** 会議録を公開する, by another person than the one who recorded the confirmation. */
export const publishMinutes = command(permissions, 'publish-minutes', async (context, step: Step) => {
  await meetingAt(context, step, ['confirmed'])
  if (!mayPublishMinutes(context.actor, await confirmerOf(context, step.meetingId)))
    throw new Refusal('forbidden', '確定を記録した人とは別の人が公開します')
  const publishedAt = context.now.toISOString()
  await setMeeting(context, step.meetingId, { state: 'published', publishedAt, revision: step.revision })
})

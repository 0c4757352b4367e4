import { recordVersionDecision } from '#src/features/plan/store/commands/version-decisions.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { getVersion } from '#src/features/plan/store/queries/versions.ts'
import { addBusinessDays, addDays, onOrAfter } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { cited } from '#src/platform/ids.ts'
import { refOfPlace } from './core/place-address.ts'
import { assembleTheAssembly } from './sample/assembly.ts'
import { bodies, fields, members } from './sample/bodies.ts'
import { layTheDraft } from './sample/draft-comments.ts'
import { giveSheets } from './sample/given-sheets.ts'
import { askForOutline, aVersion, inquire } from './sample/inquiries.ts'
import { layPapers } from './sample/papers.ts'
import { assignTheFields } from './sample/subcommittees.ts'
import { holdInWriting } from './sample/written-meeting.ts'
import { addAgendaItem, callMeeting, prepareMeeting } from './store/commands.ts'
import { addBody, appointMember } from './store/commands-bodies.ts'
import { correctMinutes } from './store/commands-errata.ts'
import { recordNotices } from './store/commands-notices.ts'
import {
  confirmMinutes,
  publishMinutes,
  recordAttendance,
  recordDecision,
  writeMinutes,
} from './store/commands-records.ts'
import { getMeeting, listMembers } from './store/queries.ts'

/**
 * The bodies of the policy for making the plan; of the council two meetings held (with a replaced paper and an erratum) and one
 * called of which members were told; a written meeting of the committee, sheets given to a subcommittee; the inquiry under way,
 * and one on the outline that was reported and whose views are answered.
 */
export async function sample(context: Context, folder: string) {
  const today = tokyoDay(context.now)
  const ids: string[] = []
  for (const body of bodies) ids.push(await addBody(context, body))
  const [councilId = '', committeeId = '', ...otherIds] = ids
  const subcommittees = fields.map(([, word], at) => ({ bodyId: otherIds[at] ?? '', word }))
  await assignTheFields(context, subcommittees)
  for (const [name, affiliation, category, office] of members) {
    const term = { validFrom: addDays(today, -400), validTo: addDays(today, 329) }
    const appointedBy = '市長'
    const member = { bodyId: councilId, name, affiliation, category, office, appointedBy }
    await appointMember(context, { ...member, ...term })
  }
  for (const [name, affiliation, office] of [
    ['見本 太郎', '副市長', '委員長'],
    ['架空 花子', '教育長', '副委員長'],
  ] as const) {
    const post = { category: '副市長・教育長・部長', validFrom: addDays(today, -400), validTo: undefined }
    await appointMember(context, { bodyId: committeeId, name, affiliation, office, ...post })
  }
  await assembleTheAssembly(context)
  const inquiryId = await inquire(context, councilId, today)
  let lastMeetingId = ''
  for (const [position, daysAgo] of [180, 35].entries()) {
    const heldOn = onOrAfter(addDays(today, -daysAgo))
    const session = { councilId, inquiryId, heldOn, topic: topics[position] ?? '' }
    lastMeetingId = await hold(context, session, position === 0 ? folder : undefined)
  }
  const versionId = await aVersion(context)
  if (versionId) await layTheDraft(context, councilId, versionId)
  if (versionId) await nameTheMeeting(context, versionId, lastMeetingId)
  const next = { councilId, inquiryId, heldOn: addBusinessDays(today, 12), topic: '答申の案（架空）' }
  await tellByLetter(context, councilId, (await call(context, next)).meetingId)
  await holdInWriting(context, committeeId)
  await askForOutline(context, councilId)
  await giveSheets(context, ids[bodies.findIndex(({ name }) => name === '都市建設部会')] ?? '')
}

/** Some members were told by letter; the others have still to be told. */
async function tellByLetter(context: Context, bodyId: string, meetingId: string) {
  const seats = (await listMembers(context, bodyId)).map(({ id }) => id)
  const told = { membershipIds: seats.slice(-3), way: 'letter' as const, givenOn: tokyoDay(context.now) }
  await recordNotices(context, { meetingId, revision: 2, ...told })
}

const topics = ['市民意向調査の結果と計画フレーム（架空）', '素案（架空）']

type Session = { councilId: string; inquiryId: string; heldOn: string; topic: string }

async function call(context: Context, { councilId, inquiryId, heldOn, topic }: Session) {
  const place = '伊奈庁舎 3階 大会議室'
  const times = { heldOn, startsAt: '14:00', endsAt: '16:00', place, observerSeats: 10 }
  const meetingId = await prepareMeeting(cited(context, topic), { bodyId: councilId, ...times })
  const open = { isOpen: true, closedGround: '', closedDecision: '', inquiryId }
  const agendaItemId = await addAgendaItem(context, { meetingId, title: topic, ...open })
  await callMeeting(context, { meetingId, revision: 1, shortNoticeReason: '' })
  return { meetingId, agendaItemId }
}

/** A meeting as it went: called before, held on the day, its minutes confirmed and published after. */
async function hold(context: Context, session: Session, folder?: string) {
  const before = { ...context, now: new Date(`${addDays(session.heldOn, -14)}T01:00:00Z`) }
  const { meetingId, agendaItemId } = await call(before, session)
  if (folder) await layPapers(before, { meetingId, agendaItemId, folder })
  const seated = await listMembers(context, session.councilId)
  const attendance = seated.map(({ id }, position) => ({
    membershipId: id,
    way: position === seated.length - 1 ? ('absent' as const) : ('present' as const),
    note: '',
  }))
  await recordAttendance(context, { meetingId, revision: 2, attendance, observerCount: 4 })
  await recordDecision(cited(context, `decision on ${session.topic}`), {
    meetingId,
    revision: 3,
    agendaItemId,
    kind: 'approved',
    text: `${session.topic}を了承した。`,
    votesFor: undefined,
    votesAgainst: undefined,
    subjects: [...(await aMeasure(context)), ...(folder ? [] : await theVersion(context))],
  })
  const text =
    '架空一郎会長：ただいまから始めます（架空の発言です）。\n見本三郎委員：移動手段について、もう少し詳しく書いてください。\n事務局：施策の本文に書き加えます。\n見本四季委員：分かりやすくなりました。'
  await writeMinutes(context, { meetingId, revision: 4, minutes: [{ agendaItemId, text }] })
  const { meeting } = await getMeeting(context, meetingId)
  const confirmedOn = addDays(session.heldOn, 14)
  const confirmation = { meetingId, revision: meeting.revision, confirmedBy: '会長', confirmedOn }
  await confirmMinutes(context, confirmation)
  await publishMinutes(byAnother(context), { meetingId, revision: meeting.revision + 1 })
  if (folder)
    await correctMinutes(byAnother(context), {
      meetingId,
      agendaItemId,
      oldWords: '分かりやすくなりました。',
      newWords: '前の案より分かりやすくなりました。',
      reason: '録音で確かめたところ、言葉が抜けていたため（架空）',
    })
  return meetingId
}

/** Published by another person than the one who recorded the confirmation. */
const byAnother = (context: Context): Context => ({
  ...context,
  actor: { ...context.actor, id: 'sample-publisher' },
})

/** The version the council approved gets its meeting: the words of the decision were frozen with it. */
async function nameTheMeeting(context: Context, versionId: string, meetingId: string) {
  const { decision } = await getVersion(context, versionId)
  if (!decision) return
  const ref = refOfPlace(meetingId)
  await recordVersionDecision(context, { versionId, decision: { ...decision, ref } })
}

/** The version the second meeting approved. */
async function theVersion(context: Context): Promise<string[]> {
  const versionId = await aVersion(context)
  return versionId ? [versionId] : []
}

/** A measure of the sample plan, so that a decision leads into the plan. */
async function aMeasure(context: Context): Promise<string[]> {
  const plan = await findPrimaryPlan(context)
  if (!plan) return []
  const { items } = await getPlanDocument(context, plan.id)
  return items
    .filter(({ kind, title }) => kind === 'measure' && title.includes('交通'))
    .map(({ id }) => id)
    .slice(0, 1)
}

import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import type { DailyWork } from '#src/platform/daily.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { queueMail } from '#src/platform/mail/outbox.ts'
import { markPurged, type PurgeAgain, type PurgingAgain } from '#src/platform/purges/purge-marks.ts'
import { openWhatOpens, type Sealer } from '#src/platform/sealing.ts'
import { sitsOn } from '../core/bodies.ts'
import { knowingOf, mayGiveNotice, type NoticeContent, noticeMail, toldOf } from '../core/notice.ts'
import { permissions } from '../core/permissions.ts'
import { getMeeting, listMembers, type MeetingFile, todayOf } from './queries.ts'
import { listNotices, sealedAddresses } from './queries-notices.ts'
import { tables } from './tables.ts'

type Kept = { membershipId: string; address: string; sealer: Sealer }

/** お知らせのアドレス of a member: sealed, and shown to nobody. An empty one is forgotten. */
export const keepMemberAddress = command(
  permissions,
  'keep-member-addresses',
  async (context, { membershipId, address, sealer }: Kept) => {
    const member = (await listMembers(context)).find(({ id }) => id === membershipId)
    if (!sitsOn(found(member, '委員'), todayOf(context)))
      throw new Refusal('conflict', 'いまの委員ではないので、アドレスを登録できません')
    await deleteAddresses(context, [membershipId])
    if (!address) return
    const row = { membershipId, sealed: sealer.seal(membershipId, address) }
    await tables(context).insertInto('memberAddresses').values(row).execute()
  },
)

type Step = { meetingId: string; revision: number }

/** What a notice says of a meeting. */
export const noticeContent = ({ body, meeting, agenda, papers }: MeetingFile): NoticeContent => ({
  body: body.name,
  meeting,
  agenda,
  papers,
})

/**
 * 開催通知をメールで送る: through the outbox, to every member with an address who does not know the meeting as it stands.
 * Pressed twice it sends nothing twice. Returns how many were written to.
 */
export const sendNotices = command(
  permissions,
  'call-meeting',
  async (context, { site, sealer, ...step }: Step & { site: string; sealer: Sealer }) => {
    const file = await tellable(context, step)
    const content = noticeContent(file)
    const notices = await listNotices(context, step.meetingId)
    const addresses = await sealedAddresses(context)
    let sent = 0
    for (const { id: membershipId } of file.members) {
      const knowing = knowingOf(notices, membershipId, toldOf(content))
      const address = addresses.get(membershipId)
      if (!address || knowing === 'told') continue
      const mail = noticeMail({ ...content, knowing, site })
      const to = sealer.open(address.sealedAs, address.sealed)
      const mailId = await queueMail(context, sealer, { ...mail, to, recipient: `${file.body.name}の委員` })
      const today = tokyoDay(context.now)
      await addNotice(context, file, { membershipId, way: 'mail', mailId, givenOn: today })
      sent++
    }
    return sent
  },
)

type Told = Step & { membershipIds: readonly string[]; way: 'letter' | 'spoken'; givenOn: string }

/** 手紙・電話で知らせたことを記録する: members who were told another way, and on which day. */
export const recordNotices = command(permissions, 'call-meeting', async (context, given: Told) => {
  const { membershipIds, way, givenOn } = given
  const file = await tellable(context, given)
  if (givenOn > todayOf(context)) throw new Refusal('conflict', '知らせた日が、先の日になっています')
  for (const membershipId of new Set(membershipIds)) {
    found(
      file.members.find(({ id }) => id === membershipId),
      '委員',
    )
    await addNotice(context, file, { membershipId, way, mailId: null, givenOn })
  }
})

async function tellable(context: Context, { meetingId, revision }: Step): Promise<MeetingFile> {
  const file = await getMeeting(context, meetingId)
  refuseIfStale(file.meeting, revision)
  if (!mayGiveNotice(file.meeting))
    throw new Refusal('conflict', '委員に知らせられるのは、招集してから開会するまでです')
  return file
}

type NewNotice = {
  membershipId: string
  way: 'mail' | 'letter' | 'spoken'
  mailId: string | null
  givenOn: string
}

async function addNotice(context: Context, file: MeetingFile, notice: NewNotice) {
  const row = {
    ...notice,
    id: context.newId('mn'),
    meetingId: file.meeting.id,
    told: toldOf(noticeContent(file)),
    recordedAt: context.now.toISOString(),
  }
  await tables(context).insertInto('meetingNotices').values(row).execute()
}

const secretariat = { id: 'system', roles: ['secretariat' as const] }
const markName = 'member-addresses'

/** Every morning: the addresses of those who no longer sit go. */
export const forgetAddressesDaily: DailyWork = async (context, { today }) => {
  const office = { ...context, actor: secretariat, source: 'daily' }
  await forgetAddresses(office, { gone: await goneAddresses(office, { today, isPurged: () => false }) })
}

/** After a restore: the same, and the addresses that had gone before. */
export const purgeAgain: PurgeAgain = async (context, asked) => {
  const office = { ...context, actor: secretariat }
  const gone = await goneAddresses(office, asked)
  if (asked.listen) await tellAddresses(office, asked.listen, gone)
  if (gone.length > 0) await forgetAddresses(office, { gone })
  return gone.length
}

/** The addresses that go, for a search that names nobody. */
async function tellAddresses(
  context: Context,
  { folder, tell }: NonNullable<PurgingAgain['listen']>,
  gone: readonly string[],
) {
  const rows = await tables(context)
    .selectFrom('memberAddresses')
    .select(['membershipId as id', 'sealed'])
    .where('membershipId', 'in', gone.length > 0 ? [...gone] : [''])
    .execute()
  const { texts, closed } = openWhatOpens(folder, rows)
  tell(texts, closed)
}

async function goneAddresses(context: Context, { today, isPurged }: Parameters<PurgeAgain>[1]) {
  const left = new Set(
    (await listMembers(context)).flatMap(({ id, validTo }) =>
      validTo !== undefined && validTo < today ? [id] : [],
    ),
  )
  const kept = await tables(context).selectFrom('memberAddresses').selectAll().execute()
  return kept
    .filter(({ membershipId, sealed }) => left.has(membershipId) || isPurged(markName, sealed))
    .map(({ membershipId }) => membershipId)
}

const forgetAddresses = command(
  permissions,
  'keep-member-addresses',
  async (context, { gone }: { gone: readonly string[] }) => {
    await deleteAddresses(context, gone)
  },
)

/** Marked by what was sealed, and no two seals are alike: an address the same member gives later is another one. */
async function deleteAddresses(context: Context, membershipIds: readonly string[]) {
  if (membershipIds.length === 0) return
  const gone = await tables(context)
    .deleteFrom('memberAddresses')
    .where('membershipId', 'in', [...membershipIds])
    .returning('sealed')
    .execute()
  await markPurged(
    context,
    markName,
    gone.map(({ sealed }) => sealed),
  )
}

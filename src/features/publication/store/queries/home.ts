import { type Meeting, meetingNamer } from '#src/features/deliberation/core/meetings.ts'
import { listBodies } from '#src/features/deliberation/store/queries.ts'
import { listPublicMeetings } from '#src/features/deliberation/store/queries-public.ts'
import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { findAdoptedFrame } from '#src/features/planning-frame/store/queries.ts'
import { type RouteStep, routeOf } from '#src/features/planning-process/core/route.ts'
import { findPublicSchedule } from '#src/features/planning-process/store/queries.ts'
import { caseStateOn } from '#src/features/public-comment/core/case.ts'
import { listPublicCases, type PublicCase } from '#src/features/public-comment/store/queries/cases.ts'
import type { Survey } from '#src/features/surveys/core/survey.ts'
import { listPublicSurveys } from '#src/features/surveys/store/queries.ts'
import type { PublicSession } from '#src/features/voices/core/public-report.ts'
import { sessionKindLabels } from '#src/features/voices/core/session.ts'
import { listPublicSessions } from '#src/features/voices/store/queries/public-sessions.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { type Coming, comingNext } from '../../core/coming.ts'
import { latestNews, type News } from '../../core/news.ts'

/** What the first page says of the making of the plan on a day. */
export type HomeNow = {
  today: string
  /** The call for comments that is open, the one that ends first. */
  call: PublicCase | undefined
  route: RouteStep[]
  coming: Coming[]
  news: News[]
  hasFrame: boolean
}

/** What every room has for residents today. Each room is asked for what it shows to everybody anyway. */
export async function getHomeNow(context: Context): Promise<HomeNow> {
  const today = tokyoDay(context.now)
  const schedule = await findPublicSchedule(context)
  const cases = await listPublicCases(context)
  const surveys = await listPublicSurveys(context)
  const meetings = await listNamedMeetings(context)
  const frame = await findAdoptedFrame(context)
  const coming = [
    ...(await listPublicSessions(context)).filter(({ cancelledAt }) => !cancelledAt).map(sessionComing),
    ...surveys.filter(({ state }) => state === 'open').map(surveyComing),
    ...meetings.filter(({ state, isWritten }) => state === 'called' && !isWritten).map(meetingComing),
  ]
  return {
    today,
    call: cases
      .filter((one) => caseStateOn(one, today) === 'open')
      .sort((a, b) => (a.sheet.closesOn < b.sheet.closesOn ? -1 : 1))[0],
    route: schedule ? routeOf(schedule.tasks, today) : [],
    coming: comingNext(coming, today),
    hasFrame: frame !== undefined,
    news: latestNews({
      versions: await listPublicVersions(context),
      meetings: meetings.flatMap(({ publishedAt, ...one }) => dated(one, publishedAt)),
      results: cases.flatMap(({ id, sheet, publishedAt }) => dated({ id, title: sheet.title }, publishedAt)),
      surveys: surveys.flatMap(({ publishedAt, ...one }) => dated(one, publishedAt)),
      frame: frame && {
        persons: frame.persons,
        yearWords: `${frame.year}年`,
        day: tokyoDay(new Date(frame.adoptedAt)),
      },
    }),
  }
}

/** With its day, where it was published. */
const dated = <One extends object>(one: One, publishedAt: string | undefined) =>
  publishedAt ? [{ ...one, day: tokyoDay(new Date(publishedAt)) }] : []

async function listNamedMeetings(context: Context): Promise<NamedMeeting[]> {
  const nameOf = meetingNamer(await listBodies(context))
  return (await listPublicMeetings(context)).map((meeting) => ({
    ...meeting,
    name: nameOf(meeting),
  }))
}

type NamedMeeting = Meeting & { name: string; topics: string }

const sessionComing = ({
  id,
  kind,
  title,
  heldOn,
  startsAt,
  endsAt,
  place,
  howTo,
}: PublicSession): Coming => ({
  id,
  day: heldOn,
  startsAt,
  endsAt,
  isUntil: false,
  title,
  href: `/participation/${id}`,
  note: sentences(place, howTo),
  label: sessionKindLabels[kind],
})

const surveyComing = ({ id, title, endsOn }: Survey): Coming => ({
  id,
  day: endsOn,
  startsAt: '',
  endsAt: '',
  isUntil: true,
  title,
  href: `/surveys/${id}`,
  note: '',
  label: '調査',
})

const meetingComing = ({
  id,
  heldOn,
  startsAt,
  endsAt,
  place,
  observerSeats,
  ...meeting
}: NamedMeeting): Coming => ({
  id,
  day: heldOn,
  startsAt,
  endsAt,
  isUntil: false,
  title: meeting.name,
  href: `/meetings/${id}`,
  note: sentences(place, meeting.topics),
  label: observerSeats ? '傍聴できます' : '会議',
})

const sentences = (...parts: readonly string[]) => parts.filter(Boolean).join('。')

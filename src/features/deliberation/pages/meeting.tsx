import { permissions as processPermissions } from '#src/features/planning-process/core/permissions.ts'
import { listFollowUps } from '#src/features/planning-process/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import type { Choice } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { numberWords } from '../core/meetings.ts'
import { mayGiveNotice } from '../core/notice.ts'
import { mostPaperBytes } from '../core/paper-file.ts'
import { mayPublishMinutes, permissions } from '../core/permissions.ts'
import { confirmerOf, getMeeting } from '../store/queries.ts'
import { listInquiries } from '../store/queries-inquiries.ts'
import { listMinutesChecks } from '../store/queries-members.ts'
import { listNotices, listReachable } from '../store/queries-notices.ts'
import { MeetingBadge } from '../views/meeting-table.tsx'
import { MinutesChecks } from './parts/check-view.tsx'
import { meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { listPaperSources } from './parts/live-papers.ts'
import { enteredOfMeeting } from './parts/meeting-fields.tsx'
import type { MeetingProps } from './parts/meeting-props.ts'
import { Agenda, MeetingFacts, NextStep } from './parts/meeting-view.tsx'
import { Minutes } from './parts/minutes-view.tsx'
import { Notices } from './parts/notice-view.tsx'
import { Papers } from './parts/paper-view.tsx'
import { Presence } from './parts/presence-view.tsx'
import { Attendances, Decisions } from './parts/record-view.tsx'
import { subjectGroups } from './parts/subjects.ts'
import { submitMeeting } from './parts/submit-meeting.ts'
import { WrittenMeeting } from './parts/written-view.tsx'

/** One meeting from its agenda to its published minutes: what is there, and what comes next. */
export const meetingPage = page('/staff/meetings/:meetingId', {
  audience: 'staff',
  maxBytes: mostPaperBytes + 64 * 1024,
  show: (context, { params, hasMailServer }) => screen(context, params.meetingId, { hasMailServer }),
  async submit(context, { params: { meetingId }, folder, site, wakeMails, hasMailServer }, form) {
    const outcome = await submitMeeting(context, { meetingId, folder, site, wakeMails }, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, meetingId, { ...state, hasMailServer })), status }
  },
})

type State = {
  hasMailServer: boolean
  entered?: Entered
  problems?: Problems
  rows?: readonly VersionRow[]
}

async function screen(context: Context, meetingId: string, state: State): Promise<Screen> {
  const file = await getMeeting(context, meetingId)
  const { meeting, body } = file
  const title = `${body.name} ${numberWords(meeting)}`
  const { actor } = context
  const props: MeetingProps = {
    file,
    entered: { ...enteredOfMeeting(meeting), ...state.entered },
    problems: state.problems ?? {},
    today: tokyoDay(context.now),
    mayPrepare: mayDo(actor, permissions, 'prepare-meeting'),
    mayRecord: mayDo(actor, permissions, 'record-meeting'),
    mayPublish:
      mayDo(actor, permissions, 'publish-minutes') &&
      mayPublishMinutes(actor, await confirmerOf(context, meetingId)),
    subjects: await subjectGroups(context),
    followUps: await listFollowUps(
      context,
      file.decisions.map(({ id }) => id),
    ),
    mayFollowUp: mayDo(actor, processPermissions, 'change-process'),
    checks: mayDo(actor, permissions, 'read-closed-minutes')
      ? await listMinutesChecks(context, meetingId)
      : [],
    sources: await sourcesFor(context, meeting.state),
    mayCorrect: mayDo(actor, permissions, 'correct-minutes'),
    inquiries: (await listInquiries(context))
      .filter(({ bodyId }) => bodyId === body.id)
      .map(({ id, subject }) => ({ value: id, label: subject })),
  }
  return {
    title,
    crumbs: [meetingsCrumb],
    body: (
      <>
        <FormHead problems={props.problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{title}</h1>
          <p>
            <MeetingBadge state={meeting.state} />
          </p>
        </div>
        <MeetingFacts {...props} />
        <NextStep {...props} />
        {mayDo(actor, permissions, 'call-meeting') && mayGiveNotice(meeting) && (
          <Notices
            {...props}
            notices={await listNotices(context, meetingId)}
            reachable={await listReachable(context, body.id)}
            hasMailServer={state.hasMailServer}
          />
        )}
        <Agenda {...props} />
        <Papers {...props} />
        <WrittenMeeting {...props} />
        <Attendances {...props} />
        <Presence {...props} />
        <Decisions {...props} />
        <Minutes {...props} />
        <MinutesChecks {...props} />
      </>
    ),
  }
}

/** The records a paper can be made from, for whoever may lay one. */
async function sourcesFor(context: Context, state: string): Promise<Choice[]> {
  const mayLay = mayDo(context.actor, permissions, 'prepare-meeting') && state !== 'cancelled'
  return mayLay ? listPaperSources(context) : []
}

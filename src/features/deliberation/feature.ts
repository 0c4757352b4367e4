import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import type { Feature } from '#src/platform/feature.ts'
import { isLaid, paperAddress } from './core/papers.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { agendaItemPage } from './pages/agenda-item.tsx'
import { billPage } from './pages/bill.tsx'
import { billsPage } from './pages/bills.tsx'
import { bodiesPage } from './pages/bodies.tsx'
import { bodyPage } from './pages/body.tsx'
import { bodyAccessPage } from './pages/body-access.tsx'
import { commentsCsv, draftPage } from './pages/draft.tsx'
import { draftsPage } from './pages/drafts.tsx'
import { inquiriesPage } from './pages/inquiries.tsx'
import { inquiryPage } from './pages/inquiry.tsx'
import { inquiryEditPage } from './pages/inquiry-edit.tsx'
import { laySheetsPage } from './pages/lay-sheets.tsx'
import { letterFiles } from './pages/letter-files.ts'
import { meetingPage } from './pages/meeting.tsx'
import { meetingFeed } from './pages/meeting-feed.ts'
import { meetingsPage } from './pages/meetings.tsx'
import { memberDraft, memberDraftPart } from './pages/member-draft.tsx'
import { memberDoor, memberEnter } from './pages/member-enter.tsx'
import { memberHome } from './pages/member-home.tsx'
import { memberMeeting, memberPaper } from './pages/member-meeting.tsx'
import { memberSheet, memberSheetFile } from './pages/member-sheet.tsx'
import { newBodyPage } from './pages/new-body.tsx'
import { newInquiryPage } from './pages/new-inquiry.tsx'
import { newMeetingPage } from './pages/new-meeting.tsx'
import { noticeFiles } from './pages/notice-files.ts'
import { organisationPage, publicOrganisationPage } from './pages/organisation.tsx'
import { paperDetailsPage } from './pages/paper-details.tsx'
import { publicPaper, staffPaper } from './pages/papers.ts'
import { publicMonths } from './pages/parts/calendar-entries.ts'
import { publicBodyPage } from './pages/public-body.tsx'
import { calendarAddress, publicCalendarPage, publicMonthPage } from './pages/public-calendar.tsx'
import { publicDecisionsCsv, publicDecisionsPage } from './pages/public-decisions.tsx'
import { publicInquiryPage } from './pages/public-inquiry.tsx'
import { publicMeetingPage } from './pages/public-meeting.tsx'
import { publicMeetingsPage } from './pages/public-meetings.tsx'
import { sessionPage } from './pages/session.tsx'
import { sessionsPage } from './pages/sessions.tsx'
import { sample } from './sample.ts'
import { forgetAddressesDaily, purgeAgain } from './store/commands-notices.ts'
import { eraseAgain, removeErasedPapers } from './store/commands-papers.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { listBodies } from './store/queries.ts'
import { listAmendments, listBills } from './store/queries-bills.ts'
import { listInquiries } from './store/queries-inquiries.ts'
import { listPublicMeetings, listPublishedMeetings } from './store/queries-public.ts'

/** 審議: bodies and their members, meetings from call to published minutes, inquiry and report. */
export const deliberation: Feature = {
  id: 'deliberation',
  label: '会議・委員',
  permissions,
  actionLabels,
  pages: [
    meetingsPage,
    newMeetingPage,
    meetingPage,
    agendaItemPage,
    ...noticeFiles,
    staffPaper,
    paperDetailsPage,
    bodiesPage,
    newBodyPage,
    organisationPage,
    bodyPage,
    inquiriesPage,
    newInquiryPage,
    inquiryPage,
    inquiryEditPage,
    ...letterFiles,
    bodyAccessPage,
    billsPage,
    sessionsPage,
    sessionPage,
    billPage,
    draftsPage,
    laySheetsPage,
    draftPage,
    commentsCsv,
    memberDoor,
    memberEnter,
    memberHome,
    memberMeeting,
    memberPaper,
    memberDraft,
    memberDraftPart,
    memberSheet,
    memberSheetFile,
    publicMeetingsPage,
    publicOrganisationPage,
    publicDecisionsPage,
    publicDecisionsCsv,
    meetingFeed,
    publicCalendarPage,
    publicMonthPage,
    publicBodyPage,
    publicInquiryPage,
    publicMeetingPage,
    publicPaper,
  ],
  publicMenu: [{ label: '会議の記録', href: '/meetings' }],
  staffMenu: [
    {
      group: 'making',
      label: '会議・委員',
      href: '/staff/meetings',
      covers: ['/staff/bodies', '/staff/inquiries', '/staff/bills', '/staff/drafts'],
      action: 'read-meetings',
    },
  ],
  async daily(context, visit) {
    await forgetAddressesDaily(context, visit)
    await removeErasedPapers(context, visit.folder)
  },
  async purgeAgain(context, asked) {
    return (await purgeAgain(context, asked)) + (await eraseAgain(context, asked))
  },
  migrations,
  sample,
  lintContext: lintFacts,
  async publicPaths(context) {
    const [bodies, meetings] = [await listBodies(context), await listPublicMeetings(context)]
    const papers = (await listPublishedMeetings(context)).flatMap(({ meeting, papers: laid }) =>
      laid.filter(isLaid).map((paper) => `/meetings/${meeting.id}/papers/${paperAddress(paper)}`),
    )
    const publicVersions = new Set((await listPublicVersions(context)).map(({ id }) => id))
    const versionOf = new Map((await listBills(context)).map(({ id, versionId }) => [id, versionId]))
    const differences = (await listAmendments(context)).flatMap(({ billId, versionId }) => {
      const pair = [versionOf.get(billId) ?? '', versionId ?? '']
      return pair.every((id) => publicVersions.has(id)) ? [`/plan/diff/${pair.join('...')}`] : []
    })
    return [
      '/meetings',
      '/meetings/organization',
      '/meetings/decisions',
      '/meetings/decisions.csv',
      calendarAddress,
      '/meetings/calendar.ics',
      ...(await publicMonths(context)).map((month) => `${calendarAddress}/${month}`),
      ...bodies.map(({ id }) => `/meetings/bodies/${id}`),
      ...(await listInquiries(context)).map(({ id }) => `/meetings/inquiries/${id}`),
      ...meetings.map(({ id }) => `/meetings/${id}`),
      ...papers,
      ...differences,
    ]
  },
}

import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { codesPage } from './pages/codes.tsx'
import { contactsPage } from './pages/contacts.tsx'
import { coveragePage } from './pages/coverage.tsx'
import { voiceExportPage } from './pages/export.tsx'
import { followUpPage } from './pages/follow-up.tsx'
import { groupsPage, proposalsPage } from './pages/groups.tsx'
import { voiceImportPage, voiceTemplate } from './pages/import.tsx'
import { manyVoicesPage, newVoicePage } from './pages/intake.tsx'
import { issuePage, issuesPage } from './pages/issues.tsx'
import { countUnsorted, voiceListCsv, voiceListPage } from './pages/list.tsx'
import { networkPage, networkResultPage } from './pages/network.tsx'
import { opinionPage } from './pages/opinion.tsx'
import { paperPage } from './pages/paper.tsx'
import { participationCalendar, participationPage } from './pages/participation.tsx'
import { publicQuestionsPage } from './pages/public-questions.tsx'
import { publicSessionCsv, publicSessionPage, publicSessionPdf } from './pages/public-session.tsx'
import {
  publicReportFiles,
  publicVoiceReportPage,
  publicVoicesPage,
  reportPaths,
} from './pages/public-voices.tsx'
import { purgeCertificatePage } from './pages/purge-certificate.tsx'
import { countLate, requestsPage, requestsWorkbook } from './pages/requests.tsx'
import { retentionPage } from './pages/retention.tsx'
import { ruleResultPage, rulesPage } from './pages/rules.tsx'
import { sessionPage } from './pages/session.tsx'
import { sessionAddPage } from './pages/session-add.tsx'
import { boardChanges, sessionBoardPage } from './pages/session-board.tsx'
import { editSessionPage } from './pages/session-edit.tsx'
import { sessionFiles } from './pages/session-files.ts'
import { sessionKitFiles } from './pages/session-kit-files.ts'
import { sessionPhotoFile, sessionPhotosPage } from './pages/session-photos.tsx'
import { sessionPlanPage } from './pages/session-plan.tsx'
import { sessionSeatsPage } from './pages/session-seats.tsx'
import { sessionTimerPage } from './pages/session-timer.tsx'
import { sessionVotesPage, sessionVotesWorkbook } from './pages/session-votes.tsx'
import { newSessionPage, sessionsPage } from './pages/sessions.tsx'
import { surveyTextsPage } from './pages/survey-texts.tsx'
import { voiceTablesPage } from './pages/tables.tsx'
import { trialPage, trialsPage } from './pages/trials.tsx'
import { contactPage, voicePage } from './pages/voice.tsx'
import { wordListPage } from './pages/word-list.tsx'
import { wordMapPage } from './pages/word-map.tsx'
import { wordsPage } from './pages/words.tsx'
import { sample } from './sample.ts'
import { groupingKind, networkKind, rulesKind, wordMapKind } from './store/commands/analyses.ts'
import { purgeAgain } from './store/commands/purge-again.ts'
import { purgeDaily } from './store/commands/purge-orders.ts'
import { migrations } from './store/migrations.ts'
import { listPublicSessions } from './store/queries/public-sessions.ts'
import { listPublishedReports } from './store/queries/reports.ts'
import { voiceCommands } from './work/commands.ts'

/** 市民の声: what residents and staff say, through every channel, kept verbatim and sorted into the plan. */
export const voices: Feature = {
  id: 'voices',
  label: '市民の声',
  permissions,
  actionLabels,
  pages: [
    voiceListPage,
    voiceListCsv,
    newVoicePage,
    manyVoicesPage,
    voiceImportPage,
    voiceTemplate,
    groupsPage,
    proposalsPage,
    codesPage,
    wordsPage,
    wordListPage,
    voiceTablesPage,
    coveragePage,
    surveyTextsPage,
    networkPage,
    networkResultPage,
    wordMapPage,
    rulesPage,
    ruleResultPage,
    trialsPage,
    trialPage,
    requestsPage,
    requestsWorkbook,
    issuesPage,
    issuePage,
    contactsPage,
    purgeCertificatePage,
    retentionPage,
    voiceExportPage,
    contactPage,
    paperPage,
    followUpPage,
    voicePage,
    opinionPage,
    publicVoicesPage,
    publicVoiceReportPage,
    ...publicReportFiles,
    participationPage,
    participationCalendar,
    publicQuestionsPage,
    publicSessionPage,
    publicSessionCsv,
    publicSessionPdf,
    sessionsPage,
    newSessionPage,
    sessionPage,
    editSessionPage,
    sessionPlanPage,
    sessionBoardPage,
    boardChanges,
    sessionAddPage,
    sessionTimerPage,
    sessionPhotosPage,
    sessionPhotoFile,
    sessionSeatsPage,
    sessionVotesPage,
    sessionVotesWorkbook,
    ...sessionFiles,
    ...sessionKitFiles,
  ],
  staffMenu: [
    {
      group: 'participation',
      label: '市民の声',
      href: '/staff/voices',
      action: 'read-voices',
      count: countUnsorted,
    },
    { group: 'participation', label: '参加の場', href: '/staff/sessions', action: 'read-sessions' },
    { group: 'participation', label: '声の受付', href: '/staff/voices/new', action: 'take-in-voice' },
    {
      group: 'participation',
      label: '要望と質問',
      href: '/staff/voices/requests',
      action: 'read-voices',
      count: countLate,
    },
    { group: 'participation', label: '政策課題', href: '/staff/voices/issues', action: 'read-issues' },
    {
      group: 'participation',
      label: '提出者の連絡先',
      href: '/staff/voices/contacts',
      action: 'propose-purge',
    },
  ],
  commands: voiceCommands,
  jobs: [
    {
      kind: groupingKind,
      label: '同じ文面と話題の提案',
      module: new URL('./work/group-work.ts', import.meta.url),
      action: 'group-voices',
    },
    {
      kind: networkKind,
      label: '語のつながりの図',
      module: new URL('./work/network-work.ts', import.meta.url),
      action: 'group-voices',
    },
    {
      kind: wordMapKind,
      label: '語と属性の地図',
      module: new URL('./work/word-map-work.ts', import.meta.url),
      action: 'group-voices',
    },
    {
      kind: rulesKind,
      label: '語による規則の提案',
      module: new URL('./work/rules-work.ts', import.meta.url),
      action: 'group-voices',
    },
  ],
  daily: purgeDaily,
  purgeAgain,
  migrations,
  sample,
  async publicPaths(context) {
    const sessions = await listPublicSessions(context)
    const reports = await listPublishedReports(context)
    return [
      '/voices',
      ...reports.flatMap(({ id }) => reportPaths(id)),
      '/participation',
      '/participation/calendar.ics',
      '/participation/questions',
      ...sessions.flatMap(({ id, reportedAt }) => [
        `/participation/${id}`,
        ...(reportedAt ? [`/participation/${id}/notes.csv`, `/participation/${id}/report.pdf`] : []),
      ]),
    ]
  },
}

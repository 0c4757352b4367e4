import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { codesPage } from './pages/codes.tsx'
import { contactsPage } from './pages/contacts.tsx'
import { groupsPage, proposalsPage } from './pages/groups.tsx'
import { voiceImportPage, voiceTemplate } from './pages/import.tsx'
import { manyVoicesPage, newVoicePage } from './pages/intake.tsx'
import { issuePage, issuesPage } from './pages/issues.tsx'
import { countUnsorted, voiceListCsv, voiceListPage } from './pages/list.tsx'
import { opinionPage } from './pages/opinion.tsx'
import { contactPage, voicePage } from './pages/voice.tsx'
import { wordsPage } from './pages/words.tsx'
import { sample } from './sample.ts'
import { groupingKind } from './store/commands/groups.ts'
import { migrations } from './store/migrations.ts'
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
    issuesPage,
    issuePage,
    contactsPage,
    contactPage,
    voicePage,
    opinionPage,
  ],
  staffMenu: [
    {
      group: 'participation',
      label: '市民の声',
      href: '/staff/voices',
      action: 'read-voices',
      count: countUnsorted,
    },
    { group: 'participation', label: '声の受付', href: '/staff/voices/new', action: 'take-in-voice' },
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
  ],
  migrations,
  sample,
}

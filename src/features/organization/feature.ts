import type { Feature } from '#src/platform/feature.ts'
import { accountActionLabels, accountPermissions } from './core/account-permissions.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { accountPages } from './pages/account-pages.ts'
import { importPage, templatePages } from './pages/import.tsx'
import { municipalityPage } from './pages/municipality.tsx'
import { peopleCsv, peoplePage } from './pages/people.tsx'
import { newPersonPage, personPage } from './pages/person.tsx'
import { personDeletionPage } from './pages/person-deletion.tsx'
import { reorganizationPage } from './pages/reorganization.tsx'
import { reorganizationWithdrawalPage } from './pages/reorganization-withdrawal.tsx'
import { subcommitteePage } from './pages/subcommittee.tsx'
import { subcommitteesPage } from './pages/subcommittees.tsx'
import { unitPage } from './pages/unit.tsx'
import { unitDeletionPage } from './pages/unit-deletion.tsx'
import { unitsCsv, unitsPage } from './pages/units.tsx'
import { sample } from './sample.ts'
import { migrations } from './store/migrations.ts'
import { lastDayByUnit } from './store/unit-usage.ts'
import { accountCommands } from './work/account-commands.ts'
import { initCommand } from './work/init-command.ts'

/** 組織・職員・アカウント: units and their succession, people, and who may sign in. */
export const organization: Feature = {
  id: 'organization',
  label: '組織',
  permissions: { ...permissions, ...accountPermissions },
  actionLabels: { ...actionLabels, ...accountActionLabels },
  pages: [
    unitsPage,
    unitsCsv,
    unitPage,
    unitDeletionPage,
    reorganizationPage,
    reorganizationWithdrawalPage,
    peoplePage,
    peopleCsv,
    newPersonPage,
    personPage,
    personDeletionPage,
    subcommitteesPage,
    subcommitteePage,
    importPage,
    ...templatePages,
    municipalityPage,
    ...accountPages,
  ],
  staffMenu: [
    { group: 'making', label: '組織・職員', href: '/staff/organization', action: 'read-units' },
    { group: 'system', label: 'アカウント', href: '/staff/accounts', action: 'manage-accounts' },
  ],
  commands: [initCommand, ...accountCommands],
  migrations,
  sample,
  lintContext: async (context) => ({ usage: await lastDayByUnit(context) }),
}

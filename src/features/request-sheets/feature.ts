import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { newRoundPage } from './pages/new-round.tsx'
import { roundPage } from './pages/round.tsx'
import { sheetPage } from './pages/sheet.tsx'
import { sheetsPage } from './pages/sheets.tsx'
import { unitWorkbookApplyPage, unitWorkbookFile, unitWorkbookPage } from './pages/unit-workbook.tsx'
import { sample } from './sample.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { countWaitingSheets } from './store/queries.ts'

/** 依頼シート: rounds of sheets to the departments, answered on screen or in Excel, approved, returned or accepted. */
export const requestSheets: Feature = {
  id: 'request-sheets',
  label: '依頼シート',
  permissions,
  actionLabels,
  pages: [
    sheetsPage,
    newRoundPage,
    roundPage,
    unitWorkbookPage,
    unitWorkbookApplyPage,
    unitWorkbookFile,
    sheetPage,
  ],
  staffMenu: [
    {
      group: 'plan',
      label: '依頼シート',
      href: '/staff/sheets',
      action: 'read-sheets',
      count: countWaitingSheets,
    },
  ],
  migrations,
  sample,
  lintContext: lintFacts,
}

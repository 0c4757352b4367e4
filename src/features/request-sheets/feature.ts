import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { approvePage } from './pages/approve.tsx'
import { compilationPage } from './pages/compilation.tsx'
import { extensionPage } from './pages/extension.tsx'
import { hearingsPage } from './pages/hearings.tsx'
import { newRoundPage } from './pages/new-round.tsx'
import { relatedSheetPage } from './pages/related-sheet.tsx'
import { roundPage } from './pages/round.tsx'
import { roundBoardFile } from './pages/round-board.ts'
import { roundPaperPage } from './pages/round-paper.tsx'
import { sheetPage } from './pages/sheet.tsx'
import { sheetFilePage, sheetFilesPage } from './pages/sheet-files.tsx'
import { sheetsPage } from './pages/sheets.tsx'
import { templatePage } from './pages/template.tsx'
import { templateFieldPage } from './pages/template-field.tsx'
import { templatesPage } from './pages/templates.tsx'
import {
  unitWorkbookApplyPage,
  unitWorkbookChecked,
  unitWorkbookFile,
  unitWorkbookPage,
} from './pages/unit-workbook.tsx'
import { uploadChecked, uploadedPage, uploadPage } from './pages/upload.tsx'
import { viewCsv, viewWorkbook } from './pages/view-files.ts'
import { viewsPage } from './pages/views.tsx'
import { sample } from './sample.ts'
import { everyMorning } from './store/commands-reminders.ts'
import { readBooksKind } from './store/commands-uploads.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { countWaitingSheets } from './store/queries-waiting.ts'
import { sheetsCommands } from './work/sheets-commands.ts'

/** 依頼シート: rounds of sheets to the departments, answered on screen or in Excel, approved, returned or accepted. */
export const requestSheets: Feature = {
  id: 'request-sheets',
  label: '依頼シート',
  permissions,
  actionLabels,
  pages: [
    sheetsPage,
    newRoundPage,
    templatesPage,
    templatePage,
    templateFieldPage,
    approvePage,
    roundPage,
    roundBoardFile,
    extensionPage,
    hearingsPage,
    uploadPage,
    uploadedPage,
    uploadChecked,
    compilationPage,
    viewsPage,
    roundPaperPage,
    viewCsv,
    viewWorkbook,
    unitWorkbookPage,
    unitWorkbookApplyPage,
    unitWorkbookFile,
    unitWorkbookChecked,
    sheetPage,
    relatedSheetPage,
    sheetFilesPage,
    sheetFilePage,
  ],
  jobs: [
    {
      kind: readBooksKind,
      label: 'まとめて戻したExcelの確認',
      module: new URL('./work/read-books-work.ts', import.meta.url),
      action: 'take-in-books',
    },
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
  commands: sheetsCommands,
  daily: everyMorning,
  migrations,
  sample,
  lintContext: lintFacts,
}

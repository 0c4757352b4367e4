import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { comparisonFile, comparisonPage } from './pages/comparison.tsx'
import { conceptPage } from './pages/concept.tsx'
import { deletedPage, deletePage } from './pages/deletion.tsx'
import { figuresDoor, figuresPage } from './pages/figures.tsx'
import { importApplyPage, importPage } from './pages/import.tsx'
import { indicatorEditorPage } from './pages/indicator-editor.tsx'
import { itemEvidencePage } from './pages/item-evidence.tsx'
import { itemIndicatorsPage } from './pages/item-indicators.tsx'
import { itemLinksPage } from './pages/item-links.tsx'
import { itemTextPage } from './pages/item-text.tsx'
import { lintCsv, lintDoor, lintPage } from './pages/lint-page.tsx'
import { newPlanPage } from './pages/new-plan.tsx'
import { planList, plansDoor } from './pages/plan-list.tsx'
import { planTreePage } from './pages/plan-tree-page.tsx'
import { viewsDoor, viewsPage } from './pages/plan-views.tsx'
import { projectPage } from './pages/project.tsx'
import { projectsDoor, projectsPage } from './pages/projects.tsx'
import { rulePage, rulesPage } from './pages/rules.tsx'
import { todayPage } from './pages/today.tsx'
import { versionDecisionPage } from './pages/version-decision.tsx'
import { versionJson, versionsDoor, versionsPage } from './pages/versions.tsx'
import { waivePage } from './pages/waive.tsx'
import { waiversPage } from './pages/waivers.tsx'
import { workbookApplyPage, workbookFile, workbookPage } from './pages/workbook.tsx'
import { sample } from './sample.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { countErrors } from './store/queries/lint.ts'
import { planCommands } from './work/commands.ts'

/** 計画: the tree of measures with indicators, its checks and its versions. */
export const plan: Feature = {
  id: 'plan',
  label: '計画',
  permissions,
  actionLabels,
  pages: [
    todayPage,
    plansDoor,
    planList,
    newPlanPage,
    importPage,
    importApplyPage,
    workbookPage,
    workbookApplyPage,
    workbookFile,
    comparisonPage,
    comparisonFile,
    projectsDoor,
    projectsPage,
    projectPage,
    viewsDoor,
    viewsPage,
    figuresDoor,
    figuresPage,
    planTreePage,
    conceptPage,
    deletedPage,
    deletePage,
    itemTextPage,
    itemIndicatorsPage,
    itemLinksPage,
    itemEvidencePage,
    indicatorEditorPage,
    lintDoor,
    waivePage,
    waiversPage,
    rulesPage,
    rulePage,
    lintPage,
    lintCsv,
    versionsDoor,
    versionsPage,
    versionDecisionPage,
    versionJson,
  ],
  staffMenu: [
    { group: 'plan', label: '体系と施策', href: '/staff/plans', action: 'read-working-plan' },
    { group: 'plan', label: '事務事業', href: '/staff/projects', action: 'read-working-plan' },
    { group: 'plan', label: '横断の見方', href: '/staff/views', action: 'read-working-plan' },
    { group: 'plan', label: '統計値', href: '/staff/figures', action: 'read-working-plan' },
    {
      group: 'plan',
      label: '点検',
      href: '/staff/lint',
      action: 'read-working-plan',
      count: countErrors,
    },
    { group: 'publication', label: '版と公開', href: '/staff/versions', action: 'read-working-plan' },
  ],
  commands: planCommands,
  lintContext: lintFacts,
  migrations,
  sample,
}

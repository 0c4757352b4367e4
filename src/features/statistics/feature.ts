import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { citiesPage } from './pages/cities.tsx'
import { cityPage } from './pages/city.tsx'
import { comparedItemPage, comparisonFile, comparisonPage, comparisonWorkbook } from './pages/comparison.tsx'
import { datasetPage } from './pages/dataset.tsx'
import { datasetsPage } from './pages/datasets.tsx'
import { groupsPage } from './pages/groups.tsx'
import { importApplyPage, importPage } from './pages/import.tsx'
import { publicComparisonPage } from './pages/public-comparison.tsx'
import { publicSeriesPage } from './pages/public-series.tsx'
import { seriesPage } from './pages/series.tsx'
import { updatesPage } from './pages/updates.tsx'
import { sample } from './sample.ts'
import { migrations } from './store/migrations.ts'
import { statisticsCommands } from './work/commands.ts'

/** 統計: the city in figures and beside other cities, from published files. */
export const statistics: Feature = {
  id: 'statistics',
  label: '統計',
  permissions,
  actionLabels,
  pages: [
    datasetsPage,
    importPage,
    importApplyPage,
    datasetPage,
    citiesPage,
    cityPage,
    seriesPage,
    comparisonPage,
    comparisonFile,
    comparisonWorkbook,
    comparedItemPage,
    groupsPage,
    updatesPage,
    publicSeriesPage,
    publicComparisonPage,
  ],
  staffMenu: [
    {
      group: 'basics',
      label: '統計・都市間比較',
      href: '/staff/statistics',
      action: 'read-statistics',
    },
  ],
  commands: statisticsCommands,
  migrations,
  sample,
}

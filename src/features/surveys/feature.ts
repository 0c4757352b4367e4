import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { migrations } from './store/migrations.ts'
import { surveyCommands } from './work/commands.ts'

/** 市民意向調査: so far the analysis of answers on files. */
export const surveys: Feature = {
  id: 'surveys',
  label: '市民意向調査',
  permissions,
  actionLabels,
  pages: [],
  commands: surveyCommands,
  migrations,
}

import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { migrations } from './store/migrations.ts'
import { frameCommands } from './work/commands.ts'

/** 計画フレーム: projections of residents and how far they can be trusted. */
export const planningFrame: Feature = {
  id: 'planning-frame',
  label: '計画フレーム',
  permissions,
  actionLabels,
  pages: [],
  commands: frameCommands,
  migrations,
}

import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { framePages } from './pages/frame-pages.ts'
import { sample } from './sample.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { findAdoptedFrame } from './store/queries.ts'
import { frameCommands } from './work/commands.ts'

/** 計画フレーム: projections of residents, how far they can be trusted, and the number the plan rests on. */
export const planningFrame: Feature = {
  id: 'planning-frame',
  label: '計画フレーム',
  permissions,
  actionLabels,
  pages: framePages,
  staffMenu: [{ group: 'basics', label: '計画フレーム', href: '/staff/frame', action: 'read-scenarios' }],
  commands: frameCommands,
  migrations,
  async publicPaths(context) {
    const frame = await findAdoptedFrame(context)
    return frame ? ['/population', '/population/values.csv', '/population/chart.svg'] : []
  },
  sample,
  lintContext: lintFacts,
}

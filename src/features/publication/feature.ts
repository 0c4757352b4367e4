import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { checksPage } from './pages/checks.tsx'
import { conceptPage } from './pages/concept.tsx'
import { homePage } from './pages/home.tsx'
import { indicatorCsv, indicatorPage } from './pages/indicator.tsx'
import { indicatorsPage } from './pages/indicators.tsx'
import { itemPage } from './pages/item.tsx'
import { planPage } from './pages/plan.tsx'
import { bookFile, booksDoor, booksPage, jobPage } from './pages/staff-books.tsx'
import { publicationCommands } from './work/commands.ts'

const bookWork = new URL('./work/book-work.ts', import.meta.url)

/** 公表: the public site of the plan, the plan book and the digest. */
export const publication: Feature = {
  id: 'publication',
  label: '公表',
  permissions,
  actionLabels,
  pages: [
    homePage,
    planPage,
    conceptPage,
    checksPage,
    itemPage,
    indicatorsPage,
    indicatorCsv,
    indicatorPage,
    accessibilityPage,
    aboutPage,
    booksDoor,
    booksPage,
    jobPage,
    bookFile,
  ],
  publicMenu: [
    { label: '総合計画', href: '/' },
    { label: '計画を読む', href: '/plan' },
    { label: '数字で見る', href: '/indicators' },
  ],
  publicFooter: [
    { label: '点検の例外', href: '/plan/checks' },
    { label: 'ウェブアクセシビリティ方針', href: '/accessibility' },
    { label: 'このサイトについて', href: '/about' },
  ],
  staffMenu: [{ group: 'publication', label: '計画書・概要版', href: '/staff/books', action: 'make-book' }],
  jobs: [
    { kind: 'plan-book', label: '計画書', module: bookWork, action: 'make-book' },
    { kind: 'digest', label: '概要版', module: bookWork, action: 'make-book' },
  ],
  commands: publicationCommands,
  migrations: {},
  async publicPaths(context) {
    const shown = await findPublicPlan(context)
    const fixed = ['/', '/plan', '/plan/concept', '/plan/checks', '/indicators', '/accessibility', '/about']
    if (!shown) return fixed
    const items = [...shown.items.values()].filter(({ kind }) => kind !== 'program')
    const indicators = shown.plan.indicators.flatMap(({ id }) => [
      `/indicators/${id}`,
      `/indicators/${id}/values.csv`,
    ])
    return [...fixed, ...items.map(({ id }) => `/plan/items/${id}`), ...indicators]
  },
}

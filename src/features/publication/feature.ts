import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import {
  findPublicPlan,
  getPublicVersion,
  listPublicVersions,
} from '#src/features/plan/store/queries/public.ts'
import type { Context } from '#src/platform/context.ts'
import type { Feature } from '#src/platform/feature.ts'
import { bookKindNames, bookKinds } from './core/book-kinds.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { checksPage } from './pages/checks.tsx'
import { conceptPage } from './pages/concept.tsx'
import { diffDocument, diffJson, diffPage } from './pages/diff.tsx'
import { evidencePage, sourcePage, threadsCsv, threadsJson } from './pages/evidence.tsx'
import { homePage } from './pages/home.tsx'
import { indicatorCsv, indicatorPage } from './pages/indicator.tsx'
import { indicatorsPage } from './pages/indicators.tsx'
import { itemPage } from './pages/item.tsx'
import { ledgerPage } from './pages/ledger.tsx'
import { planPage } from './pages/plan.tsx'
import { searchPage } from './pages/search.tsx'
import { bookFile, booksDoor, booksPage, jobPage } from './pages/staff-books.tsx'
import { indicatorThreadPage, itemThreadCsv, itemThreadJson, itemThreadPage } from './pages/thread.tsx'
import { versionItemPage, versionPage } from './pages/version.tsx'
import { versionsPage } from './pages/versions.tsx'
import { viewsPage } from './pages/views.tsx'
import { lintFacts } from './store/lint-facts.ts'
import { listThreads } from './store/queries/threads.ts'
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
    versionsPage,
    versionPage,
    versionItemPage,
    diffPage,
    diffJson,
    diffDocument,
    searchPage,
    viewsPage,
    ledgerPage,
    itemThreadCsv,
    itemThreadJson,
    itemThreadPage,
    itemPage,
    evidencePage,
    threadsCsv,
    threadsJson,
    sourcePage,
    indicatorsPage,
    indicatorCsv,
    indicatorThreadPage,
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
    { label: 'さがす', href: '/search' },
  ],
  publicFooter: [
    { label: 'これまでの版と変更', href: '/plan/versions' },
    { label: '計画の根拠', href: '/evidence' },
    { label: '変更台帳', href: '/plan/ledger' },
    { label: '点検の例外', href: '/plan/checks' },
    { label: 'ウェブアクセシビリティ方針', href: '/accessibility' },
    { label: 'このサイトについて', href: '/about' },
  ],
  staffMenu: [{ group: 'publication', label: '計画書・概要版', href: '/staff/books', action: 'make-book' }],
  jobs: bookKindNames.map((kind) => ({
    kind,
    label: bookKinds[kind].label,
    module: bookWork,
    action: 'make-book',
  })),
  commands: publicationCommands,
  migrations: {},
  lintContext: lintFacts,
  async publicPaths(context) {
    const shown = await findPublicPlan(context)
    const fixed = [
      '/',
      '/plan',
      '/plan/concept',
      '/plan/views',
      '/plan/checks',
      '/plan/versions',
      '/plan/ledger',
      '/evidence',
      '/indicators',
      '/search',
      '/accessibility',
      '/about',
    ]
    if (!shown) return fixed
    const items = [...shown.items.values()].filter(({ kind }) => kind !== 'program')
    const indicators = shown.plan.indicators.flatMap(({ id }) => [
      `/indicators/${id}`,
      `/indicators/${id}/thread`,
      `/indicators/${id}/values.csv`,
    ])
    return [
      ...fixed,
      ...items.flatMap(({ id }) => [`/plan/items/${id}`, ...threadPaths(`/plan/items/${id}/thread`)]),
      ...(await sourcePaths(context, shown)),
      ...indicators,
      ...(await versionPaths(context)),
    ]
  },
}

const threadPaths = (path: string) => [path, `${path}.csv`, `${path}.json`]

/** Everything the plan rests on, each with what it led to, and the pages of the series it cites. */
async function sourcePaths(context: Context, shown: PublicPlan): Promise<string[]> {
  const sources = (await listThreads(context, shown)).map(({ source }) => source)
  const keys = new Set(sources.map(({ key }) => `/evidence/${key}`))
  const series = new Set(
    sources.flatMap(({ href }) => (href.startsWith('/statistics/') ? (href.split('#')[0] ?? []) : [])),
  )
  return ['/evidence/threads.csv', '/evidence/threads.json', ...keys, ...series]
}

/** Every published version with its items as they stood, and what changed from each to the next. */
async function versionPaths(context: Context): Promise<string[]> {
  const versions = await listPublicVersions(context)
  const paths: string[] = []
  for (const [position, { id }] of versions.entries()) {
    const { items } = await getPublicVersion(context, id)
    const pages = [...items.values()].filter(({ kind }) => kind !== 'program')
    paths.push(`/plan/versions/${id}`, ...pages.map((item) => `/plan/versions/${id}/items/${item.id}`))
    const before = versions[position + 1]
    if (!before) continue
    const diff = `/plan/diff/${before.id}...${id}`
    paths.push(diff, `${diff}/changes.json`, `${diff}/comparison.docx`)
  }
  return paths
}

import type { Feature } from '#src/platform/feature.ts'
import { materialHref } from './core/materials.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { commentCasePage, commentsPage } from './pages/comments.tsx'
import { easyPage, materialFile } from './pages/material.tsx'
import { readPage } from './pages/read.tsx'
import { resultPage } from './pages/result.tsx'
import { resultCsv, resultPdf, resultWorkbook } from './pages/result-files.ts'
import { staffCasePage } from './pages/staff-case.tsx'
import { editCasePage, newCasePage, staffCasesPage } from './pages/staff-cases.tsx'
import { classListPage, classListsPage } from './pages/staff-classes.tsx'
import { caseIntakePage } from './pages/staff-intake.tsx'
import { repliesPage, replyPage } from './pages/staff-replies.tsx'
import { staffResultPage } from './pages/staff-result.tsx'
import { routesPage } from './pages/staff-routes.tsx'
import { lookUpPage, tracePage } from './pages/trace.tsx'
import { writePage } from './pages/write.tsx'
import { sample } from './sample.ts'
import { lintFacts } from './store/lint-facts.ts'
import { migrations } from './store/migrations.ts'
import { listPublicCases } from './store/queries/cases.ts'
import { listMaterials } from './store/queries/materials.ts'
import { listPlaces } from './store/queries/places.ts'

/** パブリックコメント: cases, intake, the municipality's replies, the result, and the way of each comment. */
export const publicComment: Feature = {
  id: 'public-comment',
  label: 'パブリックコメント',
  permissions,
  actionLabels,
  pages: [
    commentsPage,
    commentCasePage,
    readPage,
    easyPage,
    materialFile,
    writePage,
    resultPage,
    resultCsv,
    resultPdf,
    resultWorkbook,
    lookUpPage,
    tracePage,
    staffCasesPage,
    newCasePage,
    classListsPage,
    classListPage,
    editCasePage,
    staffCasePage,
    caseIntakePage,
    routesPage,
    repliesPage,
    replyPage,
    staffResultPage,
  ],
  publicMenu: [
    { label: '参加する', href: '/comments' },
    { label: '参加の予定', href: '/participation' },
    { label: 'いただいた声', href: '/voices' },
    { label: '意見のゆくえ', href: '/voice' },
  ],
  staffMenu: [
    { group: 'participation', label: 'パブリックコメント', href: '/staff/comments', action: 'read-cases' },
  ],
  migrations,
  sample,
  lintContext: lintFacts,
  async publicPaths(context) {
    const cases = await listPublicCases(context)
    const read = await Promise.all(
      cases.map(async ({ id, sheet }) =>
        (await listPlaces(context, sheet.versionId))
          .filter(({ id: place }) => place.startsWith('me_') && !place.includes('/'))
          .map(({ id: place }) => `/comments/${id}/items/${place}`),
      ),
    )
    const papers = await Promise.all(
      cases.map(async ({ id }) =>
        (await listMaterials(context, id))
          .filter(({ fileId }) => fileId !== undefined)
          .map(({ kind }) => materialHref(id, kind)),
      ),
    )
    return [
      '/comments',
      '/voice',
      ...read.flat(),
      ...papers.flat(),
      ...cases.flatMap(({ id, result }) => [
        `/comments/${id}`,
        `/comments/${id}/write`,
        `/comments/${id}/easy`,
        ...(result ? ['', '.csv', '.pdf', '.xlsx'].map((type) => `/comments/${id}/result${type}`) : []),
      ]),
    ]
  },
}

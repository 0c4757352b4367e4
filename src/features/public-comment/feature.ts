import type { Feature } from '#src/platform/feature.ts'
import { actionLabels, permissions } from './core/permissions.ts'
import { commentCasePage, commentsPage } from './pages/comments.tsx'
import { resultCsv, resultPage } from './pages/result.tsx'
import { staffCasePage } from './pages/staff-case.tsx'
import { editCasePage, newCasePage, staffCasesPage } from './pages/staff-cases.tsx'
import { caseIntakePage } from './pages/staff-intake.tsx'
import { repliesPage, replyPage } from './pages/staff-replies.tsx'
import { staffResultPage } from './pages/staff-result.tsx'
import { lookUpPage, tracePage } from './pages/trace.tsx'
import { writePage } from './pages/write.tsx'
import { sample } from './sample.ts'
import { migrations } from './store/migrations.ts'
import { listPublicCases } from './store/queries/cases.ts'

/** パブリックコメント: cases, intake, the municipality's replies, the result, and the way of each comment. */
export const publicComment: Feature = {
  id: 'public-comment',
  label: 'パブリックコメント',
  permissions,
  actionLabels,
  pages: [
    commentsPage,
    commentCasePage,
    writePage,
    resultPage,
    resultCsv,
    lookUpPage,
    tracePage,
    staffCasesPage,
    newCasePage,
    editCasePage,
    staffCasePage,
    caseIntakePage,
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
  async publicPaths(context) {
    const cases = await listPublicCases(context)
    return [
      '/comments',
      '/voice',
      ...cases.flatMap(({ id, result }) => [
        `/comments/${id}`,
        `/comments/${id}/write`,
        ...(result ? [`/comments/${id}/result`, `/comments/${id}/result.csv`] : []),
      ]),
    ]
  },
}

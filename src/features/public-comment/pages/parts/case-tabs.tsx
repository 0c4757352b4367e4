import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'

const tabs = [
  { path: '', label: '案件', action: 'read-cases' },
  { path: '/intake', label: '受付', action: 'take-in-comment' },
  { path: '/routes', label: '担当', action: 'read-replies' },
  { path: '/replies', label: '市の考え方', action: 'read-replies' },
  { path: '/result', label: '結果', action: 'read-replies' },
] as const

/** The work on one case as links: those the person may open. */
export function CaseTabs({
  actor,
  caseId,
  current,
}: {
  actor: Context['actor']
  caseId: string
  current: (typeof tabs)[number]['path']
}) {
  return (
    <nav class="dads-tab" aria-label="意見募集の画面">
      {tabs
        .filter(({ action }) => mayDo(actor, permissions, action))
        .map(({ path, label }) => (
          <a
            key={path}
            href={`/staff/comments/${caseId}${path}`}
            aria-current={path === current ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
    </nav>
  )
}

export const casesCrumb = { label: 'パブリックコメント', href: '/staff/comments' }

import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'

const tabs = [
  { href: '/staff/process', label: '工程', action: 'read-process' },
  { href: '/staff/process/mine', label: 'わたしの作業', action: 'read-process' },
  { href: '/staff/process/month', label: '月の予定', action: 'read-process' },
  { href: '/staff/process/late', label: '遅れと影響', action: 'read-process' },
  { href: '/staff/process/week', label: '週の報告', action: 'read-process' },
  { href: '/staff/process/changes', label: '予定の変更', action: 'read-process' },
  { href: '/staff/process/calendar', label: '予定表', action: 'subscribe-calendar' },
  { href: '/staff/process/outbox', label: 'メール', action: 'read-outbox' },
  { href: '/staff/process/settings', label: '設定', action: 'read-process' },
] as const

type TabsProps = { actor: Context['actor']; current: (typeof tabs)[number]['href'] }

/** The parts of 工程と期限 as links: those the person may open. */
export function ProcessTabs({ actor, current }: TabsProps) {
  const open = tabs.filter(({ action }) => mayDo(actor, permissions, action))
  return (
    <nav class="dads-tab" aria-label="工程と期限の画面">
      {open.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

export const processCrumb = { label: '工程と期限', href: '/staff/process' }
export const taskAddress = (taskId: string) => `/staff/process/tasks/${taskId}`

/** While there is no process: what to do next. */
export function NoProcess({ actor }: { actor: Context['actor'] }) {
  return (
    <>
      <div class="sb-title">
        <h1>工程と期限</h1>
      </div>
      <div class="sb-box l-flow">
        <p>
          <b>まだ工程がありません。</b>
        </p>
        {mayDo(actor, permissions, 'make-process') ? (
          <p>
            <a href="/staff/process/new">工程をつくる</a>
            と、段階・作業・期限がここに並びます。2か年のひな形から始められます。
          </p>
        ) : (
          <p>企画（事務局）が工程をつくると、ここに並びます。</p>
        )}
      </div>
    </>
  )
}

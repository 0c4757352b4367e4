import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'

const tabs = [
  { href: '/staff/organization', label: '組織', action: 'read-units' },
  { href: '/staff/organization/reorganization', label: '組織改編', action: 'read-units' },
  { href: '/staff/organization/people', label: '職員', action: 'read-people' },
  { href: '/staff/organization/subcommittees', label: '専門部会', action: 'read-subcommittees' },
  { href: '/staff/organization/import', label: 'CSVの取り込み', action: 'import-units' },
  { href: '/staff/organization/municipality', label: '市町村', action: 'read-municipality' },
] as const

type TabsProps = { actor: Context['actor']; current: (typeof tabs)[number]['href'] }

/** The parts of 組織・職員 as links: those the person may open. */
export function OrganizationTabs({ actor, current }: TabsProps) {
  const open = tabs.filter(({ action }) => mayDo(actor, permissions, action))
  return (
    <nav class="dads-tab" aria-label="組織・職員の画面">
      {open.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

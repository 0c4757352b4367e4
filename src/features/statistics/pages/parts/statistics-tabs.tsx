import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import {
  citiesAddress,
  comparisonAddress,
  datasetsAddress,
  groupsAddress,
  importAddress,
  updatesAddress,
} from './addresses.ts'

const tabs = [
  { href: citiesAddress, label: '都市の姿', action: 'read-statistics' },
  { href: comparisonAddress, label: '都市間比較', action: 'read-statistics' },
  { href: groupsAddress, label: '比較グループ', action: 'read-statistics' },
  { href: datasetsAddress, label: '資料', action: 'read-statistics' },
  { href: updatesAddress, label: '更新できます', action: 'read-statistics' },
  { href: importAddress, label: '取り込み', action: 'import-statistics' },
] as const

type TabsProps = { actor: Context['actor']; current: (typeof tabs)[number]['href'] }

/** The parts of 統計 as links: those the person may open. */
export function StatisticsTabs({ actor, current }: TabsProps) {
  const open = tabs.filter(({ action }) => mayDo(actor, permissions, action))
  return (
    <nav class="dads-tab" aria-label="統計の画面">
      {open.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

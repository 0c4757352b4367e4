import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Feature, type StaffGroup, staffGroups } from '#src/platform/feature.ts'

export type MenuEntry = { label: string; href: string; isCurrent: boolean; count?: number }
export type MenuGroup = { label: string; number?: number; entries: MenuEntry[] }

/** The public menu: what exists, in the order of the planning process. */
export function publicMenu(features: readonly Feature[], path: string): MenuEntry[] {
  const entries = features.flatMap((feature) => feature.publicMenu ?? [])
  const current = longestMatch(entries, path)
  return entries.map((entry) => ({ ...entry, isCurrent: entry.href === current }))
}

/** The staff menu: what exists and the person may open, grouped by the steps of the planning process. */
export async function staffMenu(
  features: readonly Feature[],
  context: Context,
  path: string,
): Promise<MenuGroup[]> {
  const open = features.flatMap((feature) =>
    (feature.staffMenu ?? []).filter(({ action }) => mayDo(context.actor, feature.permissions, action)),
  )
  const current = longestMatch(open, path)
  const entries = await Promise.all(
    open.map(async ({ group, label, href, count }) => {
      const waiting = await count?.(context)
      return { group, label, href, isCurrent: href === current, ...(waiting ? { count: waiting } : {}) }
    }),
  )
  const groups = Object.keys(staffGroups) as StaffGroup[]
  return groups.flatMap((group, position) => {
    const own = entries.filter((entry) => entry.group === group)
    if (own.length === 0) return []
    const number = group === 'system' ? {} : { number: position + 1 }
    return [{ label: staffGroups[group], ...number, entries: own }]
  })
}

type Covering = { href: string; covers?: readonly string[] }

/** The entry a page belongs to: the one with the longest address that begins the page's. */
function longestMatch(entries: readonly Covering[], path: string): string | undefined {
  const fitting = entries
    .flatMap(({ href, covers = [] }) => [href, ...covers].map((start) => ({ href, start })))
    .filter(({ start }) => path === start || (start !== '/' && path.startsWith(`${start}/`)))
  return fitting.sort((a, b) => b.start.length - a.start.length)[0]?.href
}

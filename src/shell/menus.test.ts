import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import type { Feature } from '#src/platform/feature.ts'
import { staffMenu } from './menus.ts'

const entry = { group: 'making' as const, action: 'read' }
const feature: Feature = {
  id: 'deliberation',
  label: '会議',
  permissions: { read: ['viewer'] },
  actionLabels: { read: '読む' },
  pages: [],
  migrations: {},
  staffMenu: [
    { ...entry, label: '会議', href: '/staff/meetings', covers: ['/staff/bills'] },
    { ...entry, label: '議案の控え', href: '/staff/bills/kept' },
  ],
}
const context = { actor: { id: 'viewer', roles: ['viewer'] } } as unknown as Context

test.each([
  ['/staff/meetings/mt_1', '会議'],
  ['/staff/bills', '会議'],
  ['/staff/bills/bl_1', '会議'],
  ['/staff/bills/kept/1', '議案の控え'],
  ['/staff/billsboard', undefined],
])('the page %s stands under %s', async (path, label) => {
  const menu = await staffMenu([feature], context, path)
  expect(menu.flatMap(({ entries }) => entries).find(({ isCurrent }) => isCurrent)?.label).toBe(label)
})

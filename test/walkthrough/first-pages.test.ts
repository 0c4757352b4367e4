import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { Visitor } from './visitor.ts'

/** The first page of residents and that of the office: what is going on today, from every room. */

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('a resident sees where the making stands, what comes next, what changed, and where to write', async () => {
  const resident = await new Visitor(town.address).open('/')
  expect(resident.words).toContain('いま、どこにいるか')
  expect(resident.all('.sb-route [aria-current="step"]')).toHaveLength(1)
  const days = resident.all('[aria-labelledby="news"] .sb-rows__when')
  expect(days.length).toBeGreaterThan(1)
  expect(resident.all('[aria-labelledby="coming"] li').length).toBeGreaterThan(0)
  await resident.follow('意見を書く')
  expect(resident.path).toMatch(/^\/comments\/cc_\w+\/write$/)
  expect(resident.status).toBe(200)
})

test('every link of the first page leads somewhere', async () => {
  const resident = await new Visitor(town.address).open('/')
  const addresses = new Set(
    resident.all('main a[href^="/"]').map((link) => link.getAttribute('href')?.split('#')[0] ?? ''),
  )
  expect(addresses.size).toBeGreaterThan(20)
  const wrong: string[] = []
  for (const address of addresses) {
    const tab = await resident.tab().open(address)
    if (tab.status !== 200) wrong.push(`${tab.status} ${address}`)
  }
  expect(wrong).toEqual([])
})

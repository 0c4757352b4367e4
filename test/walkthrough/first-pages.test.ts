import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { colleagueIn } from './sheets-office.ts'
import { Visitor } from './visitor.ts'

/** The first page of residents and that of the office: what is going on today, from every room. */

let town: Town
let secretariat: Visitor
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
  expect(await deadLinks(resident)).toEqual([])
})

test('the secretariat sees what waits in every room, what is late first, and can go there', async () => {
  secretariat = await firstOfficer(town)
  const officer = await secretariat.open('/staff')
  for (const words of ['今日すること', '点検で止まる指摘', '期限を過ぎた照会', '分類を待つ声', '近い期限'])
    expect(officer.words).toContain(words)
  const tasks = officer.all('[aria-labelledby="work"] li')
  expect(tasks.length).toBeGreaterThan(3)
  expect(tasks[0]?.querySelector('.sb-due--late')).not.toBeNull()
  expect(officer.all('[aria-labelledby="arrivals"] svg[role="img"] desc')).toHaveLength(1)
  expect(await deadLinks(officer)).toEqual([])
})

test('a section sees its own sheets and tasks, and nothing of another section', async () => {
  const { db } = town
  const late = await db
    .selectFrom('requestSheets')
    .select(['unitId'])
    .where('state', '=', 'sent')
    .orderBy('dueOn')
    .executeTakeFirstOrThrow()
  const own = String(late['unitId'])
  const editor = await colleagueIn(own, secretariat, { name: '入力 一郎', role: 'section-editor' })
  await editor.open('/staff')
  expect(editor.words).toContain('答える依頼シート')
  expect(editor.words).toContain('枚に答える')
  expect(editor.words).not.toContain('依頼シートを催促する')
  expect(editor.words).not.toContain('分類を待つ声')
  expect(await deadLinks(editor)).toEqual([])
})

/** Addresses of the main part that do not answer with a page. */
async function deadLinks(visitor: Visitor): Promise<string[]> {
  const addresses = new Set(
    visitor.all('main a[href^="/"]').map((link) => link.getAttribute('href')?.split('#')[0] ?? ''),
  )
  expect(addresses.size).toBeGreaterThan(4)
  const wrong: string[] = []
  for (const address of addresses) {
    const tab = await visitor.tab().open(address)
    if (tab.status !== 200) wrong.push(`${tab.status} ${address}`)
  }
  return wrong
}

test('the way through the gates leads to exactly what stops the plan there', async () => {
  const officer = await secretariat.open('/staff/lint')
  const link = officer.all('[aria-labelledby="gates"] a[href*="gate="]')[0]
  const count = Number(/\d+/.exec(link?.textContent?.replace(/^止まる指摘 /, '') ?? '')?.[0])
  expect(count).toBeGreaterThan(0)
  await officer.open(link?.getAttribute('href') ?? '')
  expect(officer.all('[aria-labelledby="findings"] tbody tr')).toHaveLength(count)
})

test('who writes a measure has beside the text what residents say of it', async () => {
  const officer = await secretariat.open('/staff/plans')
  await officer.follow('健康づくり')
  const heard = officer.all('[aria-labelledby="heard"]')[0]?.textContent ?? ''
  expect(heard).toMatch(/満足度 \d+項目中\d+位、重要度 \d+位/)
  await officer.follow('根拠と、その先をたどる')
  expect(officer.status).toBe(200)
})

import type { Browser, Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { narrow, personIn, watch } from './browser.ts'
import { type People, problemsOf } from './page-checks.ts'
import type { Check } from './run.ts'

type Given = { town: Town; browser: Browser; people: People; shots?: string | undefined }

/** What a body is told and given: the notice of a meeting, sheets laid before it, and both as a member sees them. */
export function givenChecks({ town, browser, people, shots }: Given): Check[] {
  const looked = async (page: Page, name: string) => {
    const found = await problemsOf(page)
    if (shots) await page.screenshot({ path: `${shots}/given-${name}-wide.png`, fullPage: true })
    await page.setViewportSize(narrow)
    found.push(...(await problemsOf(page, 'narrow')).map((problem) => `narrow: ${problem}`))
    if (shots) await page.screenshot({ path: `${shots}/given-${name}-narrow.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
    return found.map((problem) => `${name}: ${problem}`)
  }
  const run = async () => {
    const page = await people.officer.wide.newPage()
    const seen = watch(page, town.address)
    const found: string[] = []
    const called = await town.db
      .selectFrom('meetings')
      .select(['id', 'bodyId'])
      .where('state', '=', 'called')
      .executeTakeFirstOrThrow()
    await page.goto(`${town.address}/staff/meetings/${called['id']}`)
    await page.getByText('手紙や電話で知らせたことを記録する').click()
    found.push(...(await looked(page, 'notice')))
    await page.goto(`${town.address}/staff/bodies/${called['bodyId']}/access`)
    found.push(...(await looked(page, 'access')))
    await sent(page, '入口をつくる')
    const link = (await page.locator('main code').first().textContent()) ?? ''
    const code = (await page.locator('.sb-codes code').first().textContent()) ?? ''
    const laid = await town.db
      .selectFrom('requestSheets')
      .select(['id', 'roundId'])
      .where('state', '=', 'answered')
      .orderBy('order')
      .executeTakeFirstOrThrow()
    await page.goto(`${town.address}/staff/drafts/sheets?round=${laid['roundId']}`)
    await page.locator(`input[value="${laid['id']}"]`).check()
    await page.getByLabel('会議体', { exact: true }).selectOption(String(called['bodyId']))
    await sent(page, '選んだシートを委員に示す')
    found.push(...(await looked(page, 'laid')))
    const member = (await personIn(browser)).wide
    const own = await member.newPage()
    await own.goto(link)
    await own.getByRole('textbox', { name: '確認コード' }).fill(code)
    await sent(own, '入る')
    found.push(...(await looked(own, 'member-home')))
    await own.goto(`${town.address}/members/sheets/${laid['id']}`)
    found.push(...(await looked(own, 'member-sheet')))
    await member.close()
    await page.close()
    return [...found, ...seen]
  }
  return [{ name: 'what a body is told and given', run }]
}

/** Presses a button and waits for the page it leads to. */
const sent = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()])

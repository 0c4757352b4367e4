import type { Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { boardIsShared } from './board-checks.ts'
import { watch } from './browser.ts'
import { sliderAgreesWithServer } from './frame-checks.ts'
import type { People } from './page-checks.ts'
import type { Check } from './run.ts'

type Islands = { town: Town; people: People }

/** What scripts add on top of complete pages, each tried as a person would. */
export function islandChecks({ town, people }: Islands): Check[] {
  const check = (name: string, run: (page: Page) => Promise<string[]>): Check => ({
    name: `island: ${name}`,
    run: async () => {
      const page = await people.officer.wide.newPage()
      const seen = watch(page, town.address)
      page.on('dialog', (dialog) => dialog.accept())
      const problems = await run(page)
      await page.close()
      return [...problems, ...seen]
    },
  })
  const open = (page: Page, path: string) => page.goto(town.address + path)
  return [
    check('a measure is dragged to the place above another', async (page) => {
      await open(page, '/staff/plans')
      const rows = page.locator('li[data-kind="measure"]')
      const order = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-item')))
      const before = await order()
      await rows.nth(0).locator('.sb-drag').first().dragTo(rows.nth(2).locator('.sb-tree__row').first())
      await page.waitForURL(/notice=moved/)
      const after = await order()
      const wished = [before[1], before[0], ...before.slice(2)]
      return after.join() === wished.join() ? [] : [`order: ${after.slice(0, 4).join(' ')}`]
    }),
    check('the preview follows what is typed', async (page) => {
      await open(page, await firstMeasure(page, town))
      const preview = page.locator('markdown-preview').first()
      await preview.locator('summary').click()
      await preview.locator('textarea').fill('**とても**大事です。<script>alert(1)</script>')
      const html = await preview.locator('.dads-disclosure__body').innerHTML()
      const problems = html.includes('<strong>とても</strong>') ? [] : [`preview: ${html.slice(0, 200)}`]
      return html.includes('<script') ? [...problems, 'script in the preview'] : problems
    }),
    check('numbers that can be quoted are offered while typing, and a bare number is told', async (page) => {
      await open(page, await firstMeasure(page, town))
      const field = page.getByLabel('現状')
      await field.fill('利用者は1,234人です。')
      const told = await page.getByText('出典のない数：1,234人').count()
      await field.fill('人口は{{')
      await page.getByRole('list', { name: '差し込む数' }).getByRole('button').first().click()
      const text = await field.inputValue()
      const problems = told === 1 ? [] : ['the bare number is not told']
      return /^人口は\{\{(in|dp)_[0-9a-z]{10}[^}]*\}\}$/.test(text)
        ? problems
        : [...problems, `text: ${text}`]
    }),
    check('what is typed is kept as a draft within ten seconds and offered later', async (page) => {
      const path = await firstMeasure(page, town)
      await open(page, path)
      await page.getByLabel('めざす姿').fill('書きかけの文です。')
      await page.getByText('下書きを預かりました').waitFor({ timeout: 15_000 })
      await open(page, path)
      return (await page.getByText('下書き').count()) > 0 ? [] : ['no draft is offered']
    }),
    check('the summary of mistakes takes the focus', async (page) => {
      await open(page, '/staff/plans/new')
      await page.getByLabel('計画の名前').evaluate((field) => field.removeAttribute('required'))
      await page.getByRole('button', { name: '始める' }).click()
      await page.locator('.sb-error-summary').waitFor()
      const focused = await page.evaluate(() => document.activeElement?.className ?? '')
      return focused.includes('sb-error-summary') ? [] : [`focus is on ${focused || 'nothing'}`]
    }),
    check('the first tab stop leads to the main part, and focus is visible', async (page) => {
      await open(page, '/plan')
      await page.keyboard.press('Tab')
      const outline = await page.evaluate(() => {
        const focused = document.activeElement
        return {
          words: focused?.textContent?.trim() ?? '',
          width: focused ? getComputedStyle(focused).outlineWidth : '',
        }
      })
      const problems = outline.words === '本文へ移動' ? [] : [`first stop: ${outline.words}`]
      if (Number.parseFloat(outline.width) < 2) problems.push(`outline: ${outline.width}`)
      await page.keyboard.press('Enter')
      const place = await page.evaluate(() => document.activeElement?.id)
      return place === 'main' ? problems : [...problems, `lands on ${place}`]
    }),
    check('a projection follows the slider, with the numbers of the server', (page) =>
      sliderAgreesWithServer(page, town),
    ),
    check(
      'a rule shows what it meets while it is written, and a mistake without losing the words',
      async (page) => {
        await open(page, '/staff/voices/rules')
        await page
          .getByRole('link', { name: /^規則を書く/ })
          .first()
          .click()
        const field = page.getByLabel('規則', { exact: true })
        await field.fill('バス')
        await page
          .getByRole('status')
          .getByText(/当てはまる [1-9]\d*件/)
          .waitFor()
        const marked = await page.locator('[data-trial] mark').allTextContents()
        const problems =
          marked.length > 0 && marked.every((word) => word.includes('バス')) ? [] : [`marked: ${marked}`]
        await field.fill('バス and (')
        await page.getByRole('status').getByText('まだ規則として読めません').waitFor()
        return (await field.inputValue()) === 'バス and (' ? problems : [...problems, 'the rule is gone']
      },
    ),
    check('a board is shared: cards of others appear, keys and mouse move them', async (page) => {
      const other = await people.officer.narrow.newPage()
      const problems = await boardIsShared(page, other, town)
      await other.close()
      return problems
    }),
    check('at 320 px and at 400 % nothing scrolls sideways', async (page) => {
      const problems: string[] = []
      await page.setViewportSize({ width: 320, height: 640 })
      for (const path of ['/', '/plan', '/plan/concept', '/indicators', await publicMeasure(page, town)]) {
        await open(page, path)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (over > 0) problems.push(`${path}: ${over} px`)
      }
      return problems
    }),
  ]
}

async function firstMeasure(page: Page, town: Town): Promise<string> {
  await page.goto(`${town.address}/staff/plans`)
  const link = page.locator('li[data-kind="measure"] a[href*="/items/me_"]').nth(4)
  return new URL((await link.getAttribute('href')) ?? '', page.url()).pathname
}

async function publicMeasure(page: Page, town: Town): Promise<string> {
  await page.goto(`${town.address}/plan`)
  const link = page.locator('a[href^="/plan/items/me_"]').first()
  return (await link.getAttribute('href')) ?? ''
}

import type { Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { watch } from './browser.ts'

/** Two people at one board: a card of one appears at the other, and is moved by keys and by mouse. */
export async function boardIsShared(one: Page, other: Page, town: Town): Promise<string[]> {
  const seen = watch(other, town.address)
  await one.goto(`${town.address}/staff/sessions`)
  const link = one.getByRole('link', { name: '10年後のまちを話すワールドカフェ' })
  const board = `${await link.getAttribute('href')}/board`
  await one.goto(town.address + board)
  await other.goto(town.address + board)
  const problems: string[] = []
  const words = `川沿いに灯りを ${Date.now()}`
  await other.getByLabel('見出し').first().fill('書きかけ')
  await one.getByLabel('付箋（書かれたとおり・話されたとおり）').fill(words)
  await one.getByRole('button', { name: '足す', exact: true }).click()
  await other.locator('[data-note]', { hasText: words }).waitFor({ timeout: 8000 })
  if ((await other.getByLabel('見出し').first().inputValue()) !== '書きかけ')
    problems.push('what the other was typing is gone')
  if (new URL(one.url()).pathname !== board) problems.push(`left the page: ${one.url()}`)
  const card = (page: Page) => page.locator('[data-note]', { hasText: words })
  const headingOf = async (page: Page) =>
    card(page).evaluate((found) => found.closest('[data-heading]')?.getAttribute('data-heading') ?? 'nowhere')
  await card(one).locator('[data-handle]').focus()
  await one.keyboard.press('ArrowRight')
  await one.locator('[data-heading]:not([data-heading=""])', { hasText: words }).waitFor()
  const moved = await headingOf(one)
  await other.locator(`[data-heading="${moved}"]`, { hasText: words }).waitFor({ timeout: 8000 })
  const focus = await one.evaluate(() => document.activeElement?.hasAttribute('data-handle') ?? false)
  if (!focus) problems.push('the focus does not stay with the card')
  await card(one)
    .locator('[data-handle]')
    .dragTo(one.locator('[data-heading=""]'), { targetPosition: { x: 20, y: 10 } })
  await one.locator('[data-heading=""]', { hasText: words }).waitFor()
  return [...problems, ...seen]
}

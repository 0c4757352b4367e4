import type { Page } from 'playwright-core'
import type { Town } from '#test/town.ts'

/** The projection follows a slider at once, and says to the last digit what the server says for the same factors. */
export async function sliderAgreesWithServer(page: Page, { address }: Town): Promise<string[]> {
  await page.goto(`${address}/staff/frame`)
  await page.locator('main table a').first().click()
  const path = new URL(page.url()).pathname
  const shown = () => page.locator('[data-trial]').innerHTML()
  const before = await shown()
  await page.locator('frame-trial input[type="range"]').first().fill('1.25')
  await page.locator('frame-trial input[name="inflow"]').fill('0.8')
  await page.locator('[data-trial] > p', { hasText: '出生の倍率1.25、転入超過の倍率0.8' }).waitFor()
  const moved = await shown()
  await page.goto(`${address}${path}?fertility=1.25&inflow=0.8&outflow=1`)
  const served = await shown()
  const problems = before === moved ? ['the slider changed nothing'] : []
  problems.push(...(await pyramidAgrees(page, `${address}${path}`)))
  return moved === served ? problems : [...problems, `${moved.slice(0, 300)} / ${served.slice(0, 300)}`]
}

/** The same for the years of the pyramid. */
async function pyramidAgrees(page: Page, address: string): Promise<string[]> {
  const shown = () => page.locator('[data-pyramid]').innerHTML()
  await page.goto(address)
  await page.locator('pyramid-year input[type="range"]').fill('2')
  await page.locator('.sb-figure__title', { hasText: '2025年は、' }).waitFor()
  const moved = await shown()
  await page.goto(`${address}?year=2025`)
  const served = await shown()
  return moved === served ? [] : [`pyramid: ${moved.slice(0, 300)} / ${served.slice(0, 300)}`]
}

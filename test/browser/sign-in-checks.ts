import type { Browser, Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { codeAt } from '#test/walkthrough/authenticator.ts'
import { personIn, watch } from './browser.ts'
import { type People, problemsOf } from './page-checks.ts'
import type { Check } from './run.ts'

const passphrase = '谷の水車と夜汽車の切符を買う'

type Size = 'wide' | 'narrow'
type Ways = { town: Town; browser: Browser; people: People; shots?: string | undefined }

/**
 * A newcomer goes through every step of signing in, in one browser of each width: the set-up of the second step, its
 * codes, the second step itself, a wrong code, the list of machines.
 */
export function signInChecks(ways: Ways): Check[] {
  return (['wide', 'narrow'] as const).map((size) => ({
    name: `sign-in in two steps ${size}`,
    run: () => walk(ways, size),
  }))
}

async function walk({ town, browser, people, shots }: Ways, size: Size): Promise<string[]> {
  const email = `shiro-${size}@example.jp`
  const officer = await people.officer.wide.newPage()
  const { link, account } = await newcomer(officer, town, email)
  const page = await (await personIn(browser))[size].newPage()
  const problems = watch(page, town.address)
  const look = async (name: string) => {
    problems.push(...(await problemsOf(page, size)).map((problem) => `${name}: ${problem}`))
    if (shots) await page.screenshot({ path: `${shots}/sign-in-${name}-${size}.png`, fullPage: true })
  }
  const press = (name: string) => page.getByRole('button', { name }).click()

  await page.goto(link)
  await look('link')
  await page.getByLabel('パスワード').fill(passphrase)
  await press('決めて、始める')
  await page.waitForURL('**/staff')
  await look('withheld')
  await page.goto(`${town.address}/staff/account`)
  await look('own-account-before')
  await page.goto(`${town.address}/staff/account/second-factor`)
  await look('start')
  await page.getByLabel('いまのパスワード').fill(passphrase)
  await press('設定を始める')
  await page.getByRole('img', { name: '認証アプリで読み取る二次元コード' }).waitFor()
  await look('confirm')
  const secret = (await page.locator('main code').textContent()) ?? ''
  await page.getByLabel('確認コード').fill(codeAt(secret, new Date()))
  await press('確かめて、設定を終える')
  await page.getByRole('heading', { name: '予備コードを書きとめてください' }).waitFor()
  await look('recovery-codes')
  const recovery = (await page.locator('main code').first().textContent()) ?? ''
  await page.goto(`${town.address}/staff/account/second-factor`)
  await look('on')
  await page.goto(`${town.address}/staff/account/sessions`)
  await look('sessions')
  await press('ログアウト')
  await page.getByLabel('メールアドレス').fill(email)
  await page.getByLabel('パスワード').fill(passphrase)
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
  await page.getByRole('heading', { name: '確認コードを入力する' }).waitFor()
  await look('code')
  await page.getByLabel('確認コード').fill('123456')
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
  await page.locator('.sb-error-summary').waitFor()
  await look('code-wrong')
  await page.getByText('スマートフォンが手元にないとき').first().click()
  await page.getByLabel('予備コード').fill(recovery)
  await press('予備コードでサインイン')
  await page.getByText('残りの予備コード').waitFor()
  await look('recovery-code-used')
  await page.close()
  await officer.close()
  return [...problems, ...(await keeperLooks({ town, people, shots }, account, size))]
}

/** The administrator's page of the same account, with the form that takes the second step away. */
async function keeperLooks({ town, people, shots }: Omit<Ways, 'browser'>, account: string, size: Size) {
  const page = await people.officer[size].newPage()
  const problems = watch(page, town.address)
  await page.goto(`${town.address}${account}/sign-ins`)
  await page.getByRole('button', { name: '二段階認証を外す' }).waitFor()
  problems.push(...(await problemsOf(page)))
  if (shots) await page.screenshot({ path: `${shots}/sign-in-kept-${size}.png`, fullPage: true })
  await page.close()
  return problems
}

/** The officer makes an account of a publisher; gives the link to hand over and the page of the account. */
async function newcomer(officer: Page, town: Town, email: string) {
  await officer.goto(`${town.address}/staff/accounts/new`)
  await officer.getByLabel('氏名').fill('公開 四郎')
  await officer.getByLabel('メールアドレス').fill(email)
  await officer.locator('input[value="publisher"]').check()
  await officer.getByRole('button', { name: 'つくる' }).click()
  const link = (await officer.locator('main code').textContent()) ?? ''
  const last = officer.locator('main p a[href^="/staff/accounts/ac_"]')
  return { link, account: (await last.getAttribute('href')) ?? '' }
}

type Wanted = { town: Town; browser: Browser; officer: Page; email: string }

/** A publisher with both steps, in a browser of their own. */
export async function newPublisher({ town, browser, officer, email }: Wanted): Promise<Page> {
  const { link } = await newcomer(officer, town, email)
  const page = await (await personIn(browser)).wide.newPage()
  await page.goto(link)
  await page.getByLabel('パスワード').fill(passphrase)
  await page.getByRole('button', { name: '決めて、始める' }).click()
  await page.waitForURL('**/staff')
  await page.goto(`${town.address}/staff/account/second-factor`)
  await page.getByLabel('いまのパスワード').fill(passphrase)
  await page.getByRole('button', { name: '設定を始める' }).click()
  const secret = (await page.locator('main code').textContent()) ?? ''
  await page.getByLabel('確認コード').fill(codeAt(secret, new Date()))
  await page.getByRole('button', { name: '確かめて、設定を終える' }).click()
  await page.getByRole('heading', { name: '予備コードを書きとめてください' }).waitFor()
  return page
}

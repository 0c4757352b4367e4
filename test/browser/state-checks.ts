import type { Browser, Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { codeAt } from '#test/walkthrough/authenticator.ts'
import { type Person, personIn, watch } from './browser.ts'
import { type People, problemsOf } from './page-checks.ts'
import type { Check } from './run.ts'

const passphrase = '四つの川と橋の名前を並べる'

/** The first officer follows the link and makes an account; later tests use her cookies. */
export async function settle(town: Town, browser: Browser): Promise<People> {
  const context = await browser.newContext({ locale: 'ja-JP' })
  const page = await context.newPage()
  await page.goto(town.link ?? '')
  await page.getByLabel('氏名').fill('企画 花子')
  await page.getByLabel('メールアドレス').fill('hanako@example.jp')
  await page.getByLabel('パスワード').fill(passphrase)
  await page.getByRole('button', { name: 'アカウントをつくって、始める' }).click()
  await page.waitForURL('**/staff')
  await setUpTwoSteps(page, town)
  const cookies = await context.cookies()
  await context.close()
  return { resident: await personIn(browser), officer: await personIn(browser, cookies) }
}

/** Without it the role that keeps the accounts waits, and her pages could not be looked at. */
async function setUpTwoSteps(page: Page, town: Town) {
  await page.goto(`${town.address}/staff/account/second-factor`)
  await page.getByLabel('いまのパスワード').fill(passphrase)
  await page.getByRole('button', { name: '設定を始める' }).click()
  const secret = (await page.locator('main code').textContent()) ?? ''
  await page.getByLabel('確認コード').fill(codeAt(secret, new Date()))
  await page.getByRole('button', { name: '確かめて、設定を終える' }).click()
  await page.getByRole('heading', { name: '予備コードを書きとめてください' }).waitFor()
}

type States = { town: Town; people: People; shots?: string | undefined }
type State = { name: string; who: keyof People; reach: (page: Page) => Promise<void> }

/** States that an address alone does not show: mistakes, empty lists, long words, open forms, finished work. */
const states: readonly State[] = [
  {
    name: 'sign-in with a wrong password',
    who: 'resident',
    async reach(page) {
      await page.goto('/sign-in')
      await page.getByLabel('メールアドレス').fill('nobody@example.jp')
      await page.getByLabel('パスワード').fill('ちがうパスワードです')
      await page.getByRole('button', { name: 'サインイン' }).click()
      await page.getByText('違います').first().waitFor()
    },
  },
  {
    name: 'form with mistakes',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/plans/new')
      await page.getByLabel('計画の名前').evaluate((field) => field.removeAttribute('required'))
      await page.getByRole('button', { name: '始める' }).click()
      await page.locator('.sb-error-summary').waitFor()
    },
  },
  {
    name: 'open add form of the tree',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/plans')
      await page.getByRole('link', { name: /施策を追加.*健康・福祉/ }).click()
      await page.getByLabel('追加する施策の名前').waitFor()
    },
  },
  {
    name: 'open move form of the tree',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/plans')
      await page.getByRole('link', { name: /動かす.*健康づくり$/ }).click()
      await page.getByRole('button', { name: '移す' }).waitFor()
    },
  },
  {
    name: 'tree filtered to nothing',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/plans')
      await page.goto(`${page.url().split('?')[0]}?q=どこにもない語`)
    },
  },
  {
    name: 'lint list of one rule',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/lint')
      await page.goto(`${page.url().split('?')[0]}?rule=IN027`)
    },
  },
  {
    name: 'import refused',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/plans/import')
      await page.setInputFiles('input[type=file]', {
        name: 'broken.xml',
        mimeType: 'text/xml',
        buffer: Buffer.from('<plan'),
      })
      await page.getByRole('button', { name: '内容を確かめる' }).click()
      await page.getByText('何も変えていません').waitFor()
    },
  },
  {
    name: 'very long names',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/plans/new')
      await page
        .getByLabel('計画の名前')
        .fill('子どもから高齢者まで安心して暮らし続けられる地域共生社会の実現'.repeat(3))
      await page.getByLabel('始めの年度').fill('2028')
      await page.getByLabel('終わりの年度').fill('2032')
      await page.getByRole('button', { name: '始める' }).click()
      await page.waitForURL(/\/staff\/plans\/pl_/)
    },
  },
  {
    name: 'plan book finished',
    who: 'officer',
    async reach(page) {
      await page.goto('/staff/books')
      await page.getByRole('button', { name: '概要版をつくる' }).click()
      await page.getByRole('link', { name: 'PDFを保存する' }).waitFor({ timeout: 60_000 })
    },
  },
]

export function stateChecks({ town, people, shots }: States): Check[] {
  return states.flatMap(({ name, who, reach }) =>
    (['wide', 'narrow'] as const).map((size) => ({
      name: `state: ${name} ${size}`,
      run: async () => {
        const page = await pageOf(people[who], size)
        const seen = watch(page, town.address)
        await reach(atTown(page, town))
        const problems = [...(await problemsOf(page, size)), ...seen]
        if (shots) {
          const path = `${shots}/state-${name.replaceAll(/\W/g, '-')}-${size}.png`
          await page.screenshot({ path, fullPage: true })
        }
        await page.close({ runBeforeUnload: false })
        return problems
      },
    })),
  )
}

const pageOf = (person: Person, size: 'wide' | 'narrow') => person[size].newPage()

/** Lets addresses be written without the host. */
function atTown(page: Page, town: Town): Page {
  const goto = page.goto.bind(page)
  page.goto = (url, options) => goto(new URL(url, town.address).href, options)
  return page
}

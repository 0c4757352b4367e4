import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Debian's Chromium, told not to talk to anybody on its own account. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type Person = { wide: BrowserContext; narrow: BrowserContext }

export const wide = { width: 1280, height: 900 }
export const narrow = { width: 390, height: 844 }

/** Given to a page once and run by it at each address: handing it over takes several times longer than running it. */
const axeFile = { path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') }

/** Two browsers of one person: wide and narrow. */
export async function personIn(browser: Browser, cookies: CookieList = []): Promise<Person> {
  const person = {
    wide: await browser.newContext({ viewport: wide, locale: 'ja-JP' }),
    narrow: await browser.newContext({ viewport: narrow, locale: 'ja-JP' }),
  }
  for (const context of Object.values(person)) {
    context.setDefaultTimeout(15_000)
    await context.addCookies(cookies)
    await context.addInitScript(axeFile)
  }
  return person
}

export type CookieList = Awaited<ReturnType<BrowserContext['cookies']>>

/** What a page did that it must not: outside requests, violations of the policy, errors of scripts. */
export function watch(page: Page, origin: string): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) seen.push(`outside request: ${request.url()}`)
  })
  page.on('pageerror', (error) => seen.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    const isStatus = /status of (404|409|410|422)/.test(message.text())
    if (message.type() === 'error' && !isStatus) seen.push(`console: ${message.text()}`)
  })
  return seen
}

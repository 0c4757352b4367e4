import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { narrow, type Person, watch, wide } from './browser.ts'
import type { Check } from './run.ts'
import type { Visit } from './visits.ts'

export type People = { resident: Person; officer: Person }

type Looking = { town: Town; people: People; visit: Visit; shots?: string | undefined }

/**
 * The check of one address: wide, with the same words as a browser without scripts shows, then drawn narrow. Axe looks at
 * narrow pages of the public site and at narrow states of staff screens; the other narrow ones are only measured.
 */
export function lookAt({ town, people, visit, shots }: Looking): Check[] {
  const { path, who } = visit
  const person = people[who]
  const look = async () => {
    const page = await pageOf(person)
    const seen = watch(page, town.address)
    await page.goto(town.address + path)
    const problems = [...(await problemsOf(page)), ...(await sameWithoutScripts(page))]
    if (shots) await page.screenshot({ path: pictureOf(shots, visit, 'wide'), fullPage: true })
    await page.setViewportSize(narrow)
    const atNarrow = who === 'resident' ? await problemsOf(page, 'narrow') : await lacksOf(page)
    problems.push(...atNarrow.map((problem) => `narrow: ${problem}`), ...seen)
    if (shots) await page.screenshot({ path: pictureOf(shots, visit, 'narrow'), fullPage: true })
    if (shots) await page.close()
    else giveBack(person, page)
    return problems
  }
  return [{ name: `${who} ${path}`, run: look }]
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What a narrow window can change: the words and their roles are those of the wide one. */
const layout = {
  type: 'rule' as const,
  values: [
    'target-size',
    'scrollable-region-focusable',
    'region',
    'landmark-one-main',
    'link-name',
    'button-name',
  ],
}

type WithAxe = { axe: { run: (options: RunOptions) => Promise<AxeResults> } }

/** Past these the rows of a list or table are of the same make; axe would take ten times as long over all of them. */
const repeated = ['tbody > tr', 'ul > li', 'ol > li'].map((row) => `${row}:nth-child(n+13)`).join()

/** The violations alone come back from the page: all that passed would be many times their size. */
async function violationsOf(page: Page, runOnly: RunOptions['runOnly']): Promise<AxeResults['violations']> {
  const options: RunOptions = { runOnly, resultTypes: ['violations'] }
  return page.evaluate(
    async ([given, rows]) => {
      const left = [...document.querySelectorAll<HTMLElement>(rows)].filter(({ style }) => !style.display)
      for (const { style } of left) style.display = 'none'
      const { violations } = await (globalThis as unknown as WithAxe).axe.run(given)
      for (const { style } of left) style.display = ''
      return violations
    },
    [options, repeated] as const,
  )
}

/** What axe finds, and what every page must have. */
export async function problemsOf(page: Page, size: 'wide' | 'narrow' = 'wide'): Promise<string[]> {
  await page.waitForLoadState()
  const violations = await violationsOf(page, size === 'wide' ? everything : layout)
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ html, failureSummary = '' }) => `axe ${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
      ),
  )
  return [...found, ...(await lacksOf(page))]
}

/** What every page must have, whatever its width. */
async function lacksOf(page: Page): Promise<string[]> {
  const found: string[] = []
  const facts = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    title: document.title,
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    main: document.querySelectorAll('main').length,
  }))
  if (facts.h1 !== 1) found.push(`${facts.h1} h1`)
  if (facts.lang !== 'ja') found.push(`lang is ${facts.lang}`)
  if (facts.main !== 1) found.push(`${facts.main} main`)
  if (!facts.title.includes('｜')) found.push(`title: ${facts.title}`)
  if (facts.tooWide > 0) found.push(`scrolls sideways by ${facts.tooWide} px`)
  return found
}

/** Pages that were looked at and take the next address: a new one costs as much as the look itself (not where
 * pictures are kept: Chromium paints a page that changed its width twice in tiles). */
const spare = new WeakMap<Person, Page[]>()

async function pageOf(person: Person): Promise<Page> {
  const page = spare.get(person)?.pop()
  if (!page) return person.wide.newPage()
  await page.setViewportSize(wide)
  return page
}

function giveBack(person: Person, page: Page) {
  page.removeAllListeners()
  spare.set(person, [...(spare.get(person) ?? []), page])
}

/** The words of the page as scripts left it against those of its HTML, read as a browser without scripts reads it. */
async function sameWithoutScripts(page: Page): Promise<string[]> {
  const words = await page.evaluate(async () => {
    const plain = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
    return [document, plain].map((at) => at.querySelector('main')?.textContent ?? '')
  })
  const [withScripts = '', without = ''] = words.map(bare)
  return withScripts === without && without !== ''
    ? []
    : [`without scripts the words differ: ${firstDifference(withScripts, without)}`]
}

/** Without what only scripts add (marked by the islands), blanks run together. */
const bare = (words: string) => words.replaceAll(/文の見え方|⠿/g, '').replaceAll(/\s+/g, '')

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `「${a.slice(at, at + 40)}」 / 「${b.slice(at, at + 40)}」`
}

const pictureOf = (folder: string, { path, who }: Visit, size: string) =>
  `${folder}/${who}${path.replaceAll('/', '_').replaceAll(/[^\w-]/g, '')}-${size}.png`

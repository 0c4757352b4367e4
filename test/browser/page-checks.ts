import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Town } from '#test/town.ts'
import { narrow, type Person, watch } from './browser.ts'
import type { Check } from './run.ts'
import type { Visit } from './visits.ts'

export type People = { resident: Person; officer: Person }

type Looking = { town: Town; people: People; visit: Visit; shots?: string | undefined }

/** The check of one address: wide, with the same words as a browser without scripts shows, then drawn narrow. */
export function lookAt({ town, people, visit, shots }: Looking): Check[] {
  const { path, who } = visit
  const person = people[who]
  const sameWithoutScripts = async (page: Page) => {
    const plain = await person.scriptless.newPage()
    await plain.goto(town.address + path)
    const [withScripts, without] = [await mainWords(page), await mainWords(plain)]
    await plain.close()
    return withScripts === without && without !== ''
      ? []
      : [`without scripts the words differ: ${firstDifference(withScripts, without)}`]
  }
  const look = async () => {
    const page = await person.wide.newPage()
    const seen = watch(page, town.address)
    await page.goto(town.address + path)
    const problems = [...(await problemsOf(page)), ...(await sameWithoutScripts(page))]
    if (shots) await page.screenshot({ path: pictureOf(shots, visit, 'wide'), fullPage: true })
    await page.setViewportSize(narrow)
    problems.push(...(await problemsOf(page, 'narrow')).map((problem) => `narrow: ${problem}`), ...seen)
    if (shots) await page.screenshot({ path: pictureOf(shots, visit, 'narrow'), fullPage: true })
    await page.close()
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

/** What axe finds, and what every page must have. */
export async function problemsOf(page: Page, size: 'wide' | 'narrow' = 'wide'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: size === 'wide' ? everything : layout,
      resultTypes: ['violations'],
    })
    .setLegacyMode(true) // no frames here, so no second page to put results together
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ html, failureSummary = '' }) => `axe ${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
      ),
  )
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

/** The words of the page without what only scripts add (marked by the islands), blanks run together. */
const mainWords = async (page: Page) =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/文の見え方|⠿/g, '').replaceAll(/\s+/g, '')

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `「${a.slice(at, at + 40)}」 / 「${b.slice(at, at + 40)}」`
}

const pictureOf = (folder: string, { path, who }: Visit, size: string) =>
  `${folder}/${who}${path.replaceAll('/', '_').replaceAll(/[^\w-]/g, '')}-${size}.png`

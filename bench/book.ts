// The plan book (計画書) of 150 pages: typeset here, and printed by Chromium from the same content as HTML.
// node --import ./tools/tsx.ts bench/book.ts [fields] [measures]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { type BookContent, planBook } from '#src/features/publication/core/book-content.ts'
import { inventedPlan } from '#src/features/publication/core/invented-plan.ts'
import { makePlanBook } from '#src/features/publication/work/make-book.ts'
import { bookHtml } from './book-html.ts'

const [fields = 6, measures = 10] = process.argv.slice(2).map(Number)
const plan = inventedPlan({ fields, measures, indicators: 3, paragraphs: 3 })
const siteUrl = 'https://plan.example.jp'

const first = await watched(() => makePlanBook(plan, { siteUrl }))
const made = first.result
console.log(`typeset: ${made.pages} pages, ${kilobytes(made.pdf)} kB`)
console.log(`  first book ${seconds(first)}, peak memory ${first.megabytes} MB`)

// the everyday case: a measure was edited, the book is made once more
for (const item of plan.items.slice(5, 6)) item.title += '（改）'
const edited = await watched(() => makePlanBook(plan, { siteUrl }))
console.log(`  again after an edit ${seconds(edited)}`)

const printed = await watched(() => printByChromium(planBook(plan, { siteUrl })))
const { launchMilliseconds, pdf } = printed.result
const printing = printed.milliseconds - launchMilliseconds
console.log(`Chromium: ${pagesOf(pdf)} pages, ${kilobytes(pdf)} kB`)
console.log(
  `  first book ${seconds(printed)}, without its start ${(printing / 1000).toFixed(2)} s, peak memory ${printed.megabytes} MB`,
)
console.log(
  `ratio: first book ${times(printed.milliseconds / first.milliseconds)}, again after an edit ${times(printing / edited.milliseconds)}`,
)

async function printByChromium(content: BookContent) {
  const started = performance.now()
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  const launchMilliseconds = performance.now() - started
  const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
  const file = join(folder, 'book.html')
  writeFileSync(file, bookHtml(content))
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<p style="font-size: 7.5pt; margin-left: 24mm">${content.imprint.title} <span class="pageNumber"></span></p>`,
  })
  await browser.close()
  rmSync(folder, { recursive: true })
  return { pdf, launchMilliseconds }
}

/** How long it takes, and how much memory the processes it starts have at most. */
async function watched<Result>(run: () => Promise<Result>) {
  const watch = new AbortController()
  const peak = peakOfChildren(watch.signal)
  const started = performance.now()
  const result = await run()
  const milliseconds = performance.now() - started
  watch.abort()
  return { result, milliseconds, megabytes: await peak }
}

/** Memory of all child processes, each page counted once among those who share it (Pss), looked at ten times a second. */
async function peakOfChildren(signal: AbortSignal) {
  let peak = 0
  while (!signal.aborted) {
    const sizes = childrenOf(process.pid).map((id) =>
      Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0),
    )
    peak = Math.max(peak, sizes.reduce((sum, size) => sum + size, 0) / 1024)
    await pause(100)
  }
  return Math.round(peak)
}

function childrenOf(id: number | string): string[] {
  const own = read(`/proc/${id}/task/${id}/children`).split(' ').filter(Boolean)
  return own.flatMap((child) => [child, ...childrenOf(child)])
}

function read(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process ended meanwhile, or this is not Linux
  }
}

function pagesOf(pdf: Uint8Array) {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  )
}

function kilobytes(bytes: Uint8Array) {
  return Math.round(bytes.length / 1024)
}

function times(ratio: number) {
  return `${ratio.toFixed(1)} × faster`
}

function seconds({ milliseconds }: { milliseconds: number }) {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

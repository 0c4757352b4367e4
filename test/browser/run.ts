import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openTown } from '#test/town.ts'
import { openBrowser } from './browser.ts'
import { budgetChecks } from './budget-checks.ts'
import { commentChecks } from './comment-checks.ts'
import { givenChecks } from './given-checks.ts'
import { islandChecks } from './island-checks.ts'
import { lookAt } from './page-checks.ts'
import { signInChecks } from './sign-in-checks.ts'
import { settle, stateChecks } from './state-checks.ts'
import { surveyChecks } from './survey-checks.ts'
import { visitsOf } from './visits.ts'

/** One named check: resolves to what is wrong, in words; nothing when all is well. */
export type Check = { name: string; run: () => Promise<string[]> }

/**
 * The browser pass: every page and state in Debian's Chromium, wide and narrow, with and without scripts.
 * `--shots DIR` keeps a picture of each, `--only WORD` runs the checks whose name holds the word.
 */
const { values } = parseArgs({ options: { shots: { type: 'string' }, only: { type: 'string' } } })
if (values.shots) mkdirSync(values.shots, { recursive: true })

const town = await openTown()
const browser = await openBrowser()
let passed = 0
let failed = 0
const atOnce = 3

/** Takes one check after the other from the list, until it is empty. */
async function work(waiting: Check[]) {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const problems = await check.run().catch((error: unknown) => [String(error).slice(0, 600)])
    if (problems.length === 0) passed++
    else {
      failed++
      console.log(`✗ ${check.name}\n${problems.map((problem) => `    ${problem}`).join('\n')}`)
    }
  }
}

try {
  const people = await settle(town, browser)
  const visits = await visitsOf(town)
  const checks: Check[] = [
    ...signInChecks({ town, browser, people, shots: values.shots }),
    ...islandChecks({ town, people }),
    ...(await surveyChecks({ town, people })),
    ...commentChecks({ town, browser, people }),
    ...givenChecks({ town, browser, people, shots: values.shots }),
    ...stateChecks({ town, people, shots: values.shots }),
    ...visits.flatMap((visit) => lookAt({ town, people, visit, shots: values.shots })),
    ...budgetChecks(town),
  ]
  const chosen = checks.filter(({ name }) => name.includes(values.only ?? ''))
  await Promise.all(Array.from({ length: atOnce }, () => work(chosen)))
} finally {
  await browser.close()
  await town.close()
}
console.log(`browser: ${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

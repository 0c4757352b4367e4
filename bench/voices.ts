// Grouping and network of 10,000 invented voices. Baseline: cutting the same voices into words.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupReport } from '#src/features/voices/core/group-report.ts'
import { networkReport } from '#src/features/voices/core/network-report.ts'
import { tryRule } from '#src/features/voices/core/rule-trial.ts'
import { tokeniseRows } from '#src/features/voices/work/tokenise-rows.ts'
import { keepWordsAtHand } from '#src/features/voices/work/words-at-hand.ts'
import { keyInContext } from '#src/lib/text/key-in-context.ts'
import { applyCodingRules } from '#src/lib/text/rules/apply-coding-rules.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import { inventedVoices } from '#test/invented-voices.ts'
import { aim, median } from './measure.ts'

const voices = inventedVoices(10_000)
const rows = voices.map(({ id, verbatim, submission, district }) => ({
  id,
  text: verbatim,
  submission,
  district,
}))
const forcedWords = ['伊奈', '谷和原', 'みらい平'].map((word) => ({ word, base: word }))
const options = { forcedWords, seed: 'bench' }

const began = performance.now()
const { made, texts, units } = await tokeniseRows(rows, options)
const first = performance.now() - began
const count = texts.reduce((sum, { tokens }) => sum + tokens.length, 0)
const letters = Math.round(rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length)
console.log(
  `${rows.length} voices of ${letters} letters, ${count} words; with dictionary: ${first.toFixed(0)} ms`,
)
const cut = await median(() => tokeniseRows(rows, options), 3)
console.log(`cut into words: ${cut.toFixed(0)} ms (${((count / cut) * 1000).toFixed(0)} words a second)`)

const line = (name: string, time: number, limit: number) =>
  console.log(
    `${name}: ${time.toFixed(0)} ms (aim ≤ ${limit}: ${aim(time <= limit)}); ${(time / cut).toFixed(2)} × cut`,
  )

const report = groupReport(units, made)
line('group', await median(() => groupReport(units, made), 3), 10_000)
console.log(
  `  ${report.wordings.length} wordings of two or more, ${report.topics.length} topics by ${report.method}`,
)
const network = networkReport(units, made)
line('network', await median(() => networkReport(units, made), 3), 5000)
console.log(`  ${network.nodes.length} words, ${network.edges.length} edges`)

const words = ['バス', '学童', '公園', '通学路', '病院', '街灯', '水路', '空き家', '図書館', '防災']
const rules = Array.from({ length: 50 }, (_, at) => ({
  code: `c${at}`,
  rule: `(${words[at % 10]} or near(${words[(at + 3) % 10]}-増やす)[8]) and not ${words[(at + 5) % 10]}`,
}))
line('50 coding rules', await median(() => applyCodingRules(texts, rules), 3), 2000)
line('keyword in context', await median(() => keyInContext(texts, '学童'), 3), 2000)

/** A rule tried while it is written: what is cut once stays at hand, also when one voice more has come. */
const sayings = rows.map(({ id, text, district = '' }) => ({
  id,
  submissionId: id,
  verbatim: text,
  district,
  ageBand: '',
  channel: 'workshop' as const,
}))
const atHand = keepWordsAtHand()
const tryOne = async (rule: string) => {
  const tokens = await atHand(
    sayings.map(({ verbatim }) => verbatim),
    forcedWords,
  )
  return tryRule({ sayings, tokens, tried: { code: '試し', rule }, others: rules })
}
const before = performance.now()
await tryOne('バス')
console.log(`rule tried for the first time: ${(performance.now() - before).toFixed(0)} ms`)
line('rule tried again', await median(() => tryOne('学童 and (増やす or <c3>) and not 公園'), 5), 1000)

/** As the site does it: in a worker with progress, while the event loop of this process stays free. */
for (const [name, file, limit] of [
  ['group', 'group-work', 10_000],
  ['network', 'network-work', 5000],
  ['word map', 'word-map-work', 5000],
  ['rules', 'rules-work', 10_000],
] as const) {
  const module = new URL(`../src/features/voices/work/${file}.ts`, import.meta.url)
  const given = {
    rows: rows.map((row) => ({ ...row, submission: row.submission ?? row.id })),
    ...options,
    rules,
    attribute: 'district',
  }
  const steps: string[] = []
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 20)
    last = performance.now()
  }, 20)
  const start = performance.now()
  await runInWorker(module, JSON.stringify(given), (_, step) => steps.push(step)).result
  const time = performance.now() - start
  clearInterval(beat)
  console.log(
    `${name} in a worker, dictionary and cutting included: ${time.toFixed(0)} ms (aim ≤ ${limit}: ${aim(time <= limit)}); ${steps.length} steps told; this process waited at most ${longest.toFixed(0)} ms`,
  )
}

const card = '新しい道路の計画に反対します。静かな暮らしと通学路の安全を守り、計画を白紙に戻してください。'
const flood = units.map((unit) => ({ ...unit, text: `${card}${unit.text.slice(0, 60)}` }))
line('group, all voices begin with one post card', await median(() => groupReport(flood, made), 1), 10_000)

const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
writeFileSync(join(folder, 'voices.json'), JSON.stringify(voices))
for (const [name, limit] of [
  ['group', 10_000],
  ['network', 5000],
] as const) {
  const start = performance.now()
  const { status } = spawnSync('npx', ['shirube', 'voices', name, join(folder, 'voices.json'), '--json'], {
    stdio: 'ignore',
  })
  const time = performance.now() - start
  console.log(
    `shirube voices ${name}, whole command: ${time.toFixed(0)} ms (exit ${status}; engine’s aim ${limit} ms)`,
  )
}
rmSync(folder, { recursive: true })

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { planWithIndicator, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { lintCommand } from './lint-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, plan: PlanDocument) => {
  writeFileSync(join(folder, name), JSON.stringify(plan))
  return join(folder, name)
}

async function lint(path: string, values: Record<string, string | boolean> = {}) {
  const printed: string[] = []
  const code = await lintCommand({ of: () => ({ headings: [], tables: [], figures: [] }) }).run({
    positionals: [path],
    values: { today: '2022-10-01', ...values },
    print: (text) => void printed.push(text),
    remark: () => undefined,
    now: new Date(),
    folder,
    open: () => Promise.reject(new Error('works on files')),
  })
  return { code, printed }
}

const before = file('before.json', planWithIndicator({ unit: '0' }))
const after = file('after.json', planWithMeasure({ lead: null }))

test('against the version before, every finding is new, known or fixed', async () => {
  const { printed } = await lint(after, { previous: before })
  expect(printed.filter((line) => line.includes('\tOW001\t'))[0]).toMatch(/^新規\t止まる/)
  expect(printed.filter((line) => line.includes('\tIN003\t'))[0]).toMatch(/^解消\t止まる/)
  expect(printed.some((line) => line.startsWith('継続\t'))).toBe(true)
  const json = JSON.parse((await lint(after, { previous: before, json: true })).printed[0] ?? '')
  expect(json.fixed.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('IN003')
  expect(json.findings.every(({ state }: { state: string }) => ['new', 'known'].includes(state))).toBe(true)
})

test('the same findings as SARIF: levels, fingerprints, rules and what is new', async () => {
  const out = join(folder, 'lint.sarif')
  await lint(after, { previous: before, sarif: out })
  const sarif = JSON.parse(readFileSync(out, 'utf8'))
  const [run] = sarif.runs
  expect(sarif.version).toBe('2.1.0')
  const found = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'OW001')
  expect(found).toMatchObject({ level: 'error', baselineState: 'new' })
  expect(run.tool.driver.rules[found.ruleIndex].id).toBe('OW001')
  expect(found.partialFingerprints['shirube/1']).toMatch(/^[0-9a-f]{16}$/)
})

test('the exit code is that of the gate', async () => {
  expect((await lint(after)).code).toBe(1)
  expect((await lint(after, { gate: 'G1' })).code).toBe(0)
  expect((await lint(file('good.json', smallPlan()), { gate: 'G2' })).code).toBe(0)
  await expect(lint(after, { gate: 'G9' })).rejects.toThrow('--gate')
})

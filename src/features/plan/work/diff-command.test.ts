import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { planWithIndicator } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { applyChanges } from '../core/diff/apply-changes.ts'
import { planCommands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, content: PlanDocument | string) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const before = fileOf('before.json', smallPlan())
const weaker = planWithIndicator({ target: { fiscalYear: 2027, value: 5, comment: '', kind: 'value' } })
const after = fileOf('after.json', weaker)

async function diff(positionals: string[], values = {}) {
  const printed: string[] = []
  const remarks: string[] = []
  const command = planCommands.find(({ name }) => name === 'plan diff')
  const code = await command?.run({
    positionals,
    values,
    print: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    now: new Date('2026-04-01T00:00:00Z'),
    open: () => Promise.reject(new Error('no database')),
    folder,
  })
  return { code, printed: printed.join('\n'), remarks: remarks.join('\n') }
}

test('a lowered target is told in a sentence, and the call exits with 1', async () => {
  const { code, printed, remarks } = await diff([before, after])
  expect(code).toBe(1)
  expect(printed).toBe('大きな変更\t指標「保育所等の待機児童数」の目標を0人から5人に緩めました。')
  expect(remarks).toBe('目標の引下げ1件がありました。')
})

test('the same plan twice exits with 0 and prints nothing', async () => {
  expect(await diff([before, before])).toEqual({ code: 0, printed: '', remarks: '変更はありません。' })
})

test('for machines it prints all changes, which make the newer plan of the older one', async () => {
  const { printed } = await diff([before, after], { json: true })
  expect(applyChanges(smallPlan(), JSON.parse(printed))).toEqual(weaker)
})

test('a call with one file cannot be understood; a file that is no plan is refused', async () => {
  await expect(diff([before])).rejects.toMatchObject({ name: 'UnusableCall' })
  expect((await diff([before, fileOf('broken.json', '{')])).code).toBe(1)
})

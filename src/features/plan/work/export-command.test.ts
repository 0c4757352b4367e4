import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { fullPlan } from '#test/full-plan.ts'
import { planCommands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const json = (name: string) => planDocument.parse(JSON.parse(readFileSync(at(name), 'utf8')))
writeFileSync(at('plan.json'), JSON.stringify(fullPlan()))

const noDatabase = () => Promise.reject(new Error('works on files'))

async function run(name: string, positionals: string[], values = {}) {
  const said: string[] = []
  const command = planCommands.find((one) => one.name === name)
  const print = (text: string) => void said.push(text)
  const call = { positionals, values, print, remark: print, now: new Date(), folder, open: noDatabase }
  const code = await command?.run(call)
  return { code, said }
}

describe('plan export', () => {
  test('StratML comes back by plan import, with the ids it had; the notes say what became of what', async () => {
    const { code, said } = await run('plan export', [at('plan.json')], {
      format: 'stratml-2',
      out: at('plan.xml'),
    })
    expect(code).toBe(0)
    expect(said.join('\n')).toMatch(/庁内メモ：公開しない内容なので、書き出しませんでした（3件）/)
    await run('plan import', [at('plan.xml')], { out: at('back.json') })
    expect(json('back.json').indicators).toEqual(fullPlan().indicators)
  })

  test('a workbook that was not touched changes nothing, and the same plan gives the same bytes', async () => {
    await run('plan export', [at('plan.json')], { format: 'xlsx', out: at('a.xlsx') })
    await run('plan export', [at('plan.json')], { format: 'xlsx', out: at('b.xlsx') })
    expect(readFileSync(at('a.xlsx')).equals(readFileSync(at('b.xlsx')))).toBe(true)
    const { code, said } = await run('plan take-in', [at('plan.json'), at('a.xlsx')], {
      out: at('same.json'),
    })
    expect({ code, said }).toEqual({ code: 0, said: [] })
    expect(json('same.json')).toEqual(fullPlan())
  })

  test('the workbook of one plan is refused by another, by sheet and cell, and nothing is written', async () => {
    const other: PlanDocument = { ...fullPlan(), items: [], indicators: [], projects: [] }
    writeFileSync(at('other.json'), JSON.stringify(other))
    await run('plan export', [at('plan.json')], { format: 'xlsx', out: at('a.xlsx') })
    const { code, said } = await run('plan take-in', [at('other.json'), at('a.xlsx')], {
      out: at('never.json'),
    })
    expect(code).toBe(1)
    expect(said[0]).toMatch(/^体系 A4 「po_0000000001」という id の項目は、この計画にありません/)
    expect(() => json('never.json')).toThrow('ENOENT')
  })

  test('CSV is a table a file', async () => {
    await run('plan export', [at('plan.json')], { format: 'csv', out: at('csv') })
    expect(readFileSync(at('csv/指標.csv'), 'utf8')).toMatch(/待機児童数,活動/)
    expect(readFileSync(at('csv/事業費.csv'), 'utf8')).toMatch(/1,保育士確保事業,2023,50,20,5,5,20,100,予算/)
  })

  test('an unknown format is an unusable call', async () => {
    await expect(run('plan export', [at('plan.json')], { format: 'pdf', out: 'x' })).rejects.toThrow(
      '--format',
    )
  })
})

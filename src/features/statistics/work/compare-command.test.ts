import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UnusableCall } from '#src/platform/cli.ts'
import { compareCommand } from './compare-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-cities-'))
const sample = new URL('../sample/ssdse-a-2026.csv', import.meta.url).pathname

async function compare(positionals: string[], values: Record<string, string | boolean>) {
  const printed: string[] = []
  const remarks: string[] = []
  const code = await compareCommand.run({
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

test('a city is compared with its prefecture, with n and without ranks', async () => {
  const { code, printed } = await compare([sample], { city: '082350' })
  expect(code).toBe(0)
  expect(printed).toContain('茨城県内の市区町村（44市区町村）')
  expect(printed).toMatch(/65歳以上の割合：27\.6％、平均 32\.2、n＝44、偏差値なし（高い低いの良し悪し/)
  expect(printed).toContain('順位づけのためのものではありません')
  expect(printed).not.toMatch(/\d位/)
})

test('a group of four has no scores, and cities that are not in the file are told', async () => {
  const { printed, remarks } = await compare([sample], { city: '08235', peers: '08224、08220、01100' })
  expect(printed).toContain('値のある市が3しかないため')
  expect(remarks).toContain('01100 は、このファイルにありません')
})

test('the table is written as CSV, and JSON goes to standard output', async () => {
  const out = join(folder, 'compared.csv')
  const { printed } = await compare([sample], { city: '08235', out })
  expect(printed).toContain('44市区町村')
  expect(readFileSync(out, 'utf8')).toContain('茨城県内の市区町村,出生数,08235,つくばみらい市')
  const { printed: json } = await compare([sample], { city: '08235', json: true })
  expect(JSON.parse(json).comparisons[0]).toMatchObject({ n: 44, item: { id: 'child-share' } })
})

test('a file that is none is refused by row with exit code 1', async () => {
  const path = join(folder, 'wrong.csv')
  writeFileSync(path, 'a,b\n1,2\n')
  const { code, remarks } = await compare([path], { city: '08235' })
  expect(code).toBe(1)
  expect(remarks).toContain('の形ではありません')
})

test('a call without a city, with a wrong code, or with two groups is unusable', async () => {
  const calls: Record<string, string>[] = [
    {},
    { city: '99999' },
    { city: '08235', peers: '08224', size: '20' },
  ]
  for (const values of calls) {
    await expect(compare([sample], values)).rejects.toThrow(UnusableCall)
  }
})

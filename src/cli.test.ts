import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/shirube.js', import.meta.url))

function shirube(...words: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  return { stdout, stderr, status }
}

test('help is there on every level: all commands, a group, one command', () => {
  const all = shirube('--help')
  expect(all).toMatchObject({ status: 0, stderr: '' })
  for (const name of ['plan lint', 'plan book', 'audit verify', 'init'])
    expect(all.stdout).toContain(`shirube ${name}`)
  const group = shirube('plan', '--help')
  expect(group.status).toBe(0)
  expect(group.stdout).toContain('plan import')
  expect(group.stdout).not.toContain('audit verify')
  expect(shirube('plan', 'lint', '--help').stdout).toContain('--gate G1…G5')
})

test('a call that cannot be used exits with 2 and says how it is used', () => {
  expect(shirube()).toMatchObject({ status: 2 })
  const unknown = shirube('plan', 'knit')
  expect(unknown.status).toBe(2)
  expect(unknown.stderr).toContain('という命令はありません')
  const withoutFile = shirube('plan', 'lint')
  expect(withoutFile).toMatchObject({ status: 2 })
  expect(withoutFile.stderr).toContain('使い方：shirube plan lint')
})

test('a file that cannot be read as one is told in Japanese, with its place and without a trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-cli-'))
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{"schema": "shirube-survey/1",\n "a": 1,\n}')
  const words = 'JSONとして読めません。3行目の1文字目：「}」の前の「,」が余分です'
  for (const call of ['survey tabulate', 'survey rake', 'plan lint', 'project', 'voices group']) {
    const { status, stderr } = shirube(...call.split(' '), broken)
    expect({ call, status, stderr }).toEqual({ call, status: 1, stderr: expect.stringContaining(words) })
    expect(stderr).not.toMatch(/JSON at|SyntaxError/)
  }
  const wrong = shirube('plan', 'lint', folder)
  expect(wrong).toMatchObject({ status: 2, stdout: '' })
  expect(wrong.stderr).toBe(`ファイルのところに、フォルダーが書かれています：${folder}\n`)
  rmSync(folder, { recursive: true })
})

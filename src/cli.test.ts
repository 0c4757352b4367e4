import { spawnSync } from 'node:child_process'
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

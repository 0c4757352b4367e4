import { expect, test } from 'vitest'
import { inOneWrite, jsonLog } from './log.ts'

test('a failure is logged by kind and place, never with the words of its message', () => {
  const lines: string[] = []
  jsonLog((line) => lines.push(line)).failure('abc', new Error('山田太郎さんの住所'))
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'failure', request: 'abc', error: 'Error' })
  expect(lines[0]).not.toContain('山田')
})

test('control characters cannot make a second line', () => {
  const lines: string[] = []
  const line = { at: '', request: '', method: 'GET', route: '/a\r\n{"kind":"request"}', status: 200, ms: 1 }
  jsonLog((text) => lines.push(text)).request(line)
  expect(lines[0]?.split(/[\r\n]/)).toHaveLength(1)
})

test('the lines of one turn are one write, each still a line', async () => {
  const writes: string[] = []
  const write = inOneWrite((text) => writes.push(text))
  write('a')
  write('b')
  expect(writes).toEqual([])
  await new Promise((resolve) => setImmediate(resolve))
  write('c')
  await new Promise((resolve) => setImmediate(resolve))
  expect(writes).toEqual(['a\nb\n', 'c\n'])
})

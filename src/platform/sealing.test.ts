import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSameMark, openSealer, sealerOf } from './sealing.ts'

const sealer = sealerOf(new Uint8Array(32).fill(7))

test('what is sealed opens again for its row, and for no other row or key', () => {
  const sealed = sealer.seal('pe_1', '見本 花子 𠮷')
  expect(sealed).not.toContain('花子')
  expect(sealer.open('pe_1', sealed)).toBe('見本 花子 𠮷')
  expect(() => sealer.open('pe_2', sealed)).toThrow()
  expect(() => sealerOf(new Uint8Array(32)).open('pe_1', sealed)).toThrow()
})

test('the same words sealed twice are not the same text', () => {
  expect(sealer.seal('pe_1', 'あ')).not.toBe(sealer.seal('pe_1', 'あ'))
})

test('a mark follows from the words and from where they part', () => {
  expect(isSameMark(sealer.mark('a', 'b'), sealer.mark('a', 'b'))).toBe(true)
  expect(isSameMark(sealer.mark('a', 'b'), sealer.mark('ab', ''))).toBe(false)
})

test('the key is made once, for its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-key-'))
  const sealed = openSealer(folder).seal('pe_1', 'あ')
  expect(openSealer(folder).open('pe_1', sealed)).toBe('あ')
  expect(statSync(join(folder, 'personal-key')).mode & 0o077).toBe(0)
  rmSync(folder, { recursive: true })
})

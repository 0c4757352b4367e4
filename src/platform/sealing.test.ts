import { createCipheriv, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSameMark, openSealed, openSealer, sealerOf, sealText } from './sealing.ts'

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

test('contact data that were stored earlier open', () => {
  const stored = 'GOXW-6muDW2U3aORhgmDAWX1wQoEAGnNUYAqqtcu_5oFLcgNP6kuLgw'
  expect(sealer.open('pe_1', stored)).toBe('見本 花子')
})

test('what is on its way opens for its purpose only, as stored earlier, and tells nothing by its length', () => {
  const key = { secret: 'secret', purpose: 'inbox' }
  const own = createHmac('sha256', key.secret)
    .update(JSON.stringify(['seal', key.purpose]))
    .digest()
  const filled = Buffer.alloc(2048)
  filled.writeUInt32BE(Buffer.byteLength('答え'), 0)
  filled.write('答え', 4)
  const cipher = createCipheriv('aes-256-gcm', own, Buffer.alloc(12, 5))
  const body = Buffer.concat([cipher.update(filled), cipher.final()])
  const stored = Buffer.concat([Buffer.alloc(12, 5), cipher.getAuthTag(), body]).toString('base64')
  expect(openSealed(key, stored)).toBe('答え')
  expect(openSealed({ ...key, purpose: 'draft' }, stored)).toBeUndefined()
  expect(sealText(key, 'あ')).toHaveLength(sealText(key, 'あ'.repeat(600)).length)
})

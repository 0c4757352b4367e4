import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Session } from '../core/session.ts'
import { sessionCards } from '../core/session-cards.ts'
import { cardsPdf } from './cards-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-cards-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the cards tell table and number, and lead to their place on the public page', async () => {
  const session = { id: 'ho_1234567890', title: '10年後 *まち* #panic()', heldOn: '2026-07-12' } as Session
  const table = (number: number) => ({
    id: `ht_${number}`,
    sessionId: session.id,
    number,
    name: '',
    host: '',
  })
  const cards = sessionCards({
    session,
    steps: [],
    tables: [table(1), table(3)],
    city: 'みほん市',
    isInvented: true,
    guests: [{ number: 1, district: '', ageBand: '', party: '' }],
    seats: [[0], [1]],
    perTable: 10,
    site: 'https://plan.example.jp',
  })
  expect(cards.slips).toEqual([{ number: 1, tables: [1, 3] }])
  expect(cards.cards).toHaveLength(20)
  expect(cards.cards.at(-1)?.address).toBe('https://plan.example.jp/participation/ho_1234567890#note-3-10')
  const path = join(folder, 'cards.pdf')
  writeFileSync(path, await cardsPdf(cards))
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(' ', '')
  expect(text).toContain('10年後*まち*#panic()')
  for (const words of ['テーブル3', '3-10', '見本（架空）', '参加番号']) expect(text).toContain(words)
})

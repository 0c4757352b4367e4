import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Session, Step } from '../core/session.ts'
import { sessionCards } from '../core/session-cards.ts'
import { tableSheets } from '../core/table-sheets.ts'
import { cardsPdf, sheetsPdf } from './cards-pdf.ts'

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

test('a table gets a sheet of A3 for each round and one for the harvest, and no name of a host', async () => {
  const session = { id: 'ho_1234567890', title: '10年後を話す会', heldOn: '2026-07-12' } as Session
  const step = (kind: Step['kind'], text: string, minutes: number): Step => ({
    ...{ id: 'hs_1', sessionId: session.id, kind, text, minutes },
    ...{ hint: '1人が残り、ほかは移ります', order: 0, revision: 1 },
  })
  const steps = [
    step('opening', '始めのあいさつ', 10),
    step('round', '10年後、どんなまちに #panic()', 20),
    step('harvest', 'まとめる', 0),
  ]
  const tables = [1, 2].map((number) => ({
    ...{ id: `ht_${number}`, sessionId: session.id, number, name: '公園', host: '見本太郎' },
  }))
  const sheets = tableSheets({ session, steps, tables, city: 'みほん市', isInvented: true })
  expect(sheets.sheets.map(({ table, round }) => `${table} ${round}`)).toEqual([
    'テーブル1 公園 ラウンド1（20分）',
    'テーブル1 公園 まとめ',
    'テーブル2 公園 ラウンド1（20分）',
    'テーブル2 公園 まとめ',
  ])
  const path = join(folder, 'sheets.pdf')
  writeFileSync(path, await sheetsPdf(sheets))
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Pages: +4[\s\S]*\(A3\)/)
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(' ', '')
  expect(text).toContain('10年後、どんなまちに#panic()')
  for (const words of ['見本（架空）', '見出し', 'わたしの一歩']) expect(text).toContain(words)
  expect(text).not.toContain('見本太郎')
})

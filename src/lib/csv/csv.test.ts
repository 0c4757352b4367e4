import { expect, test } from 'vitest'
import { readCsv, withoutApostrophe, writeCsv } from './csv.ts'

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells)

test('reads quotes, commas and line breaks inside cells', () => {
  expect(readCsv('名前,説明\r\n"こども課","保育,\n学童 ""放課後"""\n次,行\n')).toEqual({
    rows: [
      { line: 1, cells: ['名前', '説明'] },
      { line: 2, cells: ['こども課', '保育,\n学童 "放課後"'] },
      { line: 4, cells: ['次', '行'] },
    ],
  })
})

test('an empty line is no row, an empty cell is a cell', () => {
  expect(cells('\uFEFFa,b\n\n,\nc,')).toEqual([
    ['a', 'b'],
    ['', ''],
    ['c', ''],
  ])
  expect(cells('"",\r\n""\r\n')).toEqual([['', ''], ['']])
})

test('line ends of Windows, Unix and old Macintosh are all read', () => {
  for (const end of ['\r\n', '\n', '\r']) expect(cells(`a${end}b${end}`)).toEqual([['a'], ['b']])
})

test('a quotation mark in the middle of a bare cell is a sign like any other', () => {
  expect(cells('高さ5" の板,b')).toEqual([['高さ5" の板', 'b']])
})

test('a quote that never closes is told with its line', () => {
  expect(readCsv('a\nb,"c\nd').problem).toEqual({ line: 2, problem: '引用符（"）が閉じていません' })
  expect(readCsv('"x\ny","a"b').problem).toEqual({ line: 2, problem: expect.stringContaining('余分な文字') })
})

test('a table that is too large gives a problem instead of filling the memory', () => {
  expect(readCsv('a\nb\nc\n', { rows: 2, columns: 9 })).toEqual({
    rows: [
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['b'] },
    ],
    problem: { line: 3, problem: '行が2を超えています' },
  })
  expect(readCsv('a,b,c', { rows: 2, columns: 2 }).problem?.problem).toBe('列が2を超えています')
  expect(readCsv(`${'x\n'.repeat(200_000)}`).problem).toBeUndefined()
  expect(readCsv(`${'x\n'.repeat(200_001)}`).problem?.line).toBe(200_001)
  expect(readCsv(','.repeat(500)).problem?.problem).toBe('列が500を超えています')
})

test('text that looks like a formula cannot run in a spreadsheet', () => {
  expect(writeCsv([['=1+1', '+81', '-', '@x', '＝1', 'ok', -5, null]])).toBe(
    "\uFEFF'=1+1,'+81,'-,'@x,'＝1,ok,-5,\r\n",
  )
  expect(writeCsv([['\t=1'], ['']])).toBe('\uFEFF\'\t=1\r\n""\r\n')
})

/** A generator of our own, so that the test is the same every time. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state >> 8
  }
}

const signs = ['a', '"', ',', '\n', '\r\n', '\r', '漢', '𠮷', ' ', '', "'", '=', '＋', '-', '@', '\t', '0']

test('any table that is written is read back as it was', () => {
  const source = numbers(7)
  const next = (below: number) => (source.next().value ?? 0) % below
  for (let round = 0; round < 500; round++) {
    const width = 1 + next(4)
    const table = Array.from({ length: 1 + next(5) }, () =>
      Array.from({ length: width }, () =>
        Array.from({ length: next(5) }, () => signs[next(signs.length)] ?? '').join(''),
      ),
    )
    const read = readCsv(writeCsv(table))
    expect(read.problem).toBeUndefined()
    expect(read.rows.map((row) => row.cells.map(withoutApostrophe))).toEqual(table)
  }
})

test('no text whatever makes the reader throw, and no cell is longer than the text', () => {
  const source = numbers(11)
  const next = (below: number) => (source.next().value ?? 0) % below
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: next(30) }, () => signs[next(signs.length)] ?? '').join('')
    const { rows } = readCsv(text)
    expect(rows.flatMap((row) => row.cells).join('').length).toBeLessThanOrEqual(text.length)
    expect(rows.every((row, position) => row.line > (rows[position - 1]?.line ?? 0))).toBe(true)
  }
})

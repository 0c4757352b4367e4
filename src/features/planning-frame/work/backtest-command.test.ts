import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { frameCommands } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-backtest-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function backtest(values: Record<string, string>) {
  const [printed, remarks]: [string[], string[]] = [[], []]
  const command = frameCommands.find(({ name }) => name === 'backtest')
  const code = await command?.run({
    positionals: [],
    values,
    print: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    now: new Date('2026-04-01T00:00:00Z'),
    open: () => Promise.reject(new Error('no database')),
    folder,
  })
  return { code, printed: printed.join('\n'), remarks: remarks.join('\n') }
}

const ages = [...Array.from({ length: 18 }, (_, at) => `${at * 5}-${at * 5 + 4}`), '90+']
const rows = ['08235', '08224'].flatMap((code) =>
  ['M', 'F'].flatMap((sex) => ages.map((age, at) => [code, '見本', sex, age, 900 + at, 950 + at, 1000 + at])),
)
const census = join(folder, 'census.csv')
writeFileSync(census, writeCsv([['code', 'name', 'sex', 'age', 2010, 2015, 2020], ...rows]))

/** The workbook of the national projection: one sheet, headings in rows 4 and 5, three blocks of ages. */
async function publishedBook(): Promise<string> {
  const older = [...Array.from({ length: 19 }, (_, at) => `${at * 5}～${at * 5 + 4}歳`), '95歳～']
  const block = (sum: number) => [sum, ...older.map(() => sum / older.length)]
  const book = new ExcelJS.Workbook()
  book
    .addWorksheet('Sheet1')
    .addRows([
      ['将来の男女5歳階級別人口'],
      [],
      [],
      ['コード', '市などの別', '都道府県', '市区町村', '年', '総数'],
      [
        null,
        null,
        null,
        null,
        null,
        '計',
        ...older,
        null,
        '男',
        ...older,
        null,
        '女',
        ...older,
        null,
        '指数',
      ],
      ...[8235, 8224].map((code) => [
        code,
        2,
        '茨城県',
        '見本市',
        '2020年',
        ...block(40_000),
        null,
        ...block(20_000),
        null,
        ...block(20_000),
      ]),
      [8000, 'a', '茨城県', null, '2020年', ...block(80_000), null, ...block(40_000), null, ...block(40_000)],
    ])
  const path = join(folder, 'suikei_kekka.xlsx')
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
  return path
}

test('the workbook of the national projection is compared as it was downloaded', async () => {
  const published = await publishedBook()
  const { code, printed } = await backtest({ census, base: '2015', target: '2020', published, city: '08235' })
  expect(code).toBe(0)
  expect(printed).toMatch(/公表された推計\t全体\t2\t/)
  expect(printed).toContain('08235\t公表された推計\t推計40000人\t実際38342人\t4.3％')
})

test('another workbook is refused with a sentence', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').addRow(['x'])
  const published = join(folder, 'other.xlsx')
  writeFileSync(published, new Uint8Array(await book.xlsx.writeBuffer()))
  const { code, remarks } = await backtest({ census, base: '2015', target: '2020', published })
  expect(code).toBe(1)
  expect(remarks).toContain('結果表のブックではありません')
})

test('a base year after the target year is a call that is not understood', async () => {
  await expect(backtest({ census, base: '2020', target: '2015' })).rejects.toThrow('--target は --base から')
  await expect(backtest({ census, base: '2020', target: '2020' })).rejects.toThrow('--target は --base から')
})

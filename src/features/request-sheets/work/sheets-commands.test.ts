import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliCall } from '#src/platform/cli.ts'
import { writeZip } from '#src/platform/office/write-zip.ts'
import { onEveryDatabase } from '#test/context.ts'
import { sheetTemplates } from '../core/sheet-templates.ts'
import { makeRound, sendRound } from '../store/commands.ts'
import { listSheets } from '../store/queries.ts'
import { sheetsCommands } from './sheets-commands.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-sheets-'))
})
afterAll(() => rm(folder, { recursive: true }))

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')

  /** One call: its exit code and everything it printed. */
  async function call(name: string, positionals: string[], values: CliCall['values'] = {}) {
    const command = sheetsCommands.find((one) => one.name === name)
    const said: string[] = []
    const code = await command?.run({
      positionals,
      values,
      print: (text) => said.push(text),
      remark: () => undefined,
      now: context.now,
      open: async () => context,
      folder,
    })
    return { code, said: said.join('\n') }
  }

  test('sheets go out as workbooks, come back from files and a ZIP, and are counted', async () => {
    await expect(call('sheets status', [])).rejects.toMatchObject({ name: 'UnusableCall' })
    const roundId = await makeRound(context, {
      title: '調査票/第1回',
      sheetType: 'situation',
      usedFor: '骨子案',
      fields: [...sheetTemplates.situation],
      dueOn: '2026-04-30',
      sheets: ['ou_0000000001', 'ou_0000000002'].map((unitId) => ({
        unitId,
        subjectId: undefined,
        subject: '課の全体',
        answers: {},
        carried: [],
      })),
    })
    await sendRound(context, { roundId, revision: 1 })
    const out = await mkdtemp(join(folder, 'out-'))
    expect(await call('sheets export', [], { out })).toMatchObject({
      code: 0,
      said: expect.stringContaining('2冊'),
    })
    const names = await readdir(out)
    expect(names.sort()).toEqual(['調査票・第1回_ou_0000000001.xlsx', '調査票・第1回_ou_0000000002.xlsx'])
    const files = await Promise.all(
      names.map((name) => edited(join(out, name), name.includes('1.xlsx') ? 'たぶん継続' : undefined)),
    )
    const zip = join(out, '全課.zip')
    await writeFile(zip, writeZip(files.map((content, at) => ({ name: `${at}.xlsx`, content }))))

    const dry = await call('sheets import', [zip], { 'dry-run': true })
    expect(dry.code).toBe(1)
    expect(dry.said).toContain('E8')
    expect(dry.said).toContain('一覧にありません')
    expect(dry.said).toContain('何も変えていません')
    expect((await listSheets(context, { roundId })).map(({ answers }) => answers)).toEqual([{}, {}])

    const report = join(out, '確認')
    const imported = await call('sheets import', [zip], { json: true, report })
    const json = JSON.parse(imported.said)
    expect(imported.code).toBe(1)
    expect(json).toMatchObject({ workbooks: 2, taken: [{ count: 1 }, { count: 1 }], left: 1, refused: 0 })
    const request = '確認のお願い_調査票・第1回_ou_0000000001.xlsx'
    expect(json.requests).toEqual([request])
    expect(await readdir(report)).toEqual([request])
    expect(await firstPage(join(report, request))).toMatchObject([
      [expect.any(String), 'E8', expect.any(String), 'たぶん継続'],
    ])
    expect((await listSheets(context, { roundId })).map(({ answers }) => answers['results'])).toEqual([
      '書いた',
      '書いた',
    ])
    const text = join(out, 'これは違う.xlsx')
    await writeFile(text, 'a,b\n1,2\n')
    expect(await call('sheets import', [text])).toMatchObject({
      code: 1,
      said: expect.stringContaining('CSV'),
    })

    const status = await call('sheets status', [])
    expect(status.said).toContain('受理 0/1')
    expect(JSON.parse((await call('sheets status', [], { json: true })).said)).toMatchObject({
      round: roundId,
      units: [{ unitId: 'ou_0000000001', holder: '課' }, { unitId: 'ou_0000000002' }],
    })
    const mended = join(report, request)
    await writeFile(mended, await edited(mended, '継続'))
    const again = await call('sheets import', [mended], { report: join(out, '確認2') })
    expect(again.code).toBe(0)
    expect(await readdir(join(out, '確認2'))).toEqual([])
    await expect(call('sheets status', [], { round: 'rr_9999999999' })).rejects.toMatchObject({
      name: 'UnusableCall',
    })
  })
})

/** One answer written, and a choice in a table. */
async function edited(path: string, continuation?: string): Promise<Uint8Array> {
  const workbook = await opened(path)
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      const id = row.getCell(1).text
      if (id.endsWith('/results')) row.getCell(4).value = '書いた'
      if (continuation && id.endsWith('/continuation#1')) row.getCell(5).value = continuation
    })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function opened(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(await readFile(path)).buffer)
  return workbook
}

/** The rows of the first page below its headings, as far as what was read. */
async function firstPage(path: string): Promise<string[][]> {
  const rows: string[][] = []
  ;(await opened(path)).worksheets[0]?.eachRow((row, at) => {
    if (at > 3) rows.push([1, 2, 3, 4].map((column) => row.getCell(column).text))
  })
  return rows
}

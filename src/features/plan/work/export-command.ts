import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { writeStratml } from '../core/export/write-stratml.ts'
import { planSheets } from '../core/workbook/plan-sheets.ts'
import { planAt } from './read-plan.ts'
import { run as readOnto } from './workbook-work.ts'

type Export = (plan: PlanDocument, out: string, call: CliCall) => Promise<void>

const stratml =
  (part: 1 | 2): Export =>
  async (plan, out, { values, remark }) => {
    const programs = values['programs-as-words'] ? 'other-information' : 'objectives'
    const { xml, notes } = writeStratml(plan, { part, programs })
    for (const { message } of notes) remark(message)
    await writeFile(out, xml)
  }

/** The date of a workbook is that of the plan's version, so that the same plan gives the same bytes. */
const dateOf = ({ version, period }: PlanDocument) => new Date(version.frozenOn ?? period.start)

const formats: Readonly<Record<string, Export>> = {
  json: (plan, out) => writeFile(out, `${JSON.stringify(plan, null, 2)}\n`),
  'stratml-1': stratml(1),
  'stratml-2': stratml(2),
  xlsx: async (plan, out) =>
    writeFile(out, await writeWorkbook(planSheets(plan), { createdAt: dateOf(plan), title: plan.title })),
  csv: async (plan, out) => {
    await mkdir(out, { recursive: true })
    for (const { name, columns, rows } of planSheets(plan)) {
      const table = [columns.map(({ header }) => header), ...rows.map((row) => row.map((cell) => cell ?? ''))]
      await writeFile(join(out, `${name}.csv`), writeCsv(table.map((row) => row.map(String))))
    }
  },
}

export const exportCommand: CliCommand = {
  name: 'plan export',
  summary: '計画のファイルを、ほかの形式で書き出す',
  usage: `plan.json --format ${Object.keys(formats).join('|')} --out FILE`,
  help: [
    'StratMLに欄がないものは OtherInformation に文で書き、何をどうしたかを示す',
    '--programs-as-words：基本事業を、施策の OtherInformation に書く（StratMLのとき）',
    'csv は、--out のフォルダーに表を1つずつ書く',
  ],
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    'programs-as-words': { type: 'boolean' },
  },
  async run(call) {
    const { format = 'json', out } = call.values
    const write = formats[String(format)]
    if (!write) throw new UnusableCall(`--format は ${Object.keys(formats).join('、')} のどれかです。`)
    if (typeof out !== 'string') throw new UnusableCall('--out で書き出す先を書いてください。')
    const plan = await planAt(call.positionals[0], call.remark)
    if (!plan) return 1
    await write(plan, out, call)
    call.print(out)
    return 0
  },
}

export const takeInCommand: CliCommand = {
  name: 'plan take-in',
  summary: 'Excelで直したブックを、計画のファイルに取り込む',
  usage: 'plan.json ブック.xlsx --out 新しい計画.json',
  help: ['ブックにない欄と行は、計画のまま残る', '直すところがあれば、シートとセルで示し、何も書き出さない'],
  options: { out: { type: 'string' } },
  async run({ positionals: [planPath, bookPath], values: { out }, print, remark }) {
    if (!planPath || !bookPath) throw new UnusableCall('計画のファイルと、ブックを書いてください。')
    if (typeof out !== 'string') throw new UnusableCall('--out で書き出す先を書いてください。')
    const base = await planAt(planPath, remark)
    if (!base) return 1
    const base64 = (await readFile(bookPath)).toString('base64')
    const result = await readOnto({ base64, base, units: base.units })
    if ('problem' in result) remark(result.problem)
    if (result.issues) {
      for (const { sheet, cell, message } of result.issues) remark(`${sheet} ${cell} ${message}`.trim())
      if (result.more > 0) remark(`ほか${result.more}件`)
    }
    if (!result.plan) return 1
    for (const note of result.notes) remark(note)
    for (const { sentence } of result.changes) print(sentence)
    await writeFile(out, `${JSON.stringify(result.plan, null, 2)}\n`)
    return 0
  },
}

import { expect, test } from 'vitest'
import { planPeopleImport } from '#src/features/organization/core/people-import.ts'
import { planUnitImport } from '#src/features/organization/core/unit-import.ts'
import { writeStratml } from '#src/features/plan/core/export/write-stratml.ts'
import { readPlanFile } from '#src/features/plan/core/import/read-plan-file.ts'
import { planSheets } from '#src/features/plan/core/workbook/plan-sheets.ts'
import { readPlanSheets } from '#src/features/plan/core/workbook/read-plan-sheets.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { projectionInputs } from '#src/formats/projection-inputs.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { parseMarkdown } from '#src/lib/text/markdown.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { fullPlan } from '#test/full-plan.ts'
import { mutated, withSpoiltSheet } from './mutated.ts'

/** Ten thousand spoilt files: every reader answers with a result or with reasons, never with a crash, never with half of it. */

const plan = fullPlan()
const untouched = canonicalJson(plan)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const newId = (kind: string) => `${kind}_7777777777`

function readPlan(file: Uint8Array) {
  const result = readPlanFile(file, { newId })
  if (result.refusals) {
    expect(result.refusals.length).toBeGreaterThan(0)
    expect(result).not.toHaveProperty('plan')
  } else planDocument.parse(result.plan)
}

const csv = (table: string[][]) => bytesOf(writeCsv(table))
const units = csv([
  ['id', '名称', '種別', '上位', '開始日', '終了日'],
  ['', 'こども課', '課', '', '2020-04-01', ''],
  ['', '髙﨑支所', '室', 'こども課', '2021-04-01', '2023-03-31'],
])

function readTable(file: Uint8Array) {
  const decoded = decodeText(file)
  if ('problem' in decoded) return
  planUnitImport(decoded.text, [], '2026-11-27')
  planPeopleImport(decoded.text, { people: [], units: [] })
}

async function readBook(file: Uint8Array) {
  const read = await readWorkbook(file)
  if (read.problem !== undefined) return
  const result = readPlanSheets(read.sheets, { base: plan, units: plan.units, newId })
  if (result.plan) planDocument.parse(result.plan)
  expect(canonicalJson(plan)).toBe(untouched)
}

const book = () => writeWorkbook(planSheets(plan), { createdAt: new Date('2026-01-01') })

const readers: [
  name: string,
  count: number,
  file: () => Promise<Uint8Array> | Uint8Array,
  read: (file: Uint8Array) => unknown,
][] = [
  ['plan as JSON', 2500, () => bytesOf(JSON.stringify(plan)), readPlan],
  ['plan as StratML', 2500, () => bytesOf(writeStratml(plan, { part: 2 }).xml), readPlan],
  ['units and people as CSV', 2500, () => units, readTable],
  [
    'texts of the plan',
    1500,
    () =>
      bytesOf('**太い** [リンク](https://a.jp) ｜伊奈《いな》\n\n- 一\n  - 二\n1. 三 {{dp_0000000001|int}}'),
    (file) => parseMarkdown(new TextDecoder().decode(file)),
  ],
  ['workbook', 300, book, readBook],
  ['sheets of a workbook', 300, book, (file) => readBook(file)],
  [
    'projection',
    400,
    () =>
      bytesOf(JSON.stringify({ schema: 'shirube-projection/1', step: 5, base: { M: [1, 2], F: [1, 2] } })),
    (file) => projectionInputs.safeParse(jsonOf(file)),
  ],
]

function jsonOf(file: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(file))
  } catch {
    return undefined
  }
}

test('there are ten thousand of them', () => {
  expect(readers.reduce((sum, [, count]) => sum + count, 0)).toBe(10_000)
})

test.each(readers)(
  '%s: %i spoilt files',
  async (name, count, file, read) => {
    const whole = await file()
    await read(whole)
    for (let seed = 1; seed <= count; seed += 1) {
      const spoilt = name.startsWith('sheets') ? withSpoiltSheet(whole, seed) : mutated(whole, seed)
      try {
        await read(spoilt)
      } catch (error) {
        throw new Error(`${name}, seed ${seed}: ${error instanceof Error ? error.stack : error}`)
      }
    }
  },
  180_000,
)

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPaperFile } from '#src/features/deliberation/core/paper-file.ts'
import { readUploaded } from '#src/features/planning-frame/core/read-uploaded.ts'
import { noReferences } from '#src/features/request-sheets/core/references.ts'
import { sheetTemplates } from '#src/features/request-sheets/core/sheet-templates.ts'
import type { RequestRound, RequestSheet } from '#src/features/request-sheets/core/sheets.ts'
import { mergeBook } from '#src/features/request-sheets/core/workbook/merge-book.ts'
import { unitBook } from '#src/features/request-sheets/core/workbook/write-unit-book.ts'
import { readBook } from '#src/features/request-sheets/work/read-book-work.ts'
import type { SourceKind } from '#src/features/statistics/core/source-kinds.ts'
import { run as readStatistics } from '#src/features/statistics/work/read-work.ts'
import { readLss } from '#src/features/surveys/core/exchange/read-lss.ts'
import { readXlsform } from '#src/features/surveys/core/exchange/read-xlsform.ts'
import { takenQuestionnaire } from '#src/features/surveys/core/exchange/taken-questionnaire.ts'
import { writeLss } from '#src/features/surveys/core/exchange/write-lss.ts'
import { writeXlsform } from '#src/features/surveys/core/exchange/write-xlsform.ts'
import { readImport } from '#src/features/surveys/core/import/import-answers.ts'
import { readFrame } from '#src/features/surveys/core/sample/draw-sample.ts'
import { readCodeList } from '#src/features/surveys/core/sample/read-codes.ts'
import { strataOfText } from '#src/features/surveys/core/sample/strata.ts'
import { sampleQuestionnaire } from '#src/features/surveys/sample/sample-questionnaire.ts'
import { readVoices } from '#src/features/voices/core/read-voices.ts'
import { planVoiceImport } from '#src/features/voices/core/voice-import.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { mutated, withSpoiltSheet } from './mutated.ts'

/** Spoilt files for the rooms: every reader answers with a result or with reasons, and what was there stays as it was. */

const bytesOf = (text: string) => new TextEncoder().encode(text)
const createdAt = { createdAt: new Date('2026-01-01') }
const asText = (read: (text: string) => unknown) => (file: Uint8Array) => {
  const decoded = decodeText(file)
  return 'problem' in decoded ? decoded : read(decoded.text)
}

const sampleTable = (name: string) => readFileSync(`src/features/statistics/sample/${name}`).subarray(0, 3000)
const tables: [SourceKind, string][] = [
  ['ssdse-a', 'ssdse-a-2024.csv'],
  ['census-age', 'census-1980-2015.csv'],
  ['projection-age', 'ipss-2018.csv'],
  ['register-age', 'register-2016-2020.csv'],
  ['tidy', 'register-2016-2020.csv'],
]
const value = { '@cat01': '100', '@area': '08235', '@time': '2020000000', '@unit': '人', $: '49872' }
const classes = [
  { '@id': 'cat01', '@name': '男女', CLASS: { '@code': '100', '@name': '総数' } },
  { '@id': 'area', '@name': '地域', CLASS: { '@code': '08235', '@name': 'つくばみらい市' } },
  { '@id': 'time', '@name': '時間軸', CLASS: [{ '@code': '2020000000', '@name': '2020年' }] },
]
const estat = {
  GET_STATS_DATA: {
    RESULT: { STATUS: 0 },
    STATISTICAL_DATA: {
      TABLE_INF: { STAT_NAME: { $: '国勢調査' }, TITLE: { $: '人口' } },
      CLASS_INF: { CLASS_OBJ: classes },
      DATA_INF: { VALUE: [value, { ...value, $: '***' }] },
    },
  },
}
const statistics = (kind: SourceKind) => async (file: Uint8Array) => {
  const base64 = Buffer.from(file).toString('base64')
  const result = await readStatistics({ base64, kind })
  if (result.step === 'refused') expect(result.findings.length).toBeGreaterThan(0)
}

const questionnaire = sampleQuestionnaire([])
const untouched = canonicalJson(questionnaire)
const read = strataOfText('地区,人口\n北,10\n南,20')
if (read.problem !== undefined) throw new Error(read.problem)
const { strata } = read
const answers = '地区,q1,q2,q3,q4_1\n北,５年未満,3,やや不満,1\n南,"２０年以上",INV,1,0\n'
const answersRead = asText((text) => readImport(text, { questionnaire, strata, today: '2026-04-01' }))
const taken = (value: unknown) => {
  takenQuestionnaire(value)
  expect(canonicalJson(questionnaire)).toBe(untouched)
}
const xlsform = () => writeWorkbook(plainSheets(), createdAt)
const plainSheets = () =>
  writeXlsform(questionnaire, { title: '調査', id: 'sv_0000000001' }).map(
    ({ name, rows: [head = [], ...rows] }) => ({
      name,
      title: '',
      guidance: '',
      isPlain: true,
      columns: head.map((header) => ({ header, width: 24, format: 'text' as const })),
      rows,
    }),
  )
async function xlsformRead(file: Uint8Array) {
  const book = await readWorkbook(file)
  if (book.problem === undefined) taken(readXlsform(book.sheets))
}

const fields = [...sheetTemplates.target]
const round: RequestRound = {
  id: 'rr_0000000001',
  title: '依頼',
  sheetType: 'target',
  usedFor: '素案',
  fields,
  dueOn: '2026-06-30',
  sentAt: '2026-06-01T00:00:00.000Z',
  revision: 1,
}
const sheet: RequestSheet = {
  id: 'rs_0000000001',
  roundId: round.id,
  unitId: 'ou_0000000001',
  subjectId: 'me_0000000001',
  subject: '健康づくり',
  state: 'sent',
  answers: { 'desired-state': '元気', target: '80' },
  remarks: [],
  dueOn: '2026-06-30',
  revision: 1,
}
const municipalityCode = '082350'
const known = { round, sheets: [sheet], references: noReferences, municipalityCode, key: '鍵' }
const unanswered = canonicalJson(sheet)
const origin = {
  municipalityCode,
  roundId: round.id,
  unitId: sheet.unitId,
  exportedAt: '2026-06-01T00:00:00.000Z',
}
const unitFile = () =>
  writeWorkbook(
    unitBook({ round, sheets: [sheet], unitName: '健康増進課', references: noReferences, origin, key: '鍵' }),
    createdAt,
  )
async function unitFileRead(file: Uint8Array) {
  const { book } = await readBook(file)
  if (book) mergeBook(book, known)
  expect(canonicalJson(sheet)).toBe(unanswered)
}

const example = (name: string) => () => readFileSync(`docs/formats/${name}`)
const voices =
  '声,経路,受けた日,地区,年代\nバスを増やして,要望,2026-07-01,伊奈,60代\n道が暗い,電話,2026-07-02,谷和原,30代\n'
const codes = '宛名番号,回答コード\n1,7K3Q-9XM4-T\n2,8K3Q-9XM4-T\n'
const frame = '宛名番号,地区\n1,北\n2,南\n3,北\n'

type Reader = [
  name: string,
  count: number,
  file: () => Promise<Uint8Array> | Uint8Array,
  read: (file: Uint8Array) => unknown,
]
const readers: Reader[] = [
  ...tables.map(
    ([kind, name]): Reader => [`statistics ${kind}`, 400, () => sampleTable(name), statistics(kind)],
  ),
  ['statistics of e-Stat', 800, () => bytesOf(JSON.stringify(estat)), statistics('estat')],
  [
    'statistics of the dashboard',
    200,
    () => bytesOf(JSON.stringify({ GET_STATS: estat })),
    statistics('dashboard'),
  ],
  ['answers of a survey', 1000, () => bytesOf(answers), answersRead],
  ['list of a sample', 400, () => bytesOf(frame), asText((text) => readFrame(text, strata))],
  ['list of codes', 400, () => bytesOf(codes), asText(readCodeList)],
  ['strata', 400, () => bytesOf('地区,人口\n北,10\n南,20'), asText(strataOfText)],
  ['questionnaire as JSON', 600, () => bytesOf(untouched), asText((text) => taken(readJson(text).value))],
  [
    'questionnaire as LSS',
    500,
    () => bytesOf(writeLss(questionnaire, { title: '調査' })),
    asText((text) => taken(readLss(text))),
  ],
  ['questionnaire as XLSForm', 150, xlsform, xlsformRead],
  ['sheets of an XLSForm', 150, xlsform, xlsformRead],
  ['voices as CSV', 1000, () => bytesOf(voices), asText((text) => planVoiceImport(text, new Set()))],
  ['voices as JSON', 800, example('voice.example.json'), asText((text) => readVoices(text))],
  ['workbook of a request sheet', 150, unitFile, unitFileRead],
  ['sheets of a request workbook', 150, unitFile, unitFileRead],
  [
    'inputs of a projection',
    60,
    example('projection-inputs.example.json'),
    asText((text) => readUploaded(text, { areaCode: undefined, distributeUnknown: true })),
  ],
  ['papers of a meeting', 600, unitFile, (file) => readPaperFile(file, '資料.xlsx')],
]

test.each(readers)(
  '%s: %i spoilt files',
  async (name, count, file, take) => {
    const whole = await file()
    await take(whole)
    for (let seed = 1; seed <= count; seed += 1) {
      try {
        await take(name.startsWith('sheets') ? withSpoiltSheet(whole, seed) : mutated(whole, seed))
      } catch (error) {
        throw new Error(`${name}, seed ${seed}: ${error instanceof Error ? error.stack : error}`)
      }
    }
  },
  180_000,
)

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { encodeCp932 } from '#src/lib/csv/encode-cp932.ts'
import { writeSav } from '#src/lib/sav/write-sav.ts'
import { type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { writeLss } from '../core/exchange/write-lss.ts'
import { writeXlsform } from '../core/exchange/write-xlsform.ts'
import { codebookSheet } from '../core/export/codebook-sheet.ts'
import { ddiCodebook } from '../core/export/ddi-codebook.ts'
import { exportSurvey } from '../core/export/export-survey.ts'
import { savOfDataset } from '../core/export/sav-of-dataset.ts'
import type { LoadedSurvey } from './load-survey.ts'
import { surveyFrom, telling } from './survey-options.ts'

export const exportCommand: CliCommand = {
  name: 'survey export',
  summary: '調査のファイルを、CSV・SPSS・コード表・DDI・調査票（XLSForm、LimeSurvey）にする',
  usage: 'survey.json --out フォルダー [--encoding utf-8|cp932]',
  help: [
    'codes.csv、labels.csv、codebook.csv、codebook.xlsx、data.sav、ddi.xml、xlsform.xlsx、limesurvey.lss',
    '無回答は空、無効は INV、非該当は NAP。SPSSでは99、98、97',
    '--encoding cp932 で、CSVを Shift_JIS（CP932）で書く。書けない文字は〓にして知らせる',
  ],
  options: { out: { type: 'string' }, encoding: { type: 'string' } },
  run: telling(async (call) => {
    const { out, encoding = 'utf-8' } = call.values
    if (typeof out !== 'string') throw new UnusableCall('--out で書き出すフォルダーを書いてください。')
    if (encoding !== 'utf-8' && encoding !== 'cp932')
      throw new UnusableCall('--encoding は utf-8 か cp932 です。')
    const survey = await surveyFrom(call)
    if (!survey.dataset) throw new UnusableCall('schema が shirube-survey/1 のJSONを書いてください。')
    await mkdir(out, { recursive: true })
    const { files, notes } = await filesOf(survey, survey.dataset, encoding === 'cp932')
    for (const [name, content] of files) {
      await writeFile(join(out, name), content)
      call.print(join(out, name))
    }
    for (const note of notes) call.remark(note)
    return 0
  }),
}

type Files = { files: [string, Uint8Array | string][]; notes: string[] }

async function filesOf(
  { frame, built, data }: LoadedSurvey,
  dataset: SurveyDataset,
  isCp932: boolean,
): Promise<Files> {
  const { weights } = built.design
  const { questionnaire, title, surveyId, period } = dataset
  const createdAt = new Date(`${period?.end ?? '2000-01-01'}T00:00:00+09:00`)
  const tables = exportSurvey(frame, dataset, weights)
  const csv = Object.entries(tables).map(([name, rows]) => {
    const text = writeCsv(rows)
    const { bytes, lost } = isCp932 ? encodeCp932(text.slice(1)) : { bytes: text, lost: [] }
    return { name, bytes, lost }
  })
  const { file, notes } = savOfDataset(dataset, weights)
  const sav = writeSav(file)
  const plain = writeXlsform(questionnaire, { title, id: surveyId }).map(
    ({ name, rows: [head = [], ...rows] }) => ({
      name,
      title: '',
      guidance: '',
      isPlain: true,
      columns: head.map((header) => ({ header, width: 24, format: 'text' as const })),
      rows,
    }),
  )
  return {
    files: [
      ...csv.map(({ name, bytes }): [string, Uint8Array | string] => [name, bytes]),
      [
        'codebook.xlsx',
        await writeWorkbook([codebookSheet(tables['codebook.csv'], title)], { createdAt, title }),
      ],
      ['data.sav', sav.bytes],
      ['ddi.xml', ddiCodebook({ dataset, weights, hash: data?.hash.replace('sha256:', '') ?? '' })],
      ['xlsform.xlsx', await writeWorkbook(plain, { createdAt, title })],
      ['limesurvey.lss', writeLss(questionnaire, { title })],
    ],
    notes: [
      ...notes,
      ...sav.notes,
      ...csv.flatMap(({ name, lost }) =>
        lost.map(({ sign, count }) => `${name}：「${sign}」（${count}か所）は書けないので〓にしました`),
      ),
    ],
  }
}

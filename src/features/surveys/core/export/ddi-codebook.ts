import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import {
  group,
  present,
  type Sparse,
  type WrittenElement,
  words,
  writeXml,
} from '../../../plan/core/export/xml-element.ts'
import { designLabels, modeLabels } from '../labels.ts'
import { type DescribedColumn, describedColumns } from './described-columns.ts'

export const ddiNamespace = 'ddi:codebook:2_5'

export type DdiSource = {
  dataset: SurveyDataset
  weights: Float64Array
  /** Sent and returned, where it is known. */
  responses?: { sent: number | undefined; received: number; rate: string } | undefined
  hash: string
}

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | Sparse,
): WrittenElement => ({ name, attributes, content: typeof content === 'string' ? content : present(content) })

/** The description of a survey as DDI-Codebook 2.5: the study, the file, every variable with its counts. */
export function ddiCodebook(source: DdiSource): string {
  const { dataset } = source
  const root = element(
    'codeBook',
    { xmlns: ddiNamespace, version: '2.5', 'xml:lang': dataset.questionnaire.language, ID: dataset.surveyId },
    [
      group('stdyDscr', [citation(source), studyInfo(dataset), method(source)]),
      group('fileDscr', [
        group('fileTxt', [
          words('fileName', 'codes.csv'),
          group('dimensns', [
            words('caseQnty', String(dataset.answers.count)),
            words('varQnty', String(dataset.answers.columns.length + 1)),
          ]),
          words('fileType', 'text/csv; charset=utf-8'),
        ]),
      ]),
      dataDescription(source),
    ],
  )
  return writeXml(root).xml
}

const citation = ({ dataset, hash }: DdiSource) =>
  group('citation', [
    group('titlStmt', [words('titl', dataset.title), words('IDNo', dataset.surveyId)]),
    group('rspStmt', [words('AuthEnty', dataset.municipalityName)]),
    group('verStmt', [words('version', `sha256:${hash}`)]),
  ])

const studyInfo = ({ period, universe, isInvented }: SurveyDataset) =>
  group('stdyInfo', [
    isInvented ? words('abstract', '見本（架空）。設問も回答も、説明のためにつくったものです。') : undefined,
    group('sumDscr', [
      period ? element('collDate', { date: period.start, event: 'start' }, period.start) : undefined,
      period ? element('collDate', { date: period.end, event: 'end' }, period.end) : undefined,
      words('universe', universe),
    ]),
  ])

function method({ dataset, responses }: DdiSource) {
  const { kind, description, population } = dataset.design
  const design = [
    kind === 'cluster' ? '集落抽出' : designLabels[kind],
    description,
    population === null ? '' : `母集団${population}人`,
  ]
  const rate =
    responses?.sent === undefined
      ? undefined
      : `配布${responses.sent}、有効回答${responses.received}、回収率${responses.rate}％`
  return group('method', [
    group('dataColl', [
      words('timeMeth', '横断調査（1回）'),
      words('sampProc', design.filter((part) => part !== '').join('。')),
      words('collMode', `${modeLabels.paper}・${modeLabels.web}`),
      words('weight', '層の人口÷層の回答数。変数weight。'),
    ]),
    group('anlyInfo', [words('respRate', rate)]),
  ])
}

function dataDescription({ dataset, weights }: DdiSource): WrittenElement | undefined {
  const columns = describedColumns(dataset)
  const sets = [...Map.groupBy(columns, ({ set }) => set)].flatMap(([set, members]) =>
    set === undefined
      ? []
      : [
          element(
            'varGrp',
            {
              ID: `G_${set}`,
              type: members[0]?.question?.type === 'ranking' ? 'other' : 'multipleResp',
              var: members.map(({ column }) => idOf(column.name)).join(' '),
            },
            [words('labl', members[0]?.question?.text)],
          ),
        ],
  )
  const weight = element('var', { ID: idOf('weight'), name: 'weight', wgt: 'wgt', intrvl: 'contin' }, [
    words('labl', 'ウエイト'),
    element('sumStat', { type: 'mean' }, String(meanOf(weights))),
    element('varFormat', { type: 'numeric' }, []),
  ])
  return group('dataDscr', [...sets, ...columns.map(variable), weight])
}

const meanOf = (values: Float64Array) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** An XML id: letters, digits, `_`, `-`, `.`; Japanese names are allowed by XML 1.0 as well. */
const idOf = (name: string) => `V_${name}`

const missingCodes = [
  [-1, '', '無回答'],
  [-2, 'INV', '無効'],
  [-3, 'NAP', '非該当'],
] as const

function variable(one: DescribedColumn): WrittenElement {
  const { column, label, question } = one
  const isNumber = column.kind === 'number'
  const attributes = {
    ID: idOf(column.name),
    name: column.name,
    intrvl: isNumber ? 'contin' : 'discrete',
  }
  return element('var', attributes, [
    words('labl', label),
    group('qstn', [words('qstnLit', question?.text), words('forward', question?.showIf)]),
    column.kind === 'text'
      ? undefined
      : group('invalrng', [element('item', { VALUE: 'INV' }, []), element('item', { VALUE: 'NAP' }, [])]),
    words('universe', question?.showIf ? `条件：${question.showIf}` : undefined),
    ...categories(one),
    element('varFormat', { type: column.kind === 'text' ? 'character' : 'numeric' }, []),
  ])
}

/** Every category with its count; the kinds of missing are marked so. */
function categories({ column, options }: DescribedColumn): WrittenElement[] {
  if (column.kind === 'text' || column.kind === 'number') return []
  const count = (code: number) => String(column.codes.filter((one) => one === code).length)
  const listed =
    column.kind === 'choice'
      ? options.map(({ code, label, missingKind }, at) => ({
          code,
          label,
          at,
          isMissing: missingKind !== undefined,
        }))
      : column.kind === 'rank'
        ? places(column.codes)
        : marked
  return [
    ...listed.map(({ code, label, at, isMissing }) =>
      category({ code, label, count: count(at), missing: isMissing ? 'わからない' : undefined }),
    ),
    ...missingCodes.map(([at, code, label]) => category({ code, label, count: count(at), missing: label })),
  ]
}

const marked = [1, 0].map((at) => ({
  code: String(at),
  label: at === 1 ? '選んだ' : '選んでいない',
  at,
  isMissing: false,
}))

/** The places an option was given, and none. */
function places(codes: readonly number[]) {
  const last = codes.reduce((most, code) => Math.max(most, code), 1)
  return Array.from({ length: last + 1 }, (_, code) => ({
    code: String(code),
    label: code === 0 ? '順位なし' : `${code}位`,
    at: code,
    isMissing: false,
  }))
}

type Category = { code: string; label: string; count: string; missing: string | undefined }

const category = ({ code, label, count, missing }: Category) =>
  element('catgry', missing === undefined ? {} : { missing: 'Y', missType: missing }, [
    { name: 'catValu', content: code },
    words('labl', label),
    element('catStat', { type: 'freq' }, count),
  ])

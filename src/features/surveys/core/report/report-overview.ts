import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { marginOfError } from '#src/lib/statistics/sample/sample-size.ts'
import { designLabels, questionTypeLabels } from '../labels.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import type { ReportChapter, ReportSource, ReportTable } from './report-format.ts'
import { shared } from './report-tables.ts'
import { noErrorReason, weightWords } from './stamp.ts'

const plain = { subtitle: '', finding: '', stamp: undefined, chart: undefined }

/** 調査の概要: what was asked of whom, what came back, and how far chance reaches. */
export function overviewChapter(source: ReportSource): {
  facts: (readonly [string, string])[]
  chapter: ReportChapter
} {
  const { survey, dataset, notes, responses, work, hash } = source
  const { whole } = responses
  const lastDay = tokyoDay(new Date(Date.parse(survey.closesAt) - 1))
  const facts = [
    ['対象', survey.universe || '―'],
    ['期間', `${eraDayDual(survey.startsOn)}〜${eraDayDual(lastDay)}`],
    ['抽出の方法', designLabels[survey.designKind]],
    ['配布数', whole.sent === undefined ? '―' : `${grouped(whole.sent)}通`],
    ['有効回答', `${grouped(dataset.answers.count)}件${whole.rate ? `（回収率${whole.rate}％）` : ''}`],
    ['ウエイト', weightWords(work)],
    ['データ版', hash],
  ] as const
  const margins = marginTable(source)
  return {
    facts: [...facts],
    chapter: {
      title: '調査の概要',
      lead: [
        ...notes.map((note) => `${note}。`),
        ...(work.built.isProbability
          ? []
          : [survey.designKind === 'quota' ? noErrorReason : '標本誤差は示しません。']),
      ],
      tables: [responseTable(source), ...(margins ? [margins] : [])],
    },
  }
}

const grouped = (count: number) => count.toLocaleString('en-US')

function responseTable({ responses }: ReportSource): ReportTable {
  const lines = [responses.whole, ...responses.strata]
  return {
    ...plain,
    title: '回収状況',
    head: ['層', '配布数', '回収数', '回収率（%）'],
    widths: shared([40, 20, 20, 20]),
    numeric: [1, 2, 3],
    rows: lines.map(({ label, sent, received, rate }) => [
      label,
      sent === undefined ? '―' : grouped(sent),
      grouped(received),
      rate || '―',
    ]),
  }
}

const printedShares = [0.1, 0.2, 0.3, 0.4, 0.5] as const

/** 標本誤差の早見表; only of a sample drawn by chance. */
function marginTable({ dataset, work }: ReportSource): ReportTable | undefined {
  const { count } = dataset.answers
  const population = dataset.design.population ?? undefined
  if (!work.built.isProbability || dataset.design.kind === 'census') return undefined
  if (count < 2 || (population !== undefined && population < count)) return undefined
  const known = population === undefined ? {} : { population }
  return {
    ...plain,
    title: '標本誤差（95％）',
    subtitle: `±1.96×√{(N−n)÷(N−1)×P(1−P)÷n}。n＝${grouped(count)}、${
      population === undefined ? '母集団は無限とみなした' : `N＝${grouped(population)}`
    }。標本抽出による誤差だけで、答えない人がいることの偏りは含まない。設問ごとの幅は、それぞれの表にある。`,
    head: ['答えの割合（P）', ...printedShares.map((share) => `${share * 100}％・${(1 - share) * 100}％`)],
    widths: shared([25, 15, 15, 15, 15, 15]),
    numeric: [1, 2, 3, 4, 5],
    rows: [
      [
        '誤差（ポイント）',
        ...printedShares.map(
          (share) => `±${(marginOfError({ answers: count, share, ...known }) * 100).toFixed(1)}`,
        ),
      ],
    ],
  }
}

/** 資料：調査票, as it was put. */
export function questionnaireChapter(questionnaire: Questionnaire): ReportChapter {
  return {
    title: '資料：調査票',
    lead: [`設問と選択肢です（第${questionnaire.version}版）。`],
    tables: [
      {
        ...plain,
        title: '設問の一覧',
        head: ['問', '設問', '答え方', '選択肢'],
        widths: shared([8, 38, 18, 36]),
        numeric: [],
        rows: questionsOf(questionnaire).map(questionRow),
      },
    ],
  }
}

function questionRow({ number, text, type, options, items, showIf }: SurveyQuestion): string[] {
  const lines = items.length > 1 ? `（${items.map(({ label }) => label).join('、')}）` : ''
  const way = type in questionTypeLabels ? questionTypeLabels[type as keyof typeof questionTypeLabels] : type
  return [
    number,
    `${text}${lines}`,
    `${way}${showIf ? '（条件に合う人だけ）' : ''}`,
    options.map(({ code, label }) => `${code} ${label}`).join('　'),
  ]
}

import { sizeClasses, sizeClassOf } from '#src/lib/demography/backtest.ts'
import { sdAfterFiveYears } from '#src/lib/demography/error-model.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { eraDay, fiscalYearDual } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { type AgeRow, ageRows } from './age-table.ts'
import type { Fan } from './fan.ts'
import { guardSentence } from './guard-table.ts'
import type { ScenarioRun } from './run-scenario.ts'
import type { PlanningFrame, ResidentCount } from './scenario.ts'
import { backTestScenario } from './scenario-back-test.ts'

type Chapter = { heading: string; text: string }

export const frameHeading = '計画フレーム（将来人口）'

/** The chapters with this one in the place of the older one, or at their end. */
export function withFrameChapter(chapters: readonly Chapter[], chapter: Chapter): Chapter[] {
  const at = chapters.findIndex(({ heading }) => heading === chapter.heading)
  return at < 0 ? [...chapters, chapter] : chapters.map((one, place) => (place === at ? chapter : one))
}

const whole = (value: number) => groupedNumber(Math.round(value), 0)

type ChapterRequest = { frame: PlanningFrame; run: ScenarioRun; counts: readonly ResidentCount[] }

/**
 * The adopted frame as a chapter of the basic concept: the number, its reason and who decided it; residents, households
 * and workers by year; how it was made, how far it can be trusted, and its sources.
 */
export function frameChapter(request: ChapterRequest): Chapter {
  const { frame } = request
  const { year, persons, reason, alternatives, meeting, decidedOn, scenarioName, origin } = frame
  const invented = origin === 'invented' ? '（見本（架空）の推計です）' : ''
  const parts = [
    `${fiscalYearDual(year).replaceAll('年度', '年')}の計画人口を、**${groupedNumber(persons, 0)}人**とします${invented}。`,
    reason,
    alternatives && `ほかに考えた案：${alternatives}`,
    `推計のケース「${scenarioName}」を、${eraDay(decidedOn)}の${meeting}で採用しました。`,
    ...residentsParts(request),
    ...homeParts(request),
    ...methodParts(request),
  ]
  return { heading: frameHeading, text: parts.filter(Boolean).join('\n\n') }
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

function residentsParts({ run: { result } }: ChapterRequest): string[] {
  const share = (part: number, { total }: AgeRow) => (total > 0 ? Math.round((part / total) * 1000) / 10 : 0)
  const lines = ageRows(result).map(
    (row) =>
      `${row.year}年：${whole(row.total)}人（0～14歳 ${whole(row.child)}人、15～64歳 ${whole(row.workingAge)}人、65歳以上 ${whole(row.elderly)}人・${share(row.elderly, row)}％）`,
  )
  return ['**人口の見通し**', listed(lines)]
}

/** Households and workers, where the frame has them, with what their rates rest on. */
function homeParts({ frame, run: { households, workers } }: ChapterRequest): string[] {
  const { headship, participation } = frame.assumptions
  const years = [...new Set([...households, ...workers].map(({ year }) => year))]
  if (years.length === 0) return []
  const lines = years.map((year) => {
    const home = households.find((row) => row.year === year)
    const work = workers.find((row) => row.year === year)
    const parts = [
      home && `${whole(home.total)}世帯（1世帯に${groupedNumber(home.size, 2)}人）`,
      home?.elderlySingle !== undefined && `うち65歳以上の単独${whole(home.elderlySingle)}世帯`,
      work && `就業者${whole(work.total)}人`,
    ]
    return `${year}年：${parts.filter(Boolean).join('、')}`
  })
  const sources = [
    headship && `世帯は、男女・年齢別の世帯主率から求めました（${headship.source}）。`,
    !headship && households.length > 0 && '世帯は、人口を1世帯の人数で割った簡易の数です。',
    participation && `就業者は、男女・年齢別の就業率から求めました（${participation.source}）。`,
    !participation && workers.length > 0 && '就業者は、15歳以上の人口に1つの率をかけた簡易の数です。',
  ]
  return ['**世帯と就業者の見通し**', listed(lines), sources.filter(Boolean).join('')]
}

const basisWords = {
  census: '国勢調査の人口',
  'census-adjusted': '国勢調査の人口（年齢不詳を按分）',
  register: '住民基本台帳の人口',
  estimate: '常住人口',
  other: '基準の人口',
} as const

function methodParts({ frame, run, counts }: ChapterRequest): string[] {
  const { inputs, inputsHash } = frame
  const lines = [
    `${inputs.baseDate.slice(0, 4)}年の${basisWords[inputs.basis]}から、男女・年齢ごとに${inputs.step}年ずつ、生き残る割合、転入・転出、出生を仮定して先へ進めました（コーホート要因法）。${birthWords(inputs)}`,
    ...developmentWords(frame),
    ...fanWords(frame, run),
    ...testWords({ frame, run, counts }),
    ...(inputs.source ?? []).map(
      ({ file, table, edition }) => `出典：${[table ?? file, edition].filter(Boolean).join('、')}`,
    ),
    `入力の控え ${inputsHash.slice(0, 'sha256:'.length + 16)}…、計算の版 ${run.result.engineVersion}、乱数の種 ${frame.seed}`,
  ]
  return ['**推計の方法と確からしさ**', listed(lines)]
}

/** Who is expected to come by housing development, and how they are not counted twice. */
function developmentWords({ assumptions: { sites, guard, guardTable } }: PlanningFrame): string[] {
  const persons = sites.flatMap(({ entrants }) => entrants).reduce((sum, one) => sum + one.persons, 0)
  if (persons === 0 && !guardTable) return []
  const expected = persons > 0 && `住宅の開発による転入を、合わせて${whole(persons)}人見込んでいます。`
  return [[expected, guardSentence(guardTable), guard].filter(Boolean).join('')]
}

function birthWords({ periods }: ProjectionInputs): string {
  const usesRatio = periods.some(({ fertility }) => fertility.kind === 'cwr')
  return usesRatio
    ? '0～4歳の子どもは、15～49歳の女性に対する比（子ども女性比）で求めます。'
    : '出生は、女性の年齢別の出生率で求めます。'
}

/** The width of the number in the last year, and where it comes from. */
function fanWords({ inputs }: PlanningFrame, { result }: ScenarioRun): string[] {
  const fan: Fan | undefined = result.uncertainty
  const last = result.years.at(-1)
  const [, low, , , , high] = (last !== undefined && fan?.measures['total']?.[last]) || []
  if (low === undefined || high === undefined || last === undefined) return []
  const at = sizeClassOf([...inputs.base.M, ...inputs.base.F].reduce((sum, one) => sum + one, 0))
  const sd = groupedNumber((sdAfterFiveYears[at] ?? 0) * 100, 1)
  return [
    `${last}年の人口は、10回に8回は${whole(low)}人から${whole(high)}人までに入る見込みです。幅は、${sizeClasses[at]?.label}の市町村の過去の推計の5年後の誤差（標準偏差${sd}％）から求めました。`,
  ]
}

/** What this case said for years that were counted since, and what the simple methods would have said. */
function testWords({ frame, run, counts }: ChapterRequest): string[] {
  const { rows } = backTestScenario(run, { name: frame.scenarioName, counts })
  const percent = (value: number) =>
    `${value > 0 ? '＋' : value < 0 ? '−' : ''}${groupedNumber(Math.abs(value), 1)}％`
  const newest = Math.max(...rows.map(({ year }) => year))
  const words = rows
    .filter((row) => row.method === frame.scenarioName || row.year === newest)
    .map(
      (row) =>
        `「${row.method}」の${row.from}年から${row.year}年への推計は、実績に対して${percent(row.percent)}`,
    )
  return words.length > 0 ? [`検証：${words.join('、')}でした。`] : []
}

import { z } from 'zod'
import { decimalNumber, optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import type { Assumptions } from './assumptions.ts'
import type { Fit } from './rate-assumptions.ts'
import {
  headshipHead,
  industryTable,
  participationHead,
  type ReadTable,
  rateTable,
  readIndustryTable,
  readRateTable,
} from './rate-tables.ts'
import { tryScenario } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'

const amount = (name: string) => decimalNumber(`${name}は数で書いてください`).default(null)
const year = optionalWholeNumber('年は西暦で書いてください').default(null)
const source = z.string().trim().max(400, '出典は400字以内にしてください').default('')
const table = z.string().max(50_000, '表が長すぎます').default('')

const fields = z.object({
  headship: table,
  headshipSource: source,
  headshipYear: year,
  headshipCounted: amount('世帯数'),
  headshipAmong: amount('世帯人員'),
  householdSize: amount('1世帯の人数'),
  householdChange: amount('1年あたりの変化'),
  householdFloor: amount('下限'),
  participation: table,
  participationSource: source,
  participationYear: year,
  participationCounted: amount('就業者数'),
  participationAmong: amount('15歳以上の人口'),
  industries: table,
  workerPercent: amount('就業率'),
})
type Fields = z.infer<typeof fields>
type Problems = Record<string, string>
type RateAssumptions = Pick<Assumptions, 'households' | 'workers' | 'headship' | 'participation'>

/** Reads households and workers of a scenario and tries them; the other assumptions stay as they are. */
export function readHouseholdForm(
  entered: Record<string, string>,
  scenario: Pick<Scenario, 'inputs' | 'assumptions' | 'seed'>,
):
  | { assumptions: Assumptions; problems?: undefined }
  | { assumptions?: undefined; problems: Record<string, string> } {
  const read = fields.safeParse(entered)
  if (!read.success) {
    const problems: Problems = {}
    for (const { path, message } of read.error.issues) problems[String(path[0])] ??= message
    return { problems }
  }
  const problems: Problems = {}
  const rates: RateAssumptions = {
    ...householdsOf(read.data, { scenario, problems }),
    ...workersOf(read.data, { scenario, problems }),
  }
  if (Object.keys(problems).length > 0) return { problems }
  const {
    households: _,
    workers: __,
    headship: ___,
    participation: ____,
    ...residents
  } = scenario.assumptions
  const assumptions: Assumptions = { ...residents, ...rates }
  const [first] = tryScenario({ ...scenario, assumptions }).problems ?? []
  if (!first) return { assumptions }
  const field = first.path.startsWith('participation') ? 'participation' : 'headship'
  return { problems: { [field]: `実数に合わせると、この率では計算できません：${first.message}` } }
}

type Reading = { scenario: Pick<Scenario, 'inputs'>; problems: Problems }

/** The rows of a table, nothing where it is empty; a problem stands at its field. */
function rowsOf<Row>(name: string, read: ReadTable<Row>, problems: Problems): Row[] {
  if (read.problem !== undefined) problems[name] = read.problem
  return read.rows ?? []
}

function householdsOf(values: Fields, { scenario, problems }: Reading): RateAssumptions {
  const { ages } = scenario.inputs
  const rows = rowsOf('headship', readRateTable(values.headship, { ages, head: headshipHead }), problems)
  const fit = fitOf(values, 'headship', { scenario, problems })
  if (rows.length === 0) return sizeOf(values, problems)
  if (values.householdSize !== null) {
    problems['householdSize'] = '世帯主率の表があるときは、空けてください（どちらか1つで求めます）'
  }
  if (values.headshipSource === '') problems['headshipSource'] = '率の出典を書いてください'
  return { headship: { rows, source: values.headshipSource, ...(fit ? { fit } : {}) } }
}

function sizeOf(values: Fields, problems: Problems): RateAssumptions {
  const { householdSize: size, householdChange: change, householdFloor: floor } = values
  if (size === null) return {}
  if (size < 1 || size > 10) problems['householdSize'] = '1世帯の人数は1から10までです'
  const least = floor ?? 1
  if (least < 1 || least > size) problems['householdFloor'] = '下限は1から1世帯の人数までです'
  return { households: { size, change: change ?? 0, floor: least } }
}

function workersOf(values: Fields, { scenario, problems }: Reading): RateAssumptions {
  const { ages } = scenario.inputs
  const read = readRateTable(values.participation, { ages, head: participationHead })
  const rows = rowsOf('participation', read, problems)
  const industries = rowsOf('industries', readIndustryTable(values.industries), problems)
  const fit = fitOf(values, 'participation', { scenario, problems })
  const { workerPercent, participationSource: source } = values
  if (rows.length > 0) {
    if (workerPercent !== null) {
      problems['workerPercent'] = '就業率の表があるときは、空けてください（どちらか1つで求めます）'
    }
    if (source === '') problems['participationSource'] = '率の出典を書いてください'
    return { participation: { rows, industries, source, ...(fit ? { fit } : {}) } }
  }
  if (industries.length > 0) problems['industries'] ??= '産業別の割合は、就業率の表と一緒に使います'
  if (workerPercent === null) return {}
  if (workerPercent < 0 || workerPercent > 100) problems['workerPercent'] = '就業率は0から100までです'
  return { workers: { share: workerPercent / 100 } }
}

/** All three numbers, or none: what the rates are fitted to. */
function fitOf(
  values: Fields,
  table: 'headship' | 'participation',
  { scenario, problems }: Reading,
): Fit | undefined {
  const [fitYear, counted, among] = [
    values[`${table}Year`],
    values[`${table}Counted`],
    values[`${table}Among`],
  ]
  if (fitYear === null && counted === null && among === null) return undefined
  const { periods } = scenario.inputs
  const [first, last] = [periods[0]?.from ?? 0, periods.at(-1)?.to ?? 0]
  if (fitYear === null || fitYear < first || fitYear > last) {
    problems[`${table}Year`] = `実数に合わせる年は、${first}年から${last}年までの西暦で書いてください`
  }
  if (counted === null || counted <= 0) problems[`${table}Counted`] = '0より大きい数を書いてください'
  if (among === null || among < (counted ?? 0)) {
    problems[`${table}Among`] = '上の数より大きい数を書いてください'
  }
  return { year: fitYear ?? first, counted: counted ?? 1, among: among ?? 1 }
}

/** What is saved, as the fields show it. */
export function enteredHouseholds({ assumptions }: Pick<Scenario, 'assumptions'>): Record<string, string> {
  const { headship, participation, households, workers } = assumptions
  const words = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    headship: headship ? rateTable(headshipHead, headship.rows) : '',
    headshipSource: headship?.source ?? '',
    headshipYear: words(headship?.fit?.year),
    headshipCounted: words(headship?.fit?.counted),
    headshipAmong: words(headship?.fit?.among),
    householdSize: words(households?.size),
    householdChange: words(households?.change),
    householdFloor: words(households?.floor),
    participation: participation ? rateTable(participationHead, participation.rows) : '',
    participationSource: participation?.source ?? '',
    participationYear: words(participation?.fit?.year),
    participationCounted: words(participation?.fit?.counted),
    participationAmong: words(participation?.fit?.among),
    industries: participation ? industryTable(participation.industries) : '',
    workerPercent: workers ? String(Math.round(workers.share * 1e6) / 1e4) : '',
  }
}

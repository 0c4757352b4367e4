import { sizeClasses, sizeClassOf } from '#src/lib/demography/backtest.ts'
import { sdAfterFiveYears } from '#src/lib/demography/error-model.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { personsInYear } from './age-table.ts'
import { guardSentence } from './guard-table.ts'
import type { ScenarioRun } from './run-scenario.ts'
import type { ResidentCount, Scenario } from './scenario.ts'

const whole = (value: number) => groupedNumber(value, 0)

/** The frame number of a year: persons of the scenario, rounded to 1, 100, 500 or 1,000. Undefined outside its years. */
export function frameNumber(
  { result }: ScenarioRun,
  { year, roundedTo }: { year: number; roundedTo: number },
): { persons: number; exactPersons: number } | undefined {
  const exact = personsInYear(result, year)
  if (exact === undefined) return undefined
  return { persons: Math.round(exact / roundedTo) * roundedTo, exactPersons: Math.round(exact) }
}

export type ReasonRequest = {
  scenario: Scenario
  run: ScenarioRun
  counts: readonly ResidentCount[]
  year: number
  roundedTo: number
}

/** The reason for the frame number from what is known, as a first draft for the planner to go on with. */
export function frameReason(request: ReasonRequest): string {
  const { scenario, run, counts, year, roundedTo } = request
  const number = frameNumber(run, { year, roundedTo })
  if (!number) return ''
  const latest = counts.at(-1)
  const between = run.result.years.includes(year) ? '' : '（前後の推計の間を直線で結んだ値）'
  const entrants = entrantsUntil(scenario, year)
  return [
    latest && `${latest.year}年の人口は${whole(latest.persons)}人です（${latest.source}）。`,
    `「${scenario.name}」では、${year}年に${whole(number.exactPersons)}人となります${between}。`,
    latest && gapWords(run, latest),
    assumptionWords(scenario),
    entrants > 0 && `住宅の開発による転入を、${year}年までに${whole(entrants)}人見込んでいます。`,
    guardSentence(scenario.assumptions.guardTable),
    errorWords(run),
    `以上から、計画人口を${whole(number.persons)}人とします。`,
  ]
    .filter(Boolean)
    .join('')
}

/** How far the projection is from the latest count, where it has begun before: a known error is said. */
function gapWords({ result }: ScenarioRun, { year, persons }: ResidentCount): string {
  const projected = year > (result.years[0] ?? year) ? personsInYear(result, year) : undefined
  if (projected === undefined) return ''
  const percent = (projected / persons - 1) * 100
  const words = `この推計の${year}年の値は${whole(projected)}人で、実績`
  if (Math.abs(percent) < 0.05) return `${words}とほぼ同じです。`
  return `${words}より${groupedNumber(Math.abs(percent), 1)}％${percent > 0 ? '多く' : '少なく'}なっています。`
}

function entrantsUntil({ assumptions }: Scenario, year: number): number {
  const all = assumptions.sites.flatMap(({ entrants }) => entrants)
  return all.filter((one) => one.year < year).reduce((sum, { persons }) => sum + persons, 0)
}

/** What the factors of the scenario say, or that nothing was changed. */
function assumptionWords({ assumptions: { factors, guardTable } }: Scenario): string {
  const spread = (key: 'fertility' | 'inflow' | 'outflow') => {
    const values = factors.map((row) => row[key]).filter((value) => value !== 1)
    if (values.length === 0) return undefined
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return low === high ? `${low}倍` : `${low}～${high}倍`
  }
  const parts = [
    ['出生', spread('fertility')],
    ['転入超過', spread('inflow')],
    ['転出超過', spread('outflow')],
  ].flatMap(([words, times]) => (times === undefined ? [] : [`${words}を${times}`]))
  if (parts.length === 0) {
    return `出生・死亡${guardTable ? '' : '・移動'}の仮定は、もとにした推計のままです。`
  }
  return `もとの入力に対して、${parts.join('、')}と仮定しています。`
}

function errorWords({ result }: ScenarioRun): string {
  const [first = 0] = result.years
  const at = sizeClassOf(personsInYear(result, first) ?? 0)
  const percent = (sdAfterFiveYears[at] ?? 0) * 100
  const { label } = sizeClasses[at] as (typeof sizeClasses)[number]
  return `過去の同種の推計の5年後の誤差は、${label}の市町村で標準偏差${groupedNumber(percent, 1)}％でした。`
}

import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Assumptions } from './assumptions.ts'
import { guardSentence } from './guard-table.ts'

/** 前提とした仮定: what a scenario assumes on top of its inputs, one sentence each, for everybody to read. */
export function assumptionLines(given: Assumptions): string[] {
  const { factors, sites, guard, guardTable, households, headship, workers, participation } = given
  const changed = factors.filter((one) => one.fertility !== 1 || one.inflow !== 1 || one.outflow !== 1)
  const isDeveloped = sites.length > 0 || guardTable !== undefined
  return [
    ...(changed.length === 0 ? ['出生、転入、転出は、過去の率のままとしました。'] : []),
    ...changed.map(
      ({ from, to, fertility, inflow, outflow }) =>
        `${from}年から${to}年まで：出生を${times(fertility)}、転入を${times(inflow)}、転出を${times(outflow)}としました。`,
    ),
    ...sites.flatMap(({ name, entrants }) => {
      const years = entrants.filter(({ persons }) => persons > 0).map(({ year }) => year)
      const persons = entrants.reduce((sum, one) => sum + one.persons, 0)
      if (years.length === 0) return []
      const span = [...new Set([Math.min(...years), Math.max(...years)])]
        .map((year) => `${year}年`)
        .join('から')
      return `${name}：住宅の開発で、${span}に、合わせて${groupedNumber(Math.round(persons), 0)}人の転入を見込みました。`
    }),
    ...(isDeveloped ? [[guardSentence(guardTable), guard].filter(Boolean).join('')] : []),
    ...(headship ? ['世帯は、男女・年齢別の世帯主率から求めました。'] : []),
    ...(!headship && households
      ? [`世帯は、1世帯${groupedNumber(households.size, 2)}人から求めました。`]
      : []),
    ...(participation ? ['就業者は、男女・年齢別の就業率から求めました。'] : []),
    ...(!participation && workers ? ['就業者は、15歳以上の人口に1つの率をかけて求めました。'] : []),
  ].filter(Boolean)
}

const times = (factor: number) => (factor === 1 ? '過去の率のまま' : `${groupedNumber(factor, 2)}倍`)

import { onOneBasis } from './basis.ts'
import { ageOfCode } from './readers/age-items.ts'
import { type AreaSeries, knownPoints, type Series, seriesOf } from './series.ts'

/** 年齢3区分 at one time. Shares are of those whose age is known. */
export type Composition = {
  time: string
  child: number
  workingAge: number
  elderly: number
  unknown: number
  total: number
}

/** 年少・生産年齢・老年人口 by their ages. */
export const ageClassLabels = { child: '15歳未満', workingAge: '15～64歳', elderly: '65歳以上' } as const
export type AgeClass = keyof typeof ageClassLabels

/** The age structure over time of one data set with residents by sex and age, men and women together. */
export function compositionOf(area: AreaSeries, datasetId: string): Composition[] {
  const ages = area.series.filter((series) => series.datasetId === datasetId && isGroup(series))
  const check = onOneBasis(ages.map((series) => ({ ...series.item, series })))
  if (check.problem !== undefined) return []
  const byTime = new Map<string, Composition>()
  for (const { series } of check.series) {
    const age = ageOfCode(series.item.code)?.age ?? ''
    for (const { time, value } of knownPoints(series)) {
      const one = byTime.get(time) ?? { time, child: 0, workingAge: 0, elderly: 0, unknown: 0, total: 0 }
      one[classOf(age)] += value
      one.total += value
      byTime.set(time, one)
    }
  }
  return [...byTime.values()].sort((a, b) => (a.time < b.time ? -1 : 1))
}

/** The same from SSDSE-A, which has the three classes and the total: the rest is of unknown age. */
export function ssdseCompositionsOf(area: AreaSeries): Composition[] {
  const values = (code: string) => {
    const series = seriesOf(area, code)
    return new Map(series ? knownPoints(series).map(({ time, value }) => [time, value]) : [])
  }
  const [children, working, elderly] = [values('A1301'), values('A1302'), values('A1303')]
  return [...values('A1101')].flatMap(([time, total]) => {
    const [child, workingAge, old] = [children.get(time), working.get(time), elderly.get(time)]
    if (child === undefined || workingAge === undefined || old === undefined) return []
    const unknown = total - child - workingAge - old
    return [{ time, child, workingAge, elderly: old, unknown, total }]
  })
}

function isGroup({ item }: Series): boolean {
  const read = ageOfCode(item.code)
  return read !== undefined && read.sex !== 'T' && read.age !== 'total'
}

function classOf(age: string): AgeClass | 'unknown' {
  if (age === 'unknown') return 'unknown'
  const from = Number.parseInt(age, 10)
  if (from < 15) return 'child'
  return from < 65 ? 'workingAge' : 'elderly'
}

/** A class in percent of residents of known age; nothing where there is nobody. */
export function shareOf(composition: Composition, ageClass: AgeClass): number | undefined {
  const known = composition.total - composition.unknown
  return known > 0 ? (composition[ageClass] / known) * 100 : undefined
}

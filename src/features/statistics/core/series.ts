import type { Item, Value } from './figures.ts'
import { isNumber } from './figures.ts'
import { positionOf } from './times.ts'

/** One kept figure. `importNumber` says by which import of the data set it came. */
export type Point = { time: string; value: Value; importNumber: number }

/** 系列: one item of one area over time, in the order of time. */
export type Series = { datasetId: string; item: Item; points: readonly Point[] }

/** Everything known of one area. */
export type AreaSeries = { areaCode: string; areaName: string; series: readonly Series[] }

/** A time with a number. */
export type Known = { time: string; value: number }

/** The points that have a number. */
export const knownPoints = ({ points }: Pick<Series, 'points'>): Known[] =>
  points.flatMap(({ time, value }) => (isNumber(value) ? [{ time, value }] : []))

/** The series of an item by its code; of several data sets the one that was set up first. */
export const seriesOf = (area: AreaSeries, code: string): Series | undefined =>
  area.series.find(({ item }) => item.code === code)

/** The latest number of a series. */
export const latestOf = (series: Series): Known | undefined => knownPoints(series).at(-1)

/** Figures of one area and time as they are kept: item code → value and the import it came by. */
export type Cells = Record<string, [value: Value, importNumber: number]>
export type AreaRow = { datasetId: string; areaCode: string; time: string; cells: Cells }

/** Rows of areas joined to series. `names` and `items` say what codes mean. */
export function joinRows(
  rows: readonly AreaRow[],
  { items, names }: { items: readonly (Item & { datasetId: string })[]; names: ReadonlyMap<string, string> },
): AreaSeries[] {
  const areas = new Map<string, Map<string, Point[]>>()
  for (const { datasetId, areaCode, time, cells } of rows) {
    const own = areas.get(areaCode) ?? new Map<string, Point[]>()
    areas.set(areaCode, own)
    for (const [code, [value, importNumber]] of Object.entries(cells)) {
      const key = `${datasetId} ${code}`
      const points = own.get(key)
      if (points) points.push({ time, value, importNumber })
      else own.set(key, [{ time, value, importNumber }])
    }
  }
  return [...areas].map(([areaCode, own]) => ({
    areaCode,
    areaName: names.get(areaCode) ?? areaCode,
    series: items.flatMap(({ datasetId, ...item }) => {
      const points = own.get(`${datasetId} ${item.code}`)
      return points ? [{ datasetId, item, points: inOrder(points) }] : []
    }),
  }))
}

const inOrder = (points: readonly Point[]) =>
  [...points].sort((a, b) => positionOf(a.time) - positionOf(b.time) || (a.time < b.time ? -1 : 1))

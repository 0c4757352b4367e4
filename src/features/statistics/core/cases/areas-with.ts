import type { Basis } from '../basis.ts'
import type { AreaSeries, Series } from '../series.ts'

type Given = Record<string, Record<string, number> | [Basis, Record<string, number>]>

/** An area with series by item code: values by time, of neutral basis unless one is named. */
export function areaWith(areaCode: string, given: Given): AreaSeries {
  const series = Object.entries(given).map(([code, one]): Series => {
    const [basis, values] = Array.isArray(one) ? one : (['neutral', one] as const)
    return {
      datasetId: 'sr_0000000001',
      item: { code, name: code, unit: '', basis },
      points: Object.entries(values).map(([time, value]) => ({ time, value, importNumber: 1 })),
    }
  })
  return { areaCode, areaName: `市${areaCode}`, series }
}

import { type Finding, isNumber, type Observation } from '../figures.ts'
import { ageOfCode, sexLabels } from './age-items.ts'

type Sum = { total?: number; parts: number; count: number; item: string; areaName: string; hasGap: boolean }

/**
 * Totals that are not the sum of their age groups (unknown ages included). Published projections are rounded one by
 * one, so half a person a group is let pass.
 */
export function findUnevenTotals(
  observations: readonly Observation[],
  lines: ReadonlyMap<string, number>,
): Finding[] {
  const sums = new Map<string, Sum>()
  for (const { areaCode, areaName, item, time, value } of observations) {
    const read = ageOfCode(item)
    if (!read) continue
    const key = `${areaCode} ${read.sex} ${time}`
    const sum = sums.get(key) ?? { parts: 0, count: 0, item, areaName, hasGap: false }
    if (read.age === 'total') {
      if (isNumber(value)) sums.set(key, { ...sum, total: value, item })
      continue
    }
    sum.count += 1
    if (isNumber(value)) sum.parts += value
    else sum.hasGap = true
    sums.set(key, sum)
  }
  return [...sums].flatMap(([key, { total, parts, count, item, areaName, hasGap }]): Finding[] => {
    if (total === undefined || count === 0 || hasGap) return []
    if (Math.abs(total - parts) <= (Number.isInteger(total) ? 0.5 + count / 2 : 0.01 * count)) return []
    const [areaCode = '', sex = 'T', time = ''] = key.split(' ')
    const problem = `${areaName}（${sexLabels[sex as 'M']}）の総数が、年齢ごとの合計${parts}人と合いません`
    return [{ line: lines.get(`${areaCode} ${item}`) ?? 0, column: time, value: String(total), problem }]
  })
}

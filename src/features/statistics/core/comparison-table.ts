import type { WriteSheet } from '#src/lib/table/table.ts'
import type { Comparison } from './compare-cities.ts'

type Told = { groupName: string; source: string }

/** Every value of a comparison as rows: one city and item a row, with the group, n and the source of each. */
export function comparisonTable(
  comparisons: readonly Comparison[],
  { groupName, source }: Told,
): (string | number | null)[][] {
  const head = [
    ...['比較グループ', '項目', '地域コード', '市区町村', '値', '単位', '時点', '分母の時点', 'n'],
    ...['平均', '標準偏差', '偏差値', '値や偏差値のない理由', '求め方', '出典'],
  ]
  const rows = comparisons.flatMap(({ item, cities, n, mean, deviation, noScore }) =>
    cities.map((city) => [
      groupName,
      item.label,
      city.areaCode,
      city.areaName,
      rounded(city.value, item.decimals + 2),
      item.unit,
      city.time ?? null,
      city.belowTime ?? null,
      n,
      rounded(mean, item.decimals + 2),
      rounded(deviation, item.decimals + 2),
      rounded(city.score, 1),
      city.reason ?? noScore ?? '',
      item.method,
      source,
    ]),
  )
  return [head, ...rows]
}

const widths = [30, 26, 12, 18, 12, 10, 8, 12, 6, 12, 12, 10, 30, 34, 40]
const numbers = new Set(['値', '平均', '標準偏差', '偏差値', 'n'])

/** The same table as a sheet of a workbook. */
export function comparisonSheet(comparisons: readonly Comparison[], told: Told): WriteSheet {
  const [head = [], ...rows] = comparisonTable(comparisons, told)
  return {
    name: '都市間比較',
    title: `都市間比較（${told.groupName}）`,
    guidance: `順位づけのためのものではありません。出典：${told.source}`,
    columns: head.map((header, at) => ({
      header: String(header),
      width: widths[at] ?? 12,
      format: numbers.has(String(header)) ? 'decimal' : 'text',
    })),
    rows,
  }
}

const rounded = (value: number | undefined, decimals: number) =>
  value === undefined ? null : Number(value.toFixed(decimals))

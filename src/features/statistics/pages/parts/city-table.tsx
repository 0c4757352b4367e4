import { groupedNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { Comparison } from '../../core/compare-cities.ts'

/** 市区町村 × 項目: the own city first, then by code. */
export function CityTable({ comparisons }: { comparisons: readonly Comparison[] }) {
  const [first] = comparisons
  const cities = [...(first?.cities ?? [])].sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
  return (
    <ScrollFrame label="市区町村ごとの値">
      <table class="dads-table dads-table--dense">
        <caption>市区町村ごとの値。本市が先頭、ほかはコードの順</caption>
        <thead>
          <tr>
            <th scope="col">市区町村</th>
            {comparisons.map(({ item }) => (
              <th key={item.id} scope="col" class="is-num">
                {item.label}（{item.unit}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cities.map(({ areaCode, areaName, isOwn }) => (
            <tr key={areaCode} class={isOwn ? 'is-strong' : undefined}>
              <th scope="row" class="is-nowrap">
                {areaName}
                {isOwn && '（本市）'}
              </th>
              {comparisons.map(({ item, cities: all }) => (
                <td key={item.id} class="is-num">
                  <CityCell city={all.find((one) => one.areaCode === areaCode)} decimals={item.decimals} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type CityCellProps = { city: Comparison['cities'][number] | undefined; decimals: number }

function CityCell({ city, decimals }: CityCellProps) {
  if (city?.value === undefined) return <NoValue words={city?.reason ?? 'データなし'} />
  return <>{groupedNumber(city.value, decimals)}</>
}

import { Badge, Disclosure, ScrollFrame } from '#src/ui/parts.tsx'
import { basisLabels } from '../../core/basis.ts'
import type { Dataset } from '../../core/dataset-form.ts'
import type { AreaSeries, Series } from '../../core/series.ts'
import { shortTime } from '../../core/times.ts'
import type { KeptItem } from '../../store/queries.ts'
import { seriesAddress } from './addresses.ts'
import { ShownValue } from './shown.tsx'

type AllItemsProps = { city: AreaSeries; items: readonly KeptItem[]; datasets: readonly Dataset[] }

/** Every item of the city by data set, closed at first: a file may have more than a hundred. */
export function AllItems({ city, items, datasets }: AllItemsProps) {
  const own = datasets.filter(({ id }) => city.series.some(({ datasetId }) => datasetId === id))
  const ids = new Map(items.map(({ datasetId, code, id }) => [`${datasetId} ${code}`, id]))
  return (
    <div class="l-flow">
      {own.map(({ id, title }) => {
        const series = city.series.filter(({ datasetId }) => datasetId === id)
        return (
          <Disclosure key={id} label={`${title}（${series.length}項目）`}>
            <ScrollFrame label={title}>
              <table class="dads-table dads-table--dense sb-broad">
                <caption>{title}</caption>
                <thead>
                  <tr>
                    <th scope="col">項目</th>
                    <th scope="col" class="is-num">
                      いまの値
                    </th>
                    <th scope="col">時点</th>
                    <th scope="col">基づくもの</th>
                  </tr>
                </thead>
                <tbody>
                  {series.map((one) => (
                    <ItemLine
                      key={one.item.code}
                      series={one}
                      href={seriesAddress(city.areaCode, ids.get(`${id} ${one.item.code}`) ?? '')}
                    />
                  ))}
                </tbody>
              </table>
            </ScrollFrame>
          </Disclosure>
        )
      })}
    </div>
  )
}

function ItemLine({ series, href }: { series: Series; href: string }) {
  const { item, points } = series
  const last = points.at(-1)
  return (
    <tr>
      <th scope="row">
        <a href={href}>{item.name}</a>
      </th>
      <td class="is-num is-nowrap">
        {last && <ShownValue value={last.value} />}
        {item.unit}
      </td>
      <td class="is-nowrap">{last && shortTime(last.time)}</td>
      <td>
        <Badge tone={item.basis === 'neutral' ? 'quiet' : item.basis === 'register' ? 'warn' : 'info'}>
          {basisLabels[item.basis]}
        </Badge>
      </td>
    </tr>
  )
}

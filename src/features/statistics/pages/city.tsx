import { page } from '#src/platform/page.ts'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import type { Dataset } from '../core/dataset-form.ts'
import { changeLinesOf, provisionLinesOf, registerTrendOf, residentTrendOf } from '../core/profile.ts'
import type { AreaSeries } from '../core/series.ts'
import { getArea, getAreaSeries } from '../store/city-queries.ts'
import { type KeptItem, listDatasets, listItems } from '../store/queries.ts'
import { citiesAddress, comparisonOf } from './parts/addresses.ts'
import { AllItems } from './parts/all-items.tsx'
import { ChangeTable } from './parts/change-table.tsx'
import { ProvisionTable } from './parts/provision-table.tsx'
import { AgeFigure, ResidentFigure } from './parts/resident-figures.tsx'

/** 概況整理: a city in figures. The same page for every municipality of the files. */
export const cityPage = page('/staff/statistics/cities/:areaCode', {
  audience: 'staff',
  async show(context, { params }) {
    const area = await getArea(context, params.areaCode)
    const given = {
      prefecture: area.prefecture,
      city: await getAreaSeries(context, params.areaCode),
      datasets: await listDatasets(context),
      items: await listItems(context),
    }
    return {
      title: `${area.name}の姿`,
      crumbs: [{ label: '都市の姿', href: citiesAddress }],
      isInvented: false,
      body: <City {...given} />,
    }
  },
})

type CityProps = {
  prefecture: string
  city: AreaSeries
  datasets: readonly Dataset[]
  items: readonly KeptItem[]
}

function City({ prefecture, city, datasets, items }: CityProps) {
  const { areaCode, areaName } = city
  const trend = residentTrendOf(city)
  const register = registerTrendOf(city)
  return (
    <>
      <div class="sb-title">
        <h1>
          {areaName}の姿{' '}
          <span class="sb-sub">
            {prefecture}・{areaCode}
          </span>
        </h1>
        <a
          class="dads-button dads-button--secondary"
          href={comparisonOf({ city: areaCode, group: 'prefecture' })}
        >
          ほかの市とくらべる
        </a>
      </div>
      <div class="l-flow-l l-gap">
        {trend && <ResidentFigure kind="census" name={areaName} trend={trend} datasets={datasets} />}
        {trend && <AgeFigure name={areaName} trend={trend} datasets={datasets} />}
        {register && <ResidentFigure kind="register" name={areaName} trend={register} datasets={datasets} />}
      </div>
      <Section id="change" title="増減">
        <ChangeTable areaCode={areaCode} lines={changeLinesOf(city)} items={items} datasets={datasets} />
      </Section>
      <Section id="provision" title="充実度">
        <ProvisionTable areaCode={areaCode} lines={provisionLinesOf(city)} datasets={datasets} />
      </Section>
      <Section id="all" title="すべての項目">
        <AllItems city={city} items={items} datasets={datasets} />
      </Section>
      <AboutScreen>
        <p>
          項目の名前を選ぶと、推移、増減、もとの資料が見られます。文は数字からつくった下書きです。計画に使うときは、担当が確かめてください。
        </p>
        <p>年は、資料に書かれた年（年・年度・調査日）のままです。</p>
      </AboutScreen>
    </>
  )
}

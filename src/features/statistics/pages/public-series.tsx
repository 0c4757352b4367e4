import type { LedTo } from '#src/features/publication/core/led-to.ts'
import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { found, Refusal } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { ScrollFrame, Section } from '#src/ui/parts.tsx'
import { basisLabels } from '../core/basis.ts'
import { timeLabel } from '../core/times.ts'
import { type CitedSeries, findCitedSeries } from '../store/queries-cited.ts'
import { SeriesFigure } from './parts/series-figure.tsx'
import { ShownValue } from './parts/shown.tsx'

/** A series of the statistics that the published plan rests on, for everybody: its course, its source, and what it led to. */
export const publicSeriesPage = page('/statistics/:areaCode/:seriesId', {
  audience: 'public',
  async show(context, { params: { areaCode, seriesId } }) {
    const ledTo = await findLedTo(context, seriesId, areaCode)
    if (ledTo.places.length === 0)
      throw new Refusal('not-found', 'この統計は、いまの計画の根拠にはありません')
    const cited = found(await findCitedSeries(context, { itemId: seriesId, areaCode }), '統計')
    const title = `${cited.city.areaName}の${cited.item.name}`
    return {
      title,
      isInvented: false,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '計画の根拠', href: '/evidence' },
      ],
      body: (
        <>
          <h1>{title}</h1>
          <p class="sb-lead">
            基づくもの：{basisLabels[cited.item.basis]}
            {cited.item.unit && `　単位：${cited.item.unit}`}
          </p>
          <LedToView ledTo={ledTo} title="この数が、計画のどこにつながったか" />
          <SeriesFigure {...cited}>出典：{cited.dataset.credit}</SeriesFigure>
          <Section id="values" title="値">
            <Values {...cited} ledTo={ledTo} />
          </Section>
          <Section id="source" title="出典と利用の条件">
            <Source {...cited} />
          </Section>
        </>
      ),
    }
  },
})

function Values({ city, item, series, imports, ledTo }: CitedSeries & { ledTo: LedTo }) {
  const editions = new Map(imports.map(({ number, edition }) => [number, edition]))
  return (
    <ScrollFrame label="値">
      <table class="dads-table sb-broad">
        <caption>
          {city.areaName}の{item.name}
        </caption>
        <thead>
          <tr>
            <th scope="col">時点</th>
            <th scope="col" class="is-num">
              値{item.unit && `（${item.unit}）`}
            </th>
            <th scope="col">資料の版</th>
            <th scope="col">計画とのつながり</th>
          </tr>
        </thead>
        <tbody>
          {series.points.map(({ time, value, importNumber }) => (
            <tr key={time} id={`t-${time}`} class="sb-landing">
              <th scope="row" class="is-nowrap">
                {timeLabel(time)}
              </th>
              <td class="is-num">
                <ShownValue value={value} />
              </td>
              <td>{editions.get(importNumber) ?? ''}</td>
              <td>
                {ledTo.byAnchor.get(`t-${time}`)?.map(({ id, words, href }) => (
                  <div key={id}>
                    <a href={href}>{words}</a>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function Source({ dataset: { title, publisher, url, licence, credit } }: CitedSeries) {
  const rows = [
    ['資料', title],
    ['公表している機関', publisher],
    ['出典の書き方', credit],
    ['利用の条件', licence],
  ] as const
  return (
    <dl class="dads-description-list">
      {rows
        .filter(([, words]) => words !== '')
        .map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      {url && (
        <div>
          <dt>入手先</dt>
          <dd>
            <a href={url}>{url}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}

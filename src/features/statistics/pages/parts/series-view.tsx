import { groupedNumber } from '#src/lib/text/number-format.ts'
import { AboutScreen, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { basisLabels } from '../../core/basis.ts'
import { changesOf, indexOf, spanLabels } from '../../core/change.ts'
import { knownPoints, type Point } from '../../core/series.ts'
import { shortTime, timeLabel } from '../../core/times.ts'
import { datasetAddress } from './addresses.ts'
import { ChangeCell } from './change-table.tsx'
import { Division } from './division.tsx'
import { SeriesCitation } from './series-citation.tsx'
import { SeriesFigure } from './series-figure.tsx'
import type { SeriesGiven } from './series-given.ts'
import { ShownValue } from './shown.tsx'
import { SourceNote } from './source-note.tsx'

export function SeriesView(given: SeriesGiven) {
  const { city, series, item, datasets } = given
  const changes = changesOf(series)
  return (
    <>
      <h1>
        {city.areaName}の{item.name}
      </h1>
      <p class="sb-lead">
        基づくもの：{basisLabels[item.basis]}
        {item.unit && `　単位：${item.unit}`}
      </p>
      <SeriesFigure city={city} item={item} series={series}>
        <SourceNote used={[series]} datasets={datasets} />
      </SeriesFigure>
      {changes.length > 0 && (
        <Section id="change" title="増減">
          <dl class="dads-description-list">
            {changes.map((change) => (
              <div key={change.span}>
                <dt>{spanLabels[change.span]}</dt>
                <dd>
                  <ChangeCell change={change} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section id="values" title="値と出どころ">
        <Values {...given} />
      </Section>
      <Uses {...given} />
      <Section id="cite" title="この数を計画の根拠にする">
        <SeriesCitation {...given} />
      </Section>
      <Section id="divide" title="ほかの項目で割る">
        <Division {...given} />
      </Section>
      <AboutScreen>
        <p>
          この画面のアドレスは変わりません。根拠に加えると、値と時点、見つけ直すための番号がいっしょに残ります。
        </p>
      </AboutScreen>
    </>
  )
}

/** その先: the places of the plan in work that use the series, and the page residents see. */
function Uses({ uses, publicHref }: SeriesGiven) {
  if (uses.length === 0 && !publicHref) return null
  return (
    <Section id="uses" title="計画のどこで使っているか">
      <ul class="sb-list">
        {uses.map(({ label, href, time }) => (
          <li key={`${href} ${label} ${time}`}>
            <a href={href}>{label}</a>
            <span class="sb-sub">　{timeLabel(time)}</span>
          </li>
        ))}
      </ul>
      {publicHref && (
        <p class="l-gap">
          <a class="sb-arrow" href={publicHref}>
            公開ページで見る
          </a>
        </p>
      )}
    </Section>
  )
}

function Values({ city, series, item, imports }: SeriesGiven) {
  const [base] = knownPoints(series)
  const index = new Map(base ? indexOf(series, base.time).map(({ time, value }) => [time, value]) : [])
  return (
    <ScrollFrame label="値と出どころ">
      <table class="dads-table">
        <caption>
          {city.areaName}の{item.name}
          {base && `。指数は${shortTime(base.time)}を100とした数`}
        </caption>
        <thead>
          <tr>
            <th scope="col">時点</th>
            <th scope="col" class="is-num">
              値{item.unit && `（${item.unit}）`}
            </th>
            <th scope="col" class="is-num">
              指数
            </th>
            <th scope="col">どの取り込みから</th>
          </tr>
        </thead>
        <tbody>
          {series.points.map((point) => (
            <tr key={point.time}>
              <th scope="row">{timeLabel(point.time)}</th>
              <td class="is-num">
                <ShownValue value={point.value} />
              </td>
              <td class="is-num">{index.has(point.time) && groupedNumber(index.get(point.time) ?? 0, 1)}</td>
              <td>
                <ImportLink datasetId={series.datasetId} point={point} imports={imports} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type ImportLinkProps = { datasetId: string; point: Point; imports: SeriesGiven['imports'] }

function ImportLink({ datasetId, point, imports }: ImportLinkProps) {
  const edition = imports.find(({ number }) => number === point.importNumber)?.edition ?? ''
  return (
    <a href={`${datasetAddress(datasetId)}#import-${point.importNumber}`}>
      {edition}（{point.importNumber}回目）
    </a>
  )
}

import { groupedNumber, plainNumber } from '#src/lib/text/number-format.ts'
import { DrawingLink } from '#src/ui/drawing-link.tsx'
import { AboutScreen, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { basisLabels } from '../../core/basis.ts'
import { changesOf, indexOf, spanLabels } from '../../core/change.ts'
import { citationOf } from '../../core/citation.ts'
import { type AreaSeries, knownPoints, type Point, type Series } from '../../core/series.ts'
import { positionOf, shortTime, timeLabel } from '../../core/times.ts'
import type { ImportEntry } from '../../store/queries.ts'
import { TimeChart } from '../../views/time-chart.tsx'
import { datasetAddress } from './addresses.ts'
import { ChangeCell } from './change-table.tsx'
import { type Divided, Division } from './division.tsx'
import { latestCited } from './latest-cited.ts'
import { ShownValue } from './shown.tsx'
import { SourceNote } from './source-note.tsx'

export type SeriesGiven = Divided & {
  city: AreaSeries
  series: Series
  imports: readonly ImportEntry[]
}

export function SeriesView(given: SeriesGiven) {
  const { city, series, item, datasets } = given
  const changes = changesOf(series)
  const points = knownPoints(series).map(({ time, value }) => ({
    x: positionOf(time),
    label: shortTime(time),
    value,
    shown: plainNumber(value),
  }))
  const last = points.at(-1)
  const chart = {
    title: `${city.areaName}の${item.name}の推移`,
    description: last ? `${last.label}は${last.shown}${item.unit}です。` : '値がありません。',
    points,
    unit: item.unit || '単位なし',
  }
  return (
    <>
      <h1>
        {city.areaName}の{item.name}
      </h1>
      <p class="sb-lead">
        基づくもの：{basisLabels[item.basis]}
        {item.unit && `　単位：${item.unit}`}
      </p>
      {points.length > 1 && (
        <figure class="sb-figure l-gap">
          <figcaption class="sb-figure__cap">
            <span class="sb-figure__title">{item.name}の推移</span>
          </figcaption>
          <div class="sb-chart sb-chart--w">
            <TimeChart {...chart} id="series-w" size="wide" />
          </div>
          <div class="sb-chart sb-chart--n">
            <TimeChart {...chart} id="series-n" size="narrow" />
          </div>
          <p class="sb-sub">
            <SourceNote used={[series]} datasets={datasets} />
            {'　'}
            <DrawingLink id="series-w" title={`${item.name}の推移`} />
          </p>
        </figure>
      )}
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
      <Section id="cite" title="計画の根拠に書くとき">
        <Citation {...given} />
      </Section>
      <Section id="divide" title="ほかの項目で割る">
        <Division {...given} />
      </Section>
      <AboutScreen>
        <p>この画面のアドレスは変わりません。計画の根拠として、そのまま書き留められます。</p>
      </AboutScreen>
    </>
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

/** The latest figure in the words of an evidence link, to be copied into it. */
function Citation(given: SeriesGiven) {
  const { city, item, mayBind } = given
  const cited = latestCited(given)
  if (!cited) return <p>引用できる値がありません。</p>
  const { point, datasetTitle, edition } = cited
  const citation = citationOf({
    datasetTitle,
    edition,
    areaName: city.areaName,
    areaCode: city.areaCode,
    item,
    point,
  })
  return (
    <>
      <p>
        施策の「根拠」で種類「統計」を選び、次の文を写します。角かっこの中は、この数を見つけ直すための番号です。
      </p>
      <p class="sb-quote">{citation}</p>
      {mayBind && (
        <form method="post">
          <button class="dads-button dads-button--secondary" name="act" value="bind" type="submit">
            計画の統計値に加える
          </button>
          <p class="sb-sub">本文に差し込める数になります。版をつくると、そのときの値が残ります。</p>
        </form>
      )}
    </>
  )
}

import { groupedNumber, plainNumber } from '#src/lib/text/number-format.ts'
import { AboutScreen, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { type ComparedCity, type Comparison, comparisonSentence } from '../../core/compare-cities.ts'
import { comparedFigure, comparedKindLabels, comparedKinds } from '../../core/compared-figure.ts'
import { shortTime } from '../../core/times.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { cityAddress, comparisonOf } from './addresses.ts'
import { CityLineFigures } from './city-line-figures.tsx'
import { ScoreCell } from './comparison-summary.tsx'
import { GroundSource } from './source-note.tsx'

type ComparedItemViewProps = {
  ground: ComparisonGround
  comparison: Comparison
  /** The first picture of the page of twelve. */
  from: number
  isByValue: boolean
  /** Whether the person may put figures into the plan. */
  mayBind: boolean
}

export function ComparedItemView(given: ComparedItemViewProps) {
  const { ground, comparison } = given
  const { item, n } = comparison
  const sentence = comparisonSentence(comparison, ground.group.name)
  return (
    <>
      <h1>{item.label}の都市間比較</h1>
      <p class="sb-lead l-measure">
        {sentence ?? `${ground.group.name}で値のある市は${n}です。`}
        <span class="sb-sub">（下書きの文）</span>
      </p>
      <dl class="dads-description-list l-gap">
        <div>
          <dt>くらべる相手</dt>
          <dd>
            {ground.group.name}（n＝{n}）
          </dd>
        </div>
        <div>
          <dt>求め方</dt>
          <dd>
            {item.method}（{item.unit}）
          </dd>
        </div>
        <div>
          <dt>本市の偏差値</dt>
          <dd>
            <ScoreCell comparison={comparison} />
          </dd>
        </div>
      </dl>
      <IntoPlan {...given} />
      <Section id="lines" title="市区町村ごとの推移">
        <CityLineFigures {...given} />
        <GroundSource ground={ground} />
      </Section>
      <Section id="values" title="市区町村ごとの値">
        <ValueTable {...given} />
        <GroundSource ground={ground} />
      </Section>
      <AboutScreen>
        <p>小さな図は、どれも同じ目盛りです。破線は本市で、どの図にも同じ線を入れています。</p>
      </AboutScreen>
    </>
  )
}

/** Each figure of the comparison as a figure that texts quote, and the words an evidence link writes down. */
function IntoPlan({ ground, comparison, mayBind }: ComparedItemViewProps) {
  const figures = comparedKinds.flatMap((kind) => {
    const figure = comparedFigure(ground, comparison, kind)
    return figure ? [{ kind, figure }] : []
  })
  if (figures.length === 0) return null
  return (
    <Section id="cite" title="計画に使うとき">
      <p>
        施策の「根拠」で種類「統計」を選び、次の文を写します。角かっこの中は、この数を見つけ直すための番号です。
      </p>
      {figures.map(({ kind, figure: { label, value, unit, asOf, source } }) => (
        <p key={kind} class="sb-quote">
          {source.ref} {label} {asOf} {plainNumber(value)}
          {unit} [{source.cell}]
        </p>
      ))}
      {mayBind && (
        <form method="post" class="l-cluster">
          {figures.map(({ kind }) => (
            <button
              key={kind}
              class="dads-button dads-button--secondary"
              name="act"
              value={kind}
              type="submit"
            >
              {comparedKindLabels[kind]}を計画の統計値に加える
            </button>
          ))}
        </form>
      )}
    </Section>
  )
}

function ValueTable({ ground, comparison, isByValue }: ComparedItemViewProps) {
  const { item, cities } = comparison
  const place = { city: ground.ownCode, group: ground.group.id }
  const address = comparisonOf(place, { item: item.id })
  return (
    <ScrollFrame label="市区町村ごとの値">
      <table class="dads-table sb-broad">
        <caption>
          {item.label}（{item.unit}）。本市が先頭、ほかは
          {isByValue ? (
            <>
              値の大きい順（<a href={`${address}#values`}>コードの順にする</a>）
            </>
          ) : (
            <>
              コードの順（<a href={`${address}&sort=value#values`}>値の大きい順にする</a>）
            </>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">市区町村</th>
            <th scope="col" class="is-num">
              値
            </th>
            <th scope="col">時点</th>
            <th scope="col" class="is-num">
              偏差値
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered(cities, isByValue).map((city) => (
            <tr key={city.areaCode} class={city.isOwn ? 'is-strong' : undefined}>
              <th scope="row">
                <a href={cityAddress(city.areaCode)}>{city.areaName}</a>
                {city.isOwn && '（本市）'}
              </th>
              <td class="is-num">
                {city.value === undefined ? (
                  <NoValue words={city.reason ?? 'データなし'} />
                ) : (
                  groupedNumber(city.value, item.decimals)
                )}
              </td>
              <td>{city.time ? shortTime(city.time) : (city.reason ?? '')}</td>
              <td class="is-num">
                {city.score === undefined ? <NoValue words="偏差値なし" /> : city.score.toFixed(1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function ordered(cities: readonly ComparedCity[], isByValue: boolean): ComparedCity[] {
  return [...cities].sort((a, b) => {
    if (a.isOwn !== b.isOwn) return a.isOwn ? -1 : 1
    return isByValue ? (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) : 0
  })
}
